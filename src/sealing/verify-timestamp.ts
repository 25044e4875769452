import { createHash, type X509Certificate } from 'node:crypto';

import { chainFrom, isValidAt, mayTimestamp } from './certificate-chain.js';
import type { DerNode } from './der.js';
import { DerError, expect, oidOf, open, readDer, TAG } from './der.js';
import { OID } from './object-identifiers.js';
import { hashOf, isSignedBy, readSignedData, signedDigest } from './signed-data.js';
import { signingCertificate } from './signing-certificate.js';

/** What an RFC 3161 token vouches for, and who says so. */
export interface Timestamp {
  readonly time: Date;
  /** The authority's certificate and its issuers as far as the token carries them. */
  readonly chain: readonly X509Certificate[];
}

/**
 * The time an RFC 3161 token vouches for, or null when the token is not whole or not about these bytes.
 * @param token TimeStampToken
 * @param stamped the bytes whose hash was stamped
 */
export const timestampedAt = (token: DerNode, stamped: Uint8Array): Date | null =>
  timestampIn(token, stamped)?.time ?? null;

/** The same for a token in a file of its own, with its authority. @param token DER */
export function readTimestamp(token: Buffer, stamped: Uint8Array): Timestamp | null {
  try {
    return timestampIn(readDer(token), stamped);
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function timestampIn(token: DerNode, stamped: Uint8Array): Timestamp | null {
  try {
    const parts = readSignedData(token);
    const certificate = signingCertificate(parts);
    if (parts.contentType !== OID.timestampInfo || !parts.content || !certificate) return null;
    if (!createHash(parts.hash).update(parts.content).digest().equals(signedDigest(parts))) return null;
    const chain = chainFrom(certificate, parts.certificates);
    if (!isSignedBy(parts, certificate) || !mayTimestamp(certificate) || !chain) return null;

    const { hash, imprint, time } = readInfo(parts.content);
    const isAbout = createHash(hash).update(stamped).digest().equals(imprint);
    return isAbout && isValidAt(certificate, time) ? { time, chain } : null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

export interface TimestampInfo {
  readonly hash: string;
  readonly imprint: Buffer;
  readonly time: Date;
  readonly nonce: Buffer | null;
}

/** TSTInfo of RFC 3161 2.4.2. @throws DerError */
export function readInfo(der: Buffer): TimestampInfo {
  const [, policy, message, , time, ...rest] = open(readDer(der), TAG.sequence);
  oidOf(policy);
  const [algorithm, imprint] = open(message, TAG.sequence);
  return {
    hash: hashOf(algorithm),
    imprint: expect(imprint, TAG.octetString).content,
    time: timeOf(expect(time, TAG.generalizedTime).content.toString('latin1')),
    nonce: rest.find(({ tag }) => tag === TAG.integer)?.content ?? null,
  };
}

function timeOf(text: string): Date {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  const date = new Date(
    parts ? `${parts.slice(1, 4).join('-')}T${parts.slice(4, 7).join(':')}${parts[7] ?? ''}Z` : NaN,
  );
  if (Number.isNaN(date.getTime())) throw new DerError('time-malformed');
  return date;
}
