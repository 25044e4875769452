import type { KeyObject } from 'node:crypto';
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';

import { DomainError } from '../core/errors.js';
import { maySign } from './certificate-chain.js';
import { openPkcs12 } from './pkcs12.js';

export type SealKeyKind = 'rsa' | 'ec';

/** A certificate with the means to sign under it. The key itself stays behind `sign`, so that it may live elsewhere. */
export interface Signer {
  /** DER of the certificate of the seal. */
  readonly certificate: Uint8Array;
  /** DER of its issuers, nearest first; may be empty. */
  readonly issuers: readonly Uint8Array[];
  readonly keyKind: SealKeyKind;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** PKCS#1 v1.5 or DER-encoded ECDSA signature over the SHA-256 of the bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** PEM texts, or one PKCS#12 file. PEM certificates may stand in any order. */
export type SignerMaterial =
  | { readonly certificatesPem: string; readonly privateKeyPem: string; readonly passphrase?: string }
  | { readonly pkcs12: Uint8Array; readonly passphrase: string };

const CURVES = ['prime256v1', 'secp384r1'];
const LEAST_RSA_BITS = 2048;
const signWith = promisify(sign);

/**
 * Opens what an agency or the installation has stored.
 * @param at the moment for which the certificate has to be valid
 * @throws DomainError seal.certificate-invalid (details.reason), seal.certificate-expired (details.validTo)
 */
export async function loadSigner(material: SignerMaterial, at: Date): Promise<Signer> {
  const { key, certificates } = 'pkcs12' in material ? await openPkcs12(material) : openPem(material);
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) throw invalid('no-certificate-for-this-key');
  const keyKind = keyKindOf(key);
  if (!maySign(own)) throw invalid('not-for-sealing');
  const signer: Signer = {
    certificate: own.raw,
    issuers: issuersOf(own, certificates).map(({ raw }) => raw),
    keyKind,
    validFrom: new Date(own.validFrom),
    validTo: new Date(own.validTo),
    sign: (bytes) => signWith('sha256', bytes, key),
  };
  assertValidAt(signer, at);
  return signer;
}

/** @throws DomainError seal.certificate-expired, or seal.certificate-invalid before its first day */
export function assertValidAt({ validFrom, validTo }: Signer, at: Date): void {
  if (at > validTo) throw new DomainError('seal.certificate-expired', { validTo: validTo.toISOString() });
  if (at < validFrom) throw invalid('not-yet-valid');
}

export const invalid = (reason: string): DomainError => new DomainError('seal.certificate-invalid', { reason });

function openPem({ certificatesPem, privateKeyPem, passphrase }: Extract<SignerMaterial, { privateKeyPem: string }>): {
  key: KeyObject;
  certificates: X509Certificate[];
} {
  const blocks = certificatesPem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return {
    key: orInvalid('private-key-unreadable', () => createPrivateKey({ key: privateKeyPem, passphrase })),
    certificates: orInvalid('certificate-unreadable', () => blocks.map((pem) => new X509Certificate(pem))),
  };
}

/** From the seal's certificate up to its root, as far as the stored certificates reach. */
function issuersOf(own: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let last = own; !last.checkIssued(last) && chain.length < all.length;) {
    const issuer = all.find((each) => last.checkIssued(each) && last.verify(each.publicKey));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function keyKindOf(key: KeyObject): SealKeyKind {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= LEAST_RSA_BITS) return 'rsa';
  if (key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve)) return 'ec';
  throw invalid('key-kind-unknown');
}

function orInvalid<T>(reason: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw invalid(reason);
  }
}
