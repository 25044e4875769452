import type { X509Certificate } from 'node:crypto';
import { createHash } from 'node:crypto';

import type { CertificateParts } from './certificate-names.js';
import { partsOf } from './certificate-names.js';
import type { DerNode } from './der.js';
import { children, expect, only, open, TAG } from './der.js';
import { OID } from './object-identifiers.js';
import type { SignedDataParts } from './signed-data.js';
import { hashOf } from './signed-data.js';

/** The certificate that the signature itself names, by hash and by issuer and serial number; null when it is not there. */
export function signingCertificate(parts: SignedDataParts): X509Certificate | null {
  const named = certificateIds(parts.signedAttributes)[0];
  const found = named && parts.certificates.find((certificate) => isNamed(certificate, named));
  if (!found) return null;
  const sid = parts.issuerAndSerial;
  return isSame(partsOf(found), sid) &&
    (named.issuerAndSerial === null || isSame(partsOf(found), named.issuerAndSerial))
    ? found
    : null;
}

/** True when the signature vouches for every certificate that came with it. */
export function namesEveryCertificate(parts: SignedDataParts): boolean {
  const ids = certificateIds(parts.signedAttributes);
  return parts.certificates.every((certificate) => ids.some((id) => isNamed(certificate, id)));
}

interface CertificateId {
  readonly hash: string;
  readonly digest: Buffer;
  readonly issuerAndSerial: readonly DerNode[] | null;
}

const isNamed = ({ raw }: X509Certificate, { hash, digest }: CertificateId): boolean =>
  createHash(hash).update(raw).digest().equals(digest);

const isSame = ({ issuer, serialNumber }: CertificateParts, [name, serial]: readonly DerNode[]): boolean =>
  name !== undefined && serial !== undefined && name.raw.equals(issuer.raw) && serial.raw.equals(serialNumber.raw);

/** ESSCertIDv2 (RFC 5035), or ESSCertID (RFC 2634) as older time-stamping authorities still write it. */
function certificateIds(attributes: ReadonlyMap<string, DerNode>): CertificateId[] {
  const newer = attributes.get(OID.signingCertificateV2);
  const list = open(newer ?? attributes.get(OID.signingCertificate), TAG.sequence)[0];
  return open(list, TAG.sequence).map((id) => certificateId(open(id, TAG.sequence), newer !== undefined));
}

function certificateId(parts: readonly DerNode[], isNewer: boolean): CertificateId {
  const namesHash = isNewer && parts[0]?.tag === TAG.sequence;
  const hash = namesHash ? hashOf(parts[0]) : isNewer ? 'sha256' : 'sha1';
  const [digest, issuerSerial] = namesHash ? parts.slice(1) : parts;
  return {
    hash,
    digest: expect(digest, TAG.octetString).content,
    issuerAndSerial: issuerSerial ? issuerAndSerialOf(issuerSerial) : null,
  };
}

function issuerAndSerialOf(node: DerNode): DerNode[] {
  const [names, serial] = open(node, TAG.sequence);
  const directoryName = only(open(names, TAG.sequence));
  return [only(children(directoryName)), expect(serial, TAG.integer)];
}
