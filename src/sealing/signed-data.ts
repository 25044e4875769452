import { verify, X509Certificate } from 'node:crypto';

import type { DerNode } from './der.js';
import { DerError, expect, oidOf, only, open, TAG } from './der.js';
import { OID } from './object-identifiers.js';

const CERTIFICATES = 0xa0;
const SIGNED_ATTRIBUTES = 0xa0;
const UNSIGNED_ATTRIBUTES = 0xa1;
const EXPLICIT_CONTENT = 0xa0;

const HASHES: Readonly<Record<string, string>> = {
  [OID.sha1]: 'sha1',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

/** Signature algorithm -> key type and hash; plain rsaEncryption takes the hash of the digest. */
const SIGNATURES: Readonly<Record<string, readonly ['rsa' | 'ec', string | null]>> = {
  [OID.rsaEncryption]: ['rsa', null],
  [OID.rsaWithSha256]: ['rsa', 'sha256'],
  [OID.rsaWithSha384]: ['rsa', 'sha384'],
  [OID.rsaWithSha512]: ['rsa', 'sha512'],
  [OID.ecdsaWithSha256]: ['ec', 'sha256'],
  [OID.ecdsaWithSha384]: ['ec', 'sha384'],
  [OID.ecdsaWithSha512]: ['ec', 'sha512'],
};

/** A CMS SignedData with exactly one signer; every field was read, none skipped. */
export interface SignedDataParts {
  readonly contentType: string;
  /** Absent in a detached signature. */
  readonly content: Buffer | null;
  readonly certificates: readonly X509Certificate[];
  readonly issuerAndSerial: readonly DerNode[];
  readonly hash: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
  readonly signedAttributes: ReadonlyMap<string, DerNode>;
  /** As they were signed. */
  readonly signedBytes: Buffer;
  readonly unsignedAttributes: ReadonlyMap<string, DerNode>;
}

/**
 * Reads strict DER only: what is in the hole of a sealed file is not covered by its digest, so nothing loose may stay in it.
 * @throws DerError
 */
export function readSignedData(der: DerNode): SignedDataParts {
  const [type, explicit, ...more] = open(der, TAG.sequence);
  if (oidOf(type) !== OID.signedData || more.length > 0) throw new DerError('not-signed-data');
  const [version, digests, encapsulated, certificates, infos, ...others] = open(
    only(open(explicit, EXPLICIT_CONTENT)),
    TAG.sequence,
  );
  if (others.length > 0) throw new DerError('more-than-signed-data');

  const [contentType, content] = readContent(encapsulated);
  assertInteger(version, contentType === OID.data ? 1 : 3);
  const signer = readSigner(only(open(infos, TAG.set)));
  if (hashOf(only(open(digests, TAG.set))) !== signer.hash) throw new DerError('digests-differ');
  return {
    contentType,
    content,
    certificates: open(certificates, CERTIFICATES).map(({ raw }) => readCertificate(raw)),
    ...signer,
  };
}

export function isSignedBy(parts: SignedDataParts, certificate: X509Certificate): boolean {
  const [keyType, hash] = SIGNATURES[parts.signatureAlgorithm] ?? [];
  if (certificate.publicKey.asymmetricKeyType !== keyType || (hash ?? parts.hash) !== parts.hash) return false;
  return verify(parts.hash, parts.signedBytes, certificate.publicKey, parts.signature);
}

/** The digest of the content that the signature vouches for. @throws DerError */
export function signedDigest(parts: SignedDataParts): Buffer {
  if (oidOf(parts.signedAttributes.get(OID.contentType)) !== parts.contentType)
    throw new DerError('content-type-differs');
  return expect(parts.signedAttributes.get(OID.messageDigest), TAG.octetString).content;
}

function readContent(node: DerNode | undefined): [string, Buffer | null] {
  const [type, explicit, ...more] = open(node, TAG.sequence);
  if (more.length > 0) throw new DerError('more-than-content');
  return [oidOf(type), explicit ? expect(only(open(explicit, EXPLICIT_CONTENT)), TAG.octetString).content : null];
}

function readSigner(node: DerNode): Omit<SignedDataParts, 'contentType' | 'content' | 'certificates'> {
  const [version, sid, digest, signed, algorithm, signature, unsigned, ...more] = open(node, TAG.sequence);
  if (more.length > 0) throw new DerError('more-than-signer');
  assertInteger(version, 1);
  const { raw } = expect(signed, SIGNED_ATTRIBUTES);
  return {
    issuerAndSerial: open(sid, TAG.sequence),
    hash: hashOf(digest),
    signedAttributes: attributesOf(signed, SIGNED_ATTRIBUTES),
    signedBytes: Buffer.concat([Buffer.from([TAG.set]), raw.subarray(1)]),
    signatureAlgorithm: signatureAlgorithmOf(algorithm),
    signature: expect(signature, TAG.octetString).content,
    unsignedAttributes: unsigned ? attributesOf(unsigned, UNSIGNED_ATTRIBUTES) : new Map(),
  };
}

/** Each attribute once, with one value. */
function attributesOf(node: DerNode | undefined, tag: number): Map<string, DerNode> {
  const attributes = open(node, tag).map((attribute): [string, DerNode] => {
    const [type, values, ...more] = open(attribute, TAG.sequence);
    if (more.length > 0) throw new DerError('more-than-attribute');
    return [oidOf(type), only(open(values, TAG.set))];
  });
  const byType = new Map(attributes);
  if (byType.size !== attributes.length) throw new DerError('attribute-twice');
  return byType;
}

export function hashOf(node: DerNode | undefined): string {
  const [oid, parameters] = algorithmOf(node);
  const hash = HASHES[oid];
  if (!hash || (parameters !== '' && parameters !== '0500')) throw new DerError('hash-unknown');
  return hash;
}

function signatureAlgorithmOf(node: DerNode | undefined): string {
  const [oid, parameters] = algorithmOf(node);
  const [keyType] = SIGNATURES[oid] ?? [];
  if (!keyType || parameters !== (keyType === 'rsa' ? '0500' : '')) throw new DerError('signature-algorithm-unknown');
  return oid;
}

function algorithmOf(node: DerNode | undefined): [string, string] {
  const [oid, parameters, ...more] = open(node, TAG.sequence);
  if (more.length > 0) throw new DerError('more-than-algorithm');
  return [oidOf(oid), parameters?.raw.toString('hex') ?? ''];
}

function assertInteger(node: DerNode | undefined, value: number): void {
  if (!expect(node, TAG.integer).content.equals(Buffer.from([value]))) throw new DerError('version-unknown');
}

function readCertificate(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw new DerError('certificate-malformed');
  }
}
