import { createHash, X509Certificate } from 'node:crypto';

import { DomainError } from '../core/errors.js';
import type { GetTimestamp } from './cms-signature.js';
import { cmsSignature } from './cms-signature.js';
import { namesOf } from './certificate-names.js';
import { PdfFile } from './pdf-file.js';
import { PdfSyntaxError } from './pdf-syntax.js';
import type { OpenSeal } from './seal-update.js';
import { openSeal } from './seal-update.js';
import type { Signer } from './signer.js';
import { assertValidAt } from './signer.js';
import { verifySealedPdf } from './verify-sealed-pdf.js';

/** Attributes, algorithm names and the signature value of the largest key in use, in bytes. */
const ROOM_FOR_SIGNATURE = 3_072;
const ROOM_FOR_TIMESTAMP = 16_384;

export interface SealOptions {
  /** Written as the time of sealing; to the second, in UTC. */
  readonly sealedAt: Date;
  readonly reason?: string;
  readonly location?: string;
  /** Raises the seal from PAdES B-B to B-T. */
  readonly getTimestamp?: GetTimestamp;
}

/**
 * Seals a PDF (PAdES baseline) in one appended revision; the bytes given stay the beginning of the bytes returned.
 * What comes out has passed our own verification, so a seal that would not convince a reader is never handed on.
 * @throws DomainError seal.failed (details.reason: not-a-pdf, xref-stream, encrypted, already-sealed, …),
 *   seal.certificate-expired, seal.certificate-invalid
 */
export async function sealPdf(pdf: Uint8Array, signer: Signer, options: SealOptions): Promise<Uint8Array> {
  assertValidAt(signer, options.sealedAt);
  const open = openOrRefuse(pdf, signer, options);
  const digest = createHash('sha256')
    .update(open.bytes.subarray(0, open.holeFrom))
    .update(open.bytes.subarray(open.holeTo))
    .digest();
  fillHole(open, await cmsSignature(digest, signer, options.getTimestamp));

  const { authentic, problems } = verifySealedPdf(open.bytes, { now: options.sealedAt });
  if (!authentic) throw new DomainError('seal.failed', { reason: 'own-check', problems });
  return open.bytes;
}

function openOrRefuse(
  pdf: Uint8Array,
  signer: Signer,
  { sealedAt, reason, location, getTimestamp }: SealOptions,
): OpenSeal {
  const signerName = namesOf(new X509Certificate(signer.certificate)).commonName;
  try {
    return openSeal(
      PdfFile.of(pdf),
      { sealedAt, signerName, reason, location },
      roomFor(signer, getTimestamp !== undefined),
    );
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new DomainError('seal.failed', { reason: error.reason });
    throw error;
  }
}

const roomFor = ({ certificate, issuers }: Signer, isStamped: boolean): number =>
  ROOM_FOR_SIGNATURE +
  (isStamped ? ROOM_FOR_TIMESTAMP : 0) +
  [certificate, ...issuers].reduce((sum, { length }) => sum + length, 0);

function fillHole({ bytes, holeFrom, holeTo }: OpenSeal, cms: Uint8Array): void {
  const hex = Buffer.from(cms).toString('hex');
  if (hex.length > holeTo - holeFrom - 2) throw new DomainError('seal.failed', { reason: 'signature-too-large' });
  bytes.write(hex, holeFrom + 1, 'latin1');
}
