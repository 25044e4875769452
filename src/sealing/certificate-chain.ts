import type { X509Certificate } from 'node:crypto';

import { partsOf } from './certificate-names.js';
import { expect, oidOf, open, readDer, TAG } from './der.js';
import { OID } from './object-identifiers.js';

/** digitalSignature or contentCommitment, the first two named bits. */
const SIGNING_BITS = 0xc0;

/**
 * From a certificate to its last known issuer, each link proven by its signature and by the right to issue.
 * Null when a given certificate has no place in the chain: then somebody added or altered one.
 */
export function chainFrom(leaf: X509Certificate, given: readonly X509Certificate[]): X509Certificate[] | null {
  const chain = [leaf];
  for (let last = leaf; !isIssuedBy(last, last);) {
    const issuer = given.find((each) => !chain.includes(each) && each.ca && isIssuedBy(last, each));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  const last = chain.at(-1) ?? leaf;
  const isForgedRoot = last.checkIssued(last) && !last.verify(last.publicKey);
  return chain.length === given.length && !isForgedRoot ? chain : null;
}

/** True when the chain reaches one of the roots, or contains it. */
export function reachesTrust(chain: readonly X509Certificate[], roots: readonly X509Certificate[]): boolean {
  const last = chain.at(-1);
  return roots.some(
    (root) =>
      chain.some(({ raw }) => raw.equals(root.raw)) || (last !== undefined && root.ca && isIssuedBy(last, root)),
  );
}

export const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  at >= new Date(certificate.validFrom) && at <= new Date(certificate.validTo);

/** A certificate that restricts its key must allow signatures; one that issues others must not seal. */
export function maySign(certificate: X509Certificate): boolean {
  const usage = partsOf(certificate).extensions.get(OID.keyUsage);
  const bits = usage ? (expect(readDer(usage), TAG.bitString).content[1] ?? 0) : SIGNING_BITS;
  return !certificate.ca && (bits & SIGNING_BITS) !== 0;
}

export function mayTimestamp(certificate: X509Certificate): boolean {
  const purposes = partsOf(certificate).extensions.get(OID.extendedKeyUsage);
  return purposes !== undefined && open(readDer(purposes), TAG.sequence).map(oidOf).join() === OID.timeStamping;
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
