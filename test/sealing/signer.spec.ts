import { X509Certificate } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { makeDemoCertificate } from '../../src/sealing/demo-certificate.js';
import { namesOf } from '../../src/sealing/certificate-names.js';
import { sealPdf } from '../../src/sealing/seal-pdf.js';
import type { Signer } from '../../src/sealing/signer.js';
import { loadSigner } from '../../src/sealing/signer.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { hasOpenssl, withFiles } from './other-verifiers.js';
import { samplePdf } from './sample-pdf.js';
import { AGENCY, aSigner, SEALED_AT } from './signers.js';

const withOpenssl = hasOpenssl ? it : it.skip;

describe('a demo certificate', () => {
  it('says in subject and issuer, in Thai and in capitals, that it has no legal effect', async () => {
    const { made } = await aSigner();
    const seal = new X509Certificate(made.certificatesPem);
    expect(namesOf(seal)).toEqual({
      commonName: `ตราประทับสาธิต ${AGENCY}`,
      organization: AGENCY,
      units: ['DEMO - NO LEGAL EFFECT'],
      issuerName: `ผู้ออกใบรับรองสาธิต ${AGENCY}`,
    });
    expect(seal.ca).toBe(false);
    expect(new X509Certificate(made.issuerPem).ca).toBe(true);
    expect(seal.verify(new X509Certificate(made.issuerPem).publicKey)).toBe(true);
  });

  it('is valid for the years asked for, also beyond 2049', async () => {
    const made = await makeDemoCertificate({
      organizationName: AGENCY,
      validFrom: new Date('2048-02-29T00:00:00Z'),
      validYears: 3,
      keyKind: 'p-256',
    });
    const { validFrom, validTo } = await loadSigner(made, new Date('2050-06-01T00:00:00Z'));
    expect([validFrom, validTo].map((date) => date.toISOString())).toEqual([
      '2048-02-29T00:00:00.000Z',
      '2051-03-01T00:00:00.000Z',
    ]);
  });

  it('cuts a name that is too long for X.509 between letters', async () => {
    const long = 'องค์การบริหารส่วนตำบลที่มีชื่อยาวเป็นพิเศษเพื่อการทดสอบระบบน้ำประปาหมู่บ้านตัวอย่าง';
    const { made } = await aSigner('p-256', long);
    const { commonName, organization } = namesOf(new X509Certificate(made.certificatesPem));
    for (const name of [commonName, organization]) {
      expect(name.length).toBeLessThanOrEqual(64);
      expect(`ตราประทับสาธิต ${long}`).toContain(name);
    }
    expect(long.slice(organization.length)).not.toMatch(/^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/); // no mark is torn off its letter
  });
});

describe('loading a signer', () => {
  it('names an expired certificate', async () => {
    const { made } = await aSigner();
    await expect(loadSigner(made, new Date('2032-01-01T00:00:00Z'))).rejects.toMatchObject({
      code: 'seal.certificate-expired',
      details: { validTo: '2031-01-01T00:00:00.000Z' },
    });
  });

  it('takes certificates in any order and leaves strangers out', async () => {
    const [own, other] = await Promise.all([aSigner(), aSigner()]);
    const certificatesPem = `${other.made.certificatesPem}words in between\n${own.made.issuerPem}${own.made.certificatesPem}`;
    const { certificate, issuers } = await loadSigner(
      { certificatesPem, privateKeyPem: own.made.privateKeyPem },
      SEALED_AT,
    );
    expect(Buffer.from(certificate)).toEqual(Buffer.from(own.signer.certificate));
    expect(issuers.map((issuer) => Buffer.from(issuer))).toEqual(
      own.signer.issuers.map((issuer) => Buffer.from(issuer)),
    );
  });

  it.each([
    [
      'a key of another certificate',
      async () => ({ ...(await aSigner()).made, privateKeyPem: (await aSigner()).made.privateKeyPem }),
      'no-certificate-for-this-key',
    ],
    ['no key', async () => ({ ...(await aSigner()).made, privateKeyPem: '' }), 'private-key-unreadable'],
    ['no certificate', async () => ({ ...(await aSigner()).made, certificatesPem: '' }), 'no-certificate-for-this-key'],
    [
      'a damaged certificate',
      async () => ({ ...(await aSigner()).made, certificatesPem: DAMAGED }),
      'certificate-unreadable',
    ],
    [
      'a file that is no PKCS#12',
      () => Promise.resolve({ pkcs12: Buffer.from('no'), passphrase: '' }),
      'pkcs12-unreadable',
    ],
  ])('refuses %s', async (_name, make, reason) => {
    await expect(loadSigner(await make(), SEALED_AT)).rejects.toMatchObject({
      code: 'seal.certificate-invalid',
      details: { reason },
    });
  });

  withOpenssl.each([
    ['rsa:1024', 'key-kind-unknown'],
    ['ed25519', 'key-kind-unknown'],
    ['rsa:2048', 'not-for-sealing'], // OpenSSL makes it an issuer of others, which must not seal
  ])('refuses a self-signed certificate of a %s key', async (kind, reason) => {
    const [certificatesPem, privateKeyPem] = selfSigned(kind);
    await expect(loadSigner({ certificatesPem, privateKeyPem }, new Date())).rejects.toMatchObject({
      details: { reason },
    });
  });

  withOpenssl('opens a PKCS#12 file as OpenSSL writes it and seals with it', async () => {
    const { made } = await aSigner();
    const pkcs12 = asPkcs12(made, 'รหัสผ่าน');
    const signer = await loadSigner({ pkcs12, passphrase: 'รหัสผ่าน' }, SEALED_AT);
    expect(signer.issuers).toHaveLength(1);
    const sealed = await sealPdf(await samplePdf(), signer, { sealedAt: SEALED_AT });
    expect(
      verifySealedPdf(sealed, { now: SEALED_AT, trustedRoots: [new X509Certificate(made.issuerPem)] }),
    ).toMatchObject({ authentic: true });
    await expect(loadSigner({ pkcs12, passphrase: 'wrong' }, SEALED_AT)).rejects.toMatchObject({
      details: { reason: 'pkcs12-unreadable' },
    });
  });
});

describe('a certificate of somebody else', () => {
  it('does not pass for ours with a signature by another key', async () => {
    const [own, other] = await Promise.all([aSigner(), aSigner()]);
    const impostor: Signer = { ...own.signer, sign: (bytes) => other.signer.sign(bytes) };
    await expect(sealPdf(await samplePdf(), impostor, { sealedAt: SEALED_AT })).rejects.toMatchObject({
      details: { reason: 'own-check', problems: ['signature-wrong'] },
    });
  });

  it('does not pass for ours by standing beside our issuer', async () => {
    const [own, other] = await Promise.all([aSigner(), aSigner()]);
    const mixed: Signer = { ...other.signer, issuers: own.signer.issuers };
    await expect(sealPdf(await samplePdf(), mixed, { sealedAt: SEALED_AT })).rejects.toMatchObject({
      details: { reason: 'own-check', problems: ['certificate-chain-wrong'] },
    });
  });
});

const DAMAGED = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

function selfSigned(kind: string): [string, string] {
  return withFiles({}, (path) => {
    const command = [
      'req',
      '-x509',
      '-newkey',
      kind,
      '-nodes',
      '-keyout',
      path('key'),
      '-out',
      path('certificate'),
      '-subj',
      '/CN=Other',
    ];
    execFileSync('openssl', command, { stdio: 'pipe' });
    return [readFileSync(path('certificate'), 'utf8'), readFileSync(path('key'), 'utf8')];
  });
}

function asPkcs12(
  { certificatesPem, privateKeyPem }: { certificatesPem: string; privateKeyPem: string },
  passphrase: string,
): Buffer {
  return withFiles({ certificates: certificatesPem, key: privateKeyPem }, (path) => {
    const input = ['-in', path('certificates'), '-inkey', path('key')];
    execFileSync(
      'openssl',
      ['pkcs12', '-export', ...input, '-out', path('all.p12'), '-passout', `pass:${passphrase}`],
      { stdio: 'pipe' },
    );
    return readFileSync(path('all.p12'));
  });
}
