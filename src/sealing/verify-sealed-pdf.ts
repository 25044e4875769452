import type { X509Certificate } from 'node:crypto';
import { createHash } from 'node:crypto';

import { chainFrom, isValidAt, maySign, reachesTrust } from './certificate-chain.js';
import { namesOf } from './certificate-names.js';
import { DEMO_MARK } from './demo-names.js';
import { DerError, readFirst } from './der.js';
import type { FoundSeal } from './find-seal.js';
import { findSeal } from './find-seal.js';
import { OID } from './object-identifiers.js';
import type { SealNote, SealProblem } from '../core/verdicts.js';
import type { SealLevel, SealVerdict } from './seal-verdict.js';
import { SealDefect } from './seal-verdict.js';
import type { SignedDataParts } from './signed-data.js';
import { isSignedBy, readSignedData, signedDigest } from './signed-data.js';
import { namesEveryCertificate, signingCertificate } from './signing-certificate.js';
import { timestampedAt } from './verify-timestamp.js';

/** Clocks of honest machines differ by less. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

export interface VerifyOptions {
  /** Issuers the reader trusts. Without them the verdict says who claims to have sealed, not who it was. */
  readonly trustedRoots?: readonly X509Certificate[];
  /** A file that was sealed with a time stamp must still have one. */
  readonly minimumLevel?: SealLevel;
  readonly now?: Date;
}

/**
 * Checks a sealed PDF with code of its own: PDF structure, DER and chain are read here, only hashes and signatures are Node's.
 * Never throws on the content of the bytes, whatever they are.
 */
export function verifySealedPdf(pdf: Uint8Array, options: VerifyOptions = {}): SealVerdict {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  try {
    return { sha256, ...judge(pdf, findSeal(pdf), options) };
  } catch (error) {
    return { sha256, ...NOTHING_KNOWN, problems: [problemOf(error)] };
  }
}

const NOTHING_KNOWN = {
  authentic: false,
  notes: [],
  signer: null,
  sealedAt: null,
  timestampedAt: null,
  level: null,
  demo: false,
} as const;

/** Whatever else is thrown comes from OpenSSL refusing a hostile key or certificate: that too is a property of the file. */
function problemOf(error: unknown): SealProblem {
  return error instanceof SealDefect ? error.problem : 'signature-malformed';
}

function judge(pdf: Uint8Array, seal: FoundSeal, options: VerifyOptions): Omit<SealVerdict, 'sha256'> {
  const { now = new Date(), trustedRoots } = options;
  const signature = readHole(seal.contents);
  const certificate = signingCertificate(signature);
  if (!certificate) throw new SealDefect('signing-certificate-differs');
  const chain = chainFrom(certificate, signature.certificates);
  const stamp = stampOf(signature);
  const { commonName, organization, units, issuerName } = namesOf(certificate);
  const demo = units.includes(DEMO_MARK);

  const problems: SealProblem[] = [
    ...seal.problems,
    ...signatureProblems(pdf, seal, signature, certificate),
    ...timeProblems(seal.sealedAt, stamp, certificate, now),
    ...(chain && namesEveryCertificate(signature) ? [] : ['certificate-chain-wrong' as const]),
    ...(stamp.level === 'B-B' && options.minimumLevel === 'B-T' ? ['level-too-low' as const] : []),
    ...(trustedRoots && !reachesTrust(chain ?? [certificate], trustedRoots) ? ['issuer-not-trusted' as const] : []),
  ];
  return {
    authentic: problems.length === 0,
    problems,
    notes: notesOf(demo, trustedRoots !== undefined, stamp.level, new Date(certificate.validTo) < now),
    signer: { name: commonName, organization, issuer: issuerName },
    sealedAt: seal.sealedAt?.toISOString() ?? null,
    timestampedAt: stamp.at?.toISOString() ?? null,
    level: stamp.level,
    demo,
  };
}

/** Only zeros may follow the signature: the hole is the one place that the digest does not cover. */
function readHole(contents: Buffer): SignedDataParts {
  const { node, rest } = readFirst(contents);
  if (rest.some((byte) => byte !== 0)) throw new DerError('padding-used');
  const signature = readSignedData(node);
  const isDetached = signature.contentType === OID.data && signature.content === null && signature.hash === 'sha256';
  const hasTime = signature.signedAttributes.has(OID.signingTime);
  const isPadesForm =
    signature.signedAttributes.has(OID.signingCertificateV2) && signature.signatureAlgorithm !== OID.rsaEncryption;
  if (!isDetached || hasTime || !isPadesForm) throw new SealDefect('seal-form-unknown');
  return signature;
}

function signatureProblems(
  pdf: Uint8Array,
  { holeFrom, holeTo, problems }: FoundSeal,
  signature: SignedDataParts,
  certificate: X509Certificate,
): SealProblem[] {
  const found: SealProblem[] = [];
  if (!isSignedBy(signature, certificate)) found.push('signature-wrong');
  if (!maySign(certificate)) found.push('certificate-not-for-sealing');
  const isMeasurable = problems.length === 0;
  const digest = createHash('sha256').update(pdf.subarray(0, holeFrom)).update(pdf.subarray(holeTo)).digest();
  if (!signedDigest(signature).equals(digest) && isMeasurable) found.push('changed-after-sealing');
  return found;
}

interface Stamp {
  readonly level: SealLevel;
  readonly at: Date | null;
  readonly isWrong: boolean;
}

function stampOf(signature: SignedDataParts): Stamp {
  const others = [...signature.unsignedAttributes.keys()].filter((type) => type !== OID.timestampToken);
  if (others.length > 0) throw new SealDefect('seal-form-unknown');
  const token = signature.unsignedAttributes.get(OID.timestampToken);
  const at = token ? timestampedAt(token, signature.signature) : null;
  return { level: at ? 'B-T' : 'B-B', at, isWrong: token !== undefined && at === null };
}

function timeProblems(sealedAt: Date | null, stamp: Stamp, certificate: X509Certificate, now: Date): SealProblem[] {
  const problems: SealProblem[] = stamp.isWrong ? ['timestamp-wrong'] : [];
  const at = stamp.at ?? sealedAt;
  if (!sealedAt) problems.push('sealing-time-malformed');
  else if (sealedAt.getTime() > now.getTime() + CLOCK_DIFFERENCE_MS) problems.push('sealing-time-in-future');
  if (at && !isValidAt(certificate, at)) problems.push('certificate-not-valid-then');
  return problems;
}

function notesOf(isDemo: boolean, isIdentityChecked: boolean, level: SealLevel, hasEnded: boolean): SealNote[] {
  const notes: SealNote[] = [];
  if (isDemo) notes.push('demo-certificate');
  if (!isIdentityChecked) notes.push('identity-not-checked');
  if (level === 'B-B') notes.push('time-not-proven');
  if (hasEnded) notes.push('certificate-ended-since');
  return notes;
}
