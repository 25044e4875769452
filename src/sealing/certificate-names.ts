import type { X509Certificate } from 'node:crypto';

import type { DerNode } from './der.js';
import { children, DerError, oidOf, only, open, readDer, TAG } from './der.js';
import { OID } from './object-identifiers.js';

export interface CertificateNames {
  /** Subject CN, or O where there is none. */
  readonly commonName: string;
  readonly organization: string;
  readonly units: readonly string[];
  /** Issuer CN, or O where there is none. */
  readonly issuerName: string;
}

/** Parts of a certificate as bytes: names are compared as they were encoded, never re-encoded. */
export interface CertificateParts {
  readonly serialNumber: DerNode;
  readonly issuer: DerNode;
  readonly subject: DerNode;
  readonly extensions: ReadonlyMap<string, Buffer>;
}

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

export function partsOf(certificate: X509Certificate): CertificateParts {
  const tbs = children(open(readDer(certificate.raw), TAG.sequence)[0] ?? fail());
  const [serialNumber, , issuer, , subject] = tbs[0]?.tag === VERSION ? tbs.slice(1) : tbs;
  if (!serialNumber || !issuer || !subject) return fail();
  const list = tbs.find(({ tag }) => tag === EXTENSIONS);
  const extensions = list ? open(only(children(list)), TAG.sequence).map(extensionOf) : [];
  return { serialNumber, issuer, subject, extensions: new Map(extensions) };
}

/** Names in any script. @throws DerError for a certificate whose names cannot be read */
export function namesOf(certificate: X509Certificate): CertificateNames {
  const { subject, issuer } = partsOf(certificate);
  return {
    commonName: firstOf(subject, OID.commonName) ?? firstOf(subject, OID.organization) ?? '',
    organization: firstOf(subject, OID.organization) ?? '',
    units: valuesOf(subject, OID.organizationalUnit),
    issuerName: firstOf(issuer, OID.commonName) ?? firstOf(issuer, OID.organization) ?? '',
  };
}

function extensionOf(node: DerNode): [string, Buffer] {
  const [oid, ...rest] = open(node, TAG.sequence);
  return [oidOf(oid), rest.at(-1)?.content ?? fail()];
}

const firstOf = (name: DerNode, type: string): string | undefined => valuesOf(name, type)[0];

function valuesOf(name: DerNode, type: string): string[] {
  const pairs = open(name, TAG.sequence).flatMap((set) => open(set, TAG.set).map((pair) => open(pair, TAG.sequence)));
  return pairs.filter(([oid]) => oidOf(oid) === type).map(([, value]) => textOf(value));
}

function textOf(node: DerNode | undefined): string {
  if (!node) return fail();
  if (node.tag === TAG.bmpString) return Buffer.from(node.content).swap16().toString('utf16le');
  return node.content.toString(node.tag === TAG.utf8String ? 'utf8' : 'latin1');
}

const fail = (): never => {
  throw new DerError('certificate-malformed');
};
