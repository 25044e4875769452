import { BUNDLE_FILES, checkpointFile, cosignedCheckpoint, isCosignatureFile } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { isBy, isCosignedBy, momentOf, readCosignature, readWitnessKey } from './cosignature.js';
import { splitNote, type NoteKey } from './signed-note.js';

/** What one witness said about a log. */
export interface CosignedBy {
  /** Name of the witness. */
  readonly witness: string;
  /** The checkpoints that it cosigned, by how many events they cover, and when; oldest first. */
  readonly checkpoints: readonly { readonly size: number; readonly at: string }[];
  /** The reader knows the witness by this key. */
  readonly isTrusted: boolean;
}

/**
 * Every cosignature of a bundle: of the checkpoint of the same size, by a witness whose key the bundle names. Whether the witness
 * is one, and independent, the bundle cannot show: that is why keys are brought along.
 * @param trusted keys of witnesses that the reader knows
 */
export async function checkCosignatures(
  bundle: BundleFile,
  trusted: readonly NoteKey[],
): Promise<{ cosigned: readonly CosignedBy[] } | BundleBreak> {
  const found = new Map<NoteKey, { size: number; at: string }[]>();
  let line = 0;
  for await (const text of bundle.lines(BUNDLE_FILES.witnesses)) {
    line += 1;
    const key = readWitnessKey(text);
    if (!key) return brokenAt(BUNDLE_FILES.witnesses, line, 'witness-key-malformed');
    found.set(key, []);
  }
  for (const name of bundle.names.filter(isCosignatureFile).sort()) {
    const broken = await checkFile(bundle, name, found);
    if (broken) return broken;
  }
  const cosigned = [...found].map(([key, checkpoints]) => ({
    witness: key.name,
    checkpoints,
    isTrusted: trusted.some((each) => isSameKey(each, key)),
  }));
  return { cosigned };
}

async function checkFile(
  bundle: BundleFile,
  name: string,
  found: ReadonlyMap<NoteKey, { size: number; at: string }[]>,
): Promise<BundleBreak | null> {
  const size = cosignedCheckpoint(name);
  const checkpoint = splitNote(await bundle.text(checkpointFile(size)))?.text;
  let line = 0;
  for await (const text of bundle.lines(name)) {
    line += 1;
    const cosignature = readCosignature(text);
    const key = cosignature && [...found.keys()].find((each) => isBy(cosignature, each));
    const holds = key && checkpoint !== undefined && isCosignedBy(cosignature, checkpoint, key);
    if (!holds) return brokenAt(name, line, 'cosignature-wrong');
    found.get(key)?.push({ size, at: momentOf(cosignature).toISOString() });
  }
  return line === 0 ? brokenAt(name, 0, 'cosignature-wrong') : null;
}

const isSameKey = (one: NoteKey, other: NoteKey): boolean =>
  one.name === other.name && one.publicKey.equals(other.publicKey);
