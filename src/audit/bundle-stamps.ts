import type { X509Certificate } from 'node:crypto';
import { reachesTrust } from '../sealing/certificate-chain.js';
import { namesOf } from '../sealing/certificate-names.js';
import { readTimestamp, type Timestamp } from '../sealing/verify-timestamp.js';
import { checkpointFile, isStampFile, stampedCheckpoint } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';

/** The newest checkpoint that a time-stamping authority has seen. */
export interface NewestStamp {
  /** How many events it covers. */
  readonly size: number;
  /** When the authority saw it: whatever the log says up to there is older. */
  readonly at: string;
  /** As the authority's certificate calls it. */
  readonly authority: string;
  /** Its chain reaches an issuer that the reader trusts. */
  readonly isTrusted: boolean;
}

/**
 * Every time stamp of a bundle: a TimeStampToken (RFC 3161) over the bytes of the signed checkpoint of the same size, by an
 * authority whose certificate was valid at that time. Later checkpoints are not stamped earlier.
 * @param roots issuers that the reader trusts; every stamp must then reach one of them. Empty: nobody is asked for
 */
export async function checkStamps(
  bundle: BundleFile,
  roots: readonly X509Certificate[],
): Promise<{ newest: NewestStamp | null } | BundleBreak> {
  let newest: NewestStamp | null = null;
  for (const name of bundle.names.filter(isStampFile).sort()) {
    const stamp = await stampIn(bundle, name);
    if (!stamp) return brokenAt(name, 0, 'stamp-wrong');
    const isTrusted = reachesTrust(stamp.chain, roots);
    if (roots.length > 0 && !isTrusted) return brokenAt(name, 0, 'stamp-not-trusted');
    const at = stamp.time.toISOString();
    if (newest && at < newest.at) return brokenAt(name, 0, 'stamp-order-wrong');
    newest = { size: stampedCheckpoint(name), at, authority: nameOf(stamp.chain), isTrusted };
  }
  return { newest };
}

async function stampIn(bundle: BundleFile, name: string): Promise<Timestamp | null> {
  const checkpoint = checkpointFile(stampedCheckpoint(name));
  return bundle.has(checkpoint) ? readTimestamp(await bundle.bytes(name), await bundle.bytes(checkpoint)) : null;
}

/** @param chain of a stamp that holds */
const nameOf = ([authority]: readonly X509Certificate[]): string => (authority ? namesOf(authority).commonName : '');
