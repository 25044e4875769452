import { createHash } from 'node:crypto';

import { Null, ObjectIdentifier, OctetString, Sequence, fromBER } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  GeneralName,
  GeneralNames,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

import { OID } from './object-identifiers.js';
import type { Signer } from './signer.js';

/** Gives an RFC 3161 token (DER) for the SHA-256 of a signature value. */
export type GetTimestamp = (sha256: Uint8Array) => Promise<Uint8Array>;

const SET_OF = 0x31;
const ATTRIBUTES_IN_PLACE = 0xa0;

/**
 * The detached CMS signature of PAdES baseline B: content type, message digest and signing certificate are signed, and no
 * signing time, which PAdES forbids here (the time stands in the signature dictionary). With a time stamp it becomes B-T.
 * @param digest SHA-256 of the sealed bytes
 * @returns DER
 */
export async function cmsSignature(
  digest: Uint8Array,
  signer: Signer,
  getTimestamp?: GetTimestamp,
): Promise<Uint8Array> {
  const certificates = [signer.certificate, ...signer.issuers].map((der) => Certificate.fromBER(own(der)));
  const sealing = certificates[0]!; // the list begins with the seal's own
  const attributes = inDerOrder([
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [octets(digest)] }),
    new Attribute({ type: OID.signingCertificateV2, values: [signingCertificates(certificates)] }),
  ]);
  const signed = new SignedAndUnsignedAttributes({ type: 0, attributes });
  const signature = await signer.sign(attributesToSign(signed));
  const token = await getTimestamp?.(createHash('sha256').update(signature).digest());

  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: sealing.issuer, serialNumber: sealing.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    signedAttrs: signed,
    signatureAlgorithm: signatureAlgorithm(signer),
    signature: octets(signature),
    ...(token && { unsignedAttrs: timestampAttribute(token) }),
  });
  return signedData(info, certificates);
}

function signedData(info: SignerInfo, certificates: Certificate[]): Uint8Array {
  const content = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [info],
  });
  return new Uint8Array(
    new ContentInfo({ contentType: OID.signedData, content: content.toSchema() }).toSchema().toBER(),
  );
}

/** RFC 5652 5.4: signed as a SET OF although stored under an implicit tag. */
function attributesToSign(attributes: SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER());
  if (bytes[0] !== ATTRIBUTES_IN_PLACE) throw new Error('signed attributes are not where they should be');
  bytes[0] = SET_OF;
  return bytes;
}

/**
 * RFC 5035: names the certificate by its hash, so that another one with the same key or name cannot take its place.
 * The issuers are named too: they lie in the hole that the digest does not cover, and nothing else would hold them.
 */
function signingCertificates(certificates: readonly Certificate[]): Sequence {
  return new Sequence({ value: [new Sequence({ value: certificates.map(certificateId) })] });
}

function certificateId(certificate: Certificate): Sequence {
  const digest = createHash('sha256').update(new Uint8Array(certificate.toSchema().toBER())).digest();
  const issuer = new GeneralNames({ names: [new GeneralName({ type: 4, value: certificate.issuer })] });
  return new Sequence({
    value: [octets(digest), new Sequence({ value: [issuer.toSchema(), certificate.serialNumber] })],
  });
}

function signatureAlgorithm({ keyKind }: Signer): AlgorithmIdentifier {
  if (keyKind === 'ec') return new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
  return new AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new Null() });
}

function timestampAttribute(token: Uint8Array): SignedAndUnsignedAttributes {
  const { result } = fromBER(own(token));
  return new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: OID.timestampToken, values: [result] })],
  });
}

/** DER sorts a SET OF by its encoded elements. */
function inDerOrder(attributes: readonly Attribute[]): Attribute[] {
  const encoded = attributes.map((attribute) => ({ attribute, bytes: Buffer.from(attribute.toSchema().toBER()) }));
  return encoded.sort((one, other) => Buffer.compare(one.bytes, other.bytes)).map(({ attribute }) => attribute);
}

const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: own(bytes) });

/** pkijs wants an array buffer that holds these bytes and nothing else. */
const own = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
