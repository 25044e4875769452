import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKeyPem, noteKeyOf, type NoteKey } from '../audit/signed-note.js';
import { writeSecretOnce } from '../config/secret-file.js';

/** What this installation cosigns the logs of others with. */
export interface OwnWitnessKey {
  readonly note: NoteKey;
  readonly privateKey: KeyObject;
}

/**
 * The Ed25519 key that this installation witnesses with: one file in the folder of secrets (mode 0600), made on first use, and a
 * key of no log. Only the worker and the operator's commands open it; the web process never does.
 * @param publicBaseUrl the address of the installation, which names the witness
 */
export function openWitnessKey(folder: string, publicBaseUrl: string): OwnWitnessKey {
  const file = join(folder, 'witness.pem');
  if (!existsSync(file)) writeSecretOnce(file, newKeyPem());
  const privateKey = createPrivateKey(readFileSync(file, 'utf8'));
  return { note: noteKeyOf(witnessName(publicBaseUrl), privateKey), privateKey };
}

/** An address without its scheme, as C2SP tlog-cosignature wants names of witnesses. */
const witnessName = (publicBaseUrl: string): string => `${publicBaseUrl.replace(/^https?:\/\//, '')}/witness`;
