import type { KeyObject } from 'node:crypto';
import { createPrivateKey, X509Certificate } from 'node:crypto';

import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo } from 'pkijs';

import { DomainError } from '../core/errors.js';

/** An array buffer of its own: pkijs takes nothing else. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/**
 * The key and the certificates of a PKCS#12 file with modern encryption (PBES2, AES), as OpenSSL 3 and Windows 10 write it.
 * @throws DomainError seal.certificate-invalid pkcs12-unreadable: wrong passphrase, damaged, or the old RC2/3DES encryption
 */
export async function openPkcs12(file: {
  readonly pkcs12: Uint8Array;
  readonly passphrase: string;
}): Promise<{ key: KeyObject; certificates: X509Certificate[] }> {
  try {
    const bags = await openBags(file.pkcs12, bufferOf(Buffer.from(file.passphrase, 'utf8')));
    const key = bags.find((bag) => bag instanceof PrivateKeyInfo);
    if (!key) throw new Error('no key in it');
    const certificates = bags.filter((bag) => bag instanceof Certificate);
    return {
      key: createPrivateKey({ key: Buffer.from(key.toSchema().toBER()), format: 'der', type: 'pkcs8' }),
      certificates: certificates.map((bag) => new X509Certificate(Buffer.from(bag.toSchema().toBER()))),
    };
  } catch {
    throw new DomainError('seal.certificate-invalid', { reason: 'pkcs12-unreadable' });
  }
}

async function openBags(bytes: Uint8Array, password: ArrayBuffer): Promise<unknown[]> {
  const pfx = PFX.fromBER(bufferOf(bytes));
  await pfx.parseInternalValues({ password });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new Error('no content in it');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });

  const contents = (safe.parsedValue as { safeContents: { value: { safeBags: { bagValue: unknown }[] } }[] })
    .safeContents; // pkijs types it as any
  return Promise.all(
    contents.flatMap(({ value }) => value.safeBags.map(({ bagValue }) => openBag(bagValue, password))),
  );
}

async function openBag(bag: unknown, password: ArrayBuffer): Promise<unknown> {
  if (bag instanceof CertBag) return bag.parsedValue;
  if (!(bag instanceof PKCS8ShroudedKeyBag)) return bag;
  // pkijs keeps parseInternalValues of this class protected although there is no other way to open the bag
  await (
    bag as unknown as { parseInternalValues(parameters: { password: ArrayBuffer }): Promise<void> }
  ).parseInternalValues({ password });
  return bag.parsedValue;
}
