import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Anchors } from '../audit/bundle-expectations.js';
import { readWitnessKey } from '../audit/cosignature.js';
import { pdfCheckpoint } from '../audit/pdf-checkpoint.js';
import type { NoteKey } from '../audit/signed-note.js';

export interface BundleRequest {
  readonly positionals: readonly string[];
  readonly isJson: boolean;
  readonly anchors: Anchors;
}

/**
 * What a command about a bundle was given: `--log-key` a published key, `--known` a checkpoint in a text file or in a
 * published document, or "position:sha256", `--root` "size:root" of a printed checkpoint, `--tsa-ca` issuers of time-stamping authorities in PEM, `--witness` keys of witnesses. Null for anything else, and for a file that holds no checkpoint.
 */
export async function bundleRequestOf(args: string[]): Promise<BundleRequest | null> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'log-key': { type: 'string' },
        'tsa-ca': { type: 'string', multiple: true, default: [] },
        known: { type: 'string', multiple: true, default: [] },
        witness: { type: 'string', multiple: true, default: [] },
        root: { type: 'string', multiple: true, default: [] },
      },
    });
    const events = new Map<number, string>();
    const checkpoints = new Map<string, string>();
    for (const known of values.known) {
      const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(known) ?? [];
      if (position !== undefined && hash !== undefined) events.set(Number(position), hash);
      else checkpoints.set(basename(known), await checkpointIn(known));
    }
    const logKey = values['log-key'];
    const stampRoots = (await Promise.all(values['tsa-ca'].map(certificatesIn))).flat();
    const roots = new Map(values.root.map(printedRoot));
    const witnesses = values.witness.map(witnessOf);
    const anchors = { events, checkpoints, roots, stampRoots, witnesses, ...(logKey ? { logKey } : {}) };
    return { positionals, isJson: values.json, anchors };
  } catch {
    return null; // an unknown option or a file that cannot be read: the usage text says what there is
  }
}

/** Typed from paper: size and 64 hexadecimal digits, blanks between them do not count. @throws Error for anything else */
function printedRoot(typed: string): readonly [number, string] {
  const [, size, root] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(typed.toLowerCase().replace(/[\s,]/g, '')) ?? [];
  if (size === undefined || root === undefined) throw new Error(`${typed} is no size and root`);
  return [Number(size), root];
}

/** @throws Error for what is no key of a witness */
function witnessOf(text: string): NoteKey {
  const key = readWitnessKey(text);
  if (!key) throw new Error(`${text} is no key of a witness`);
  return key;
}

/** @throws Error when the file is no note and no document that carries one */
async function checkpointIn(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return bytes.toString('utf8');
  const note = pdfCheckpoint(bytes);
  if (note === null) throw new Error(`${path} carries no checkpoint`);
  return note;
}

const ONE_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** @throws Error when the file holds none, or one that cannot be read */
async function certificatesIn(path: string): Promise<X509Certificate[]> {
  const found = (await readFile(path, 'utf8')).match(ONE_CERTIFICATE) ?? [];
  if (found.length === 0) throw new Error(`${path} holds no certificate`);
  return found.map((pem) => new X509Certificate(pem));
}
