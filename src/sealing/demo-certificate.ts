import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

import { BitString, Integer, Null, OctetString } from 'asn1js';
import type { RelativeDistinguishedNames } from 'pkijs';
import {
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  Time,
} from 'pkijs';

import { DEMO_ISSUER_LABEL, DEMO_SEAL_LABEL } from '../core/thai/seal-labels.js';
import { demoName } from './demo-names.js';
import { OID } from './object-identifiers.js';

/** keyCertSign and cRLSign; digitalSignature and contentCommitment: the named bits of RFC 5280 4.2.1.3 from the left. */
const ISSUER_USAGE = 0b0000_0110;
const SEAL_USAGE = 0b1100_0000;

export interface DemoCertificateRequest {
  /** As the agency writes itself, in Thai. */
  readonly organizationName: string;
  readonly validFrom: Date;
  readonly validYears: number;
  /** RSA-3072 unless asked otherwise: every reader knows it. */
  readonly keyKind?: 'rsa-3072' | 'p-256';
}

export interface DemoCertificate {
  /** The seal's certificate followed by its issuer's. */
  readonly certificatesPem: string;
  /** PKCS#8, unencrypted: the caller stores it out of reach. */
  readonly privateKeyPem: string;
  /** What a verifier of this installation's own documents may trust. */
  readonly issuerPem: string;
}

/**
 * A certificate of the installation's own making, so that documents can be sealed from the first day.
 * The key of the issuer is thrown away once it has signed: nobody can issue a second certificate under it.
 */
export async function makeDemoCertificate(request: DemoCertificateRequest): Promise<DemoCertificate> {
  const { organizationName, keyKind = 'rsa-3072' } = request;
  const [issuerKeys, sealKeys] = await Promise.all([generateKeys(keyKind), generateKeys(keyKind)]);
  const issuerName = demoName(DEMO_ISSUER_LABEL, organizationName);
  const issuer = certificate(
    request,
    { subject: issuerName, key: issuerKeys, usage: ISSUER_USAGE, isIssuer: true },
    { name: issuerName, key: issuerKeys },
  );
  const subject = demoName(DEMO_SEAL_LABEL, organizationName);
  const seal = certificate(
    request,
    { subject, key: sealKeys, usage: SEAL_USAGE, isIssuer: false },
    { name: issuerName, key: issuerKeys },
  );
  return {
    certificatesPem: pem(seal) + pem(issuer),
    privateKeyPem: sealKeys.export({ type: 'pkcs8', format: 'pem' }).toString(),
    issuerPem: pem(issuer),
  };
}

interface CertificateHolder {
  readonly subject: RelativeDistinguishedNames;
  readonly key: KeyObject;
  readonly usage: number;
  readonly isIssuer: boolean;
}

function certificate(
  { validFrom, validYears }: DemoCertificateRequest,
  holder: CertificateHolder,
  issuer: { readonly name: RelativeDistinguishedNames; readonly key: KeyObject },
): Buffer {
  const algorithm = signatureAlgorithm(issuer.key);
  const made = new Certificate({
    version: 2,
    serialNumber: serialNumber(),
    signature: algorithm,
    signatureAlgorithm: algorithm,
    issuer: issuer.name,
    subject: holder.subject,
    notBefore: timeOf(validFrom),
    notAfter: timeOf(yearsLater(validFrom, validYears)),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(publicKeyOf(holder.key)),
    extensions: extensions(holder, issuer.key),
  });
  made.tbsView = new Uint8Array(made.encodeTBS().toBER());
  made.signatureValue = new BitString({ valueHex: own(sign('sha256', made.tbsView, issuer.key)) });
  return Buffer.from(made.toSchema().toBER());
}

function extensions({ key, usage, isIssuer }: CertificateHolder, issuerKey: KeyObject): Extension[] {
  const constraints = isIssuer ? new BasicConstraints({ cA: true, pathLenConstraint: 0 }) : new BasicConstraints();
  const authority = new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(issuerKey) });
  return [
    extension(OID.basicConstraints, true, constraints.toSchema().toBER()),
    extension(
      OID.keyUsage,
      true,
      new BitString({ valueHex: own(Uint8Array.of(usage)), unusedBits: trailingZeros(usage) }).toBER(),
    ),
    extension(OID.subjectKeyIdentifier, false, keyIdentifier(key).toBER()),
    extension(OID.authorityKeyIdentifier, false, authority.toSchema().toBER()),
  ];
}

const extension = (extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension =>
  new Extension({ extnID, critical, extnValue });

function signatureAlgorithm(key: KeyObject): AlgorithmIdentifier {
  if (key.asymmetricKeyType === 'ec') return new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
  return new AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new Null() });
}

const generatePair = promisify(generateKeyPair);

async function generateKeys(kind: 'rsa-3072' | 'p-256'): Promise<KeyObject> {
  const pair =
    kind === 'p-256'
      ? await generatePair('ec', { namedCurve: 'P-256' })
      : await generatePair('rsa', { modulusLength: 3072 });
  return pair.privateKey;
}

const publicKeyOf = (key: KeyObject): ArrayBuffer => own(createPublicKey(key).export({ type: 'spki', format: 'der' }));

const keyIdentifier = (key: KeyObject): OctetString =>
  new OctetString({
    valueHex: own(
      createHash('sha256')
        .update(new Uint8Array(publicKeyOf(key)))
        .digest()
        .subarray(0, 20),
    ),
  });

/** Positive, and not to be guessed by whoever wants a collision. */
function serialNumber(): Integer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return new Integer({ valueHex: own(bytes) });
}

/** RFC 5280 4.1.2.5: two-digit years up to 2049, four digits from 2050. */
const timeOf = (value: Date): Time => new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });

function yearsLater(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

const trailingZeros = (bits: number): number => bits.toString(2).length - bits.toString(2).replace(/0+$/, '').length;

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;

const own = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
