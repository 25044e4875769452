import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';

import { partsOf } from '../../src/sealing/certificate-names.js';
import { TAG } from '../../src/sealing/der.js';
import { OID } from '../../src/sealing/object-identifiers.js';
import { PdfFile } from '../../src/sealing/pdf-file.js';
import { openSeal } from '../../src/sealing/seal-update.js';
import { SEALED_AT } from './signers.js';

/** DER as a forger writes it: by hand, wherever a rule may be broken. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};
export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(TAG.sequence, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => der(TAG.set, ...parts);
export const octets = (bytes: Uint8Array): Buffer => der(TAG.octetString, bytes);
export const integer = (value: number): Buffer => der(TAG.integer, Buffer.from([value]));
export const attribute = (type: string, ...values: readonly Uint8Array[]): Buffer =>
  sequence(oid(type), set(...values));

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...arcs].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
      digits.unshift((rest & 0x7f) | 0x80);
    return digits;
  });
  return der(TAG.oid, Buffer.from(bytes));
}

export interface Forgery {
  readonly certificatesPem: string;
  readonly privateKeyPem: string;
  readonly contentType?: string;
  /** Present in an attached signature such as a time stamp. */
  readonly content?: Buffer;
  readonly moreSigned?: readonly Buffer[];
  readonly moreUnsigned?: (signature: Buffer) => readonly Buffer[];
  readonly afterSigners?: Buffer;
  /** Written in the signer's identifier in place of the certificate's own number. */
  readonly serialNumber?: Buffer;
}

/** A CMS SignedData that is right in everything but what the forgery asks for. The key is a P-256 key. */
export function forgedSignedData(digest: Buffer, forgery: Forgery): Buffer {
  const {
    certificatesPem,
    privateKeyPem,
    contentType = OID.data,
    content,
    moreSigned = [],
    moreUnsigned,
    afterSigners,
  } = forgery;
  const certificates = (certificatesPem.match(/-----BEGIN[^]+?END CERTIFICATE-----/g) ?? []).map(
    (pem) => new X509Certificate(pem),
  );
  const [own] = certificates;
  if (!own) throw new Error('a forger needs a certificate too');
  const { issuer, serialNumber } = partsOf(own);
  const hash = sequence(oid(OID.sha256));
  const ids = certificates.map(({ raw }) => sequence(octets(createHash('sha256').update(raw).digest())));
  const signed = [
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(...ids))),
    ...moreSigned,
  ];
  const signature = sign('sha256', set(...signed), createPrivateKey(privateKeyPem));
  const unsigned = moreUnsigned ? [der(0xa1, ...moreUnsigned(signature))] : [];
  const signer = sequence(
    integer(1),
    sequence(issuer.raw, forgery.serialNumber ?? serialNumber.raw),
    hash,
    der(0xa0, ...signed),
    sequence(oid(OID.ecdsaWithSha256)),
    octets(signature),
    ...unsigned,
  );
  const parts = [
    integer(contentType === OID.data ? 1 : 3),
    set(hash),
    sequence(oid(contentType), ...(content ? [der(0xa0, octets(content))] : [])),
    der(0xa0, ...certificates.map(({ raw }) => raw)),
    set(signer),
    ...(afterSigners ? [afterSigners] : []),
  ];
  return sequence(oid(OID.signedData), der(0xa0, sequence(...parts)));
}

/** Seals a PDF with a forged signature; `change` may alter the bytes around the hole before they are signed. */
export function forgedSeal(
  pdf: Buffer,
  forgery: Forgery,
  change: (bytes: Buffer) => void = () => {},
  recode = (cms: Buffer): Buffer => cms,
): Buffer {
  const { bytes, holeFrom, holeTo } = openSeal(PdfFile.of(pdf), { sealedAt: SEALED_AT, signerName: 'x' }, 8_000);
  change(bytes);
  const digest = createHash('sha256').update(bytes.subarray(0, holeFrom)).update(bytes.subarray(holeTo)).digest();
  bytes.write(recode(forgedSignedData(digest, forgery)).toString('hex'), holeFrom + 1, 'latin1');
  return bytes;
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}
