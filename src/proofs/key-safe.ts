import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originOf } from '../audit/checkpoint.js';
import { newKeyPem, noteKeyOf, type NoteKey } from '../audit/signed-note.js';
import { writeSecretOnce } from '../config/secret-file.js';

/** A log's private key with its public half. */
export interface OwnKey {
  readonly note: NoteKey;
  readonly privateKey: KeyObject;
}

/**
 * The Ed25519 keys of this installation's logs, one file each in the folder of secrets (mode 0600). Only what signs
 * opens it: the worker and the operator's commands. The web process never does.
 */
export class KeySafe {
  private readonly kept = new Map<string, OwnKey>();

  constructor(private readonly folder: string) {}

  /** The first key of a log; made on first use. */
  first(organizationId: string): OwnKey {
    return this.numbered(organizationId, 1);
  }

  /** A further key, to follow the present one; made by this call, or by an earlier one that did not come to its end. */
  next(organizationId: string, inForce: NoteKey): OwnKey {
    for (let number = 1; ; number += 1) {
      const known = existsSync(this.fileOf(organizationId, number));
      const key = this.numbered(organizationId, number);
      if (!known || this.isLater(organizationId, number, inForce)) return key;
    }
  }

  /** The private half of a public key; null when it is not in this installation's folder. */
  privateOf(organizationId: string, { publicKey }: NoteKey): OwnKey | null {
    const numbers = this.numbersOf(organizationId);
    const keys = numbers.map((number) => this.numbered(organizationId, number));
    return keys.find(({ note }) => note.publicKey.equals(publicKey)) ?? null;
  }

  private isLater(organizationId: string, number: number, inForce: NoteKey): boolean {
    const own = this.numbersOf(organizationId).find((each) =>
      this.numbered(organizationId, each).note.publicKey.equals(inForce.publicKey),
    );
    return own !== undefined && number > own;
  }

  private numbersOf(organizationId: string): number[] {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : [];
    const pattern = new RegExp(`^log-${organizationId}-(\\d+)\\.pem$`);
    const numbers = names.map((name) => pattern.exec(name)?.[1]);
    return numbers.filter((number) => number !== undefined).map(Number);
  }

  private numbered(organizationId: string, number: number): OwnKey {
    const file = this.fileOf(organizationId, number);
    const known = this.kept.get(file);
    if (known) return known;
    if (!existsSync(file)) writeSecretOnce(file, newKeyPem());
    const privateKey = createPrivateKey(readFileSync(file, 'utf8'));
    const key = { note: noteKeyOf(originOf(organizationId), privateKey), privateKey };
    this.kept.set(file, key);
    return key;
  }

  private readonly fileOf = (organizationId: string, number: number): string =>
    join(this.folder, `log-${organizationId}-${number}.pem`);
}
