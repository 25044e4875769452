import { createHash, X509Certificate } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { chainFrom } from '../../src/sealing/certificate-chain.js';
import { children, oidOf, readDer } from '../../src/sealing/der.js';
import { OID } from '../../src/sealing/object-identifiers.js';
import { PdfFile } from '../../src/sealing/pdf-file.js';
import { sealPdf } from '../../src/sealing/seal-pdf.js';
import type { SealVerdict } from '../../src/sealing/seal-verdict.js';
import type { Signer } from '../../src/sealing/signer.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import {
  attribute,
  der,
  forgedSeal,
  forgedSignedData,
  integer,
  octets,
  oid,
  sequence,
  type Forgery,
} from './forgery.js';
import { hasOpenssl, withFiles } from './other-verifiers.js';
import { samplePdf } from './sample-pdf.js';
import type { TestSigner } from './signers.js';
import { aSigner, SEALED_AT } from './signers.js';

const withOpenssl = hasOpenssl ? it : it.skip;
const verify = (pdf: Uint8Array): SealVerdict => verifySealedPdf(pdf, { now: SEALED_AT });

describe('a forger who holds a key of his own', () => {
  let sealer: TestSigner;
  let pdf: Buffer;
  const problemsOf = (
    forgery: Partial<Forgery>,
    ...more: [((bytes: Buffer) => void)?, ((cms: Buffer) => Buffer)?]
  ): readonly string[] => verify(forgedSeal(pdf, { ...sealer.made, ...forgery }, ...more)).problems;

  beforeAll(async () => {
    [sealer, pdf] = await Promise.all([aSigner(), samplePdf()]);
  });

  it('who breaks no rule is believed, so that the cases below fail for their own reason', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [
      'adds a signing time',
      { moreSigned: [attribute(OID.signingTime, der(0x17, Buffer.from('261120100000Z')))] },
      'seal-form-unknown',
    ],
    [
      'gives an attribute twice',
      { moreSigned: [attribute(OID.messageDigest, octets(Buffer.alloc(32)))] },
      'signature-malformed',
    ],
    [
      'gives an attribute two values',
      { moreSigned: [attribute('1.2.3', integer(1), integer(2))] },
      'signature-malformed',
    ],
    ['hides something behind the signers', { afterSigners: octets(Buffer.from('hidden')) }, 'signature-malformed'],
    [
      'hides something in unsigned attributes',
      { moreUnsigned: () => [attribute('1.2.3', integer(1))] },
      'seal-form-unknown',
    ],
    ['names another serial number', { serialNumber: integer(7) }, 'signing-certificate-differs'],
    ['attaches content of his own', { content: Buffer.from('other content') }, 'seal-form-unknown'],
    ['signs another kind of content', { contentType: OID.timestampInfo }, 'seal-form-unknown'],
  ] as const)('and %s is found out', (_name, forgery, problem) => {
    expect(problemsOf(forgery)).toEqual([problem]);
  });

  it('and writes a length in more bytes than it needs is found out', () => {
    const longer = (cms: Buffer): Buffer => Buffer.concat([Buffer.from([0x30, 0x83, 0x00]), cms.subarray(2)]);
    expect(problemsOf({}, undefined, longer)).toEqual(['signature-malformed']);
  });

  it('and leaves the first byte out of the byte range is found out', () => {
    expect(
      problemsOf({}, (bytes) => bytes.write('1', bytes.lastIndexOf('/ByteRange [0') + '/ByteRange ['.length)),
    ).toEqual(['byte-range-wrong']);
  });

  it('and writes digits of the signature as capitals is found out', async () => {
    const sealed = Buffer.from(await sealPdf(pdf, sealer.signer, { sealedAt: SEALED_AT }));
    const at = sealed.indexOf('/Contents <') + '/Contents <'.length;
    const letter = [...sealed.toString('latin1', at, at + 200)].findIndex((digit) => /[a-f]/.test(digit));
    sealed.write(sealed.toString('latin1', at + letter, at + letter + 1).toUpperCase(), at + letter, 'latin1');
    expect(verify(sealed).problems).toEqual(['signature-malformed']);
  });

  it('and stamps the time himself is found out', () => {
    const stamp = (signature: Buffer): readonly Buffer[] => [
      attribute(OID.timestampToken, token(signature, sealer.made, '20261120100000Z')),
    ];
    expect(problemsOf({ moreUnsigned: stamp })).toEqual(['timestamp-wrong']);
  });

  withOpenssl('and stamps a time at which his authority was not valid is found out', () => {
    const authority = certificateWith('extendedKeyUsage=critical,timeStamping');
    const stampedAt = (time: string): readonly string[] =>
      problemsOf({ moreUnsigned: (signature) => [attribute(OID.timestampToken, token(signature, authority, time))] });
    const today = new Date().toISOString().replace(/[-:T]|\..*$/g, '');
    expect([`${today}Z`, '20200101000000Z', '20991231000000Z'].map(stampedAt)).toEqual([
      [],
      ['timestamp-wrong'],
      ['timestamp-wrong'],
    ]);
  });

  withOpenssl('and seals with a certificate that may issue others is found out', async () => {
    const { certificatesPem, privateKeyPem } = certificateWith('basicConstraints=critical,CA:TRUE');
    expect(verifySealedPdf(forgedSeal(pdf, { certificatesPem, privateKeyPem })).problems).toContain(
      'certificate-not-for-sealing',
    );
  });

  it('and seals after his certificate ended is found out', async () => {
    const late = new Date('2040-01-01T00:00:00Z');
    const stubborn: Signer = { ...sealer.signer, validTo: new Date('2050-01-01T00:00:00Z') };
    await expect(sealPdf(pdf, stubborn, { sealedAt: late })).rejects.toMatchObject({
      details: { reason: 'own-check', problems: ['certificate-not-valid-then'] },
    });
  });

  it('and hides a second signature in a child of a field is found out', async () => {
    const text = pdf.toString('latin1');
    const file = PdfFile.of(pdf);
    const root = file.resolve(file.trailer.get('Root'))?.raw.replace('<<', '<< /AcroForm << /Fields [90 0 R] >>') ?? '';
    const objects = [
      [file.rootReference.number, root],
      [90, '<< /FT /Sig /T (a) /Kids [91 0 R] >>'],
      [91, '<< /Parent 90 0 R /V 92 0 R >>'],
      [92, '<< /Type /Sig >>'],
    ] as const;
    let body = text;
    let table = 'xref\n';
    for (const [number, object] of objects) {
      table += `${number} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`;
      body += `${number} 0 obj\n${object}\nendobj\n`;
    }
    const trailer = `trailer\n<< /Size 93 /Root ${file.rootReference.number} 0 R /Prev ${file.tableAt} >>\nstartxref\n${body.length}\n%%EOF\n`;
    await expect(
      sealPdf(Buffer.from(body + table + trailer, 'latin1'), sealer.signer, { sealedAt: SEALED_AT }),
    ).rejects.toMatchObject({
      details: { reason: 'own-check', problems: ['several-seals'] },
    });
  });
});

describe('a chain of certificates', () => {
  it('does not end in a root that did not sign itself', async () => {
    const { made } = await aSigner();
    const [leaf, root] = [new X509Certificate(made.certificatesPem), new X509Certificate(made.issuerPem)];
    const bytes = Buffer.from(root.raw);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0x01;
    expect(chainFrom(leaf, [leaf, root])).toHaveLength(2);
    expect(chainFrom(leaf, [leaf, new X509Certificate(bytes)])).toBeNull();
  });

  withOpenssl('does not pass through a certificate that may not issue others', () => {
    for (const [right, expected] of [
      ['CA:TRUE', 2],
      ['CA:FALSE', null],
    ] as const) {
      const [leaf, issuer] = issued(`basicConstraints=critical,${right}`);
      expect(chainFrom(leaf, [leaf, issuer])?.length ?? null).toBe(expected);
    }
  });
});

describe('strict DER', () => {
  it.each([
    ['nothing', ''],
    ['a value cut off', '0405'],
    ['a length cut off', '0482'],
    ['bytes behind the value', '040100ff'],
    ['an open length', '3080040100'],
    ['a length in more bytes than needed', '04810100'],
    ['a length with a leading zero', `04820080${'00'.repeat(128)}`],
    ['a length of five bytes', '048501000000'],
    ['a tag of several bytes', '1f8100'],
  ])('refuses %s', (_name, hex) => {
    expect(() => readDer(Buffer.from(hex, 'hex'))).toThrow();
  });

  it.each(['0600', '060180', '06028001', '060481'])('refuses the object identifier %s', (hex) => {
    expect(() => oidOf(readDer(Buffer.from(hex, 'hex')))).toThrow();
  });

  it('reads what it should', () => {
    expect(Object.values(OID).map((dotted) => oidOf(readDer(oid(dotted))))).toEqual(Object.values(OID));
    expect(
      children(readDer(sequence(integer(1), octets(Buffer.alloc(300))))).map(({ content }) => content.length),
    ).toEqual([1, 300]);
  });
});

it('refuses a PDF that hides a cross-reference stream beside its table', async () => {
  const text = (await samplePdf()).toString('latin1').replace('trailer\n<<', 'trailer\n<< /XRefStm 15 ');
  expect(verify(Buffer.from(text, 'latin1')).problems).toEqual(['structure-unreadable']);
});

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

interface Keys {
  readonly certificatesPem: string;
  readonly privateKeyPem: string;
}

/** TimeStampToken over a signature, made with any certificate at any time. */
function token(signature: Buffer, keys: Keys, time: string): Buffer {
  const imprint = sequence(sequence(oid(OID.sha256)), octets(sha256(signature)));
  const info = sequence(integer(1), oid('1.2.3.4'), imprint, integer(1), der(0x18, Buffer.from(time)));
  return forgedSignedData(sha256(info), { ...keys, contentType: OID.timestampInfo, content: info });
}

function certificateWith(extension: string): Keys {
  return withFiles({}, (path) => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', path('key')];
    execFileSync(
      'openssl',
      ['req', '-x509', ...key, '-out', path('certificate'), '-subj', '/CN=Forger', '-addext', extension],
      { stdio: 'pipe' },
    );
    return {
      certificatesPem: readFileSync(path('certificate'), 'utf8'),
      privateKeyPem: readFileSync(path('key'), 'utf8'),
    };
  });
}

/** A certificate and the one whose key signed it, which has the extension. */
function issued(extension: string): [X509Certificate, X509Certificate] {
  const { certificatesPem, privateKeyPem } = certificateWith(extension);
  return withFiles({ issuer: certificatesPem, key: privateKeyPem }, (path) => {
    const request = [
      'req',
      '-new',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      path('own-key'),
      '-subj',
      '/CN=Leaf',
      '-out',
      path('request'),
    ];
    execFileSync('openssl', request, { stdio: 'pipe' });
    const issuer = ['-CA', path('issuer'), '-CAkey', path('key'), '-CAcreateserial', '-days', '1'];
    execFileSync('openssl', ['x509', '-req', '-in', path('request'), ...issuer, '-out', path('leaf')], {
      stdio: 'pipe',
    });
    return [new X509Certificate(readFileSync(path('leaf'))), new X509Certificate(certificatesPem)];
  });
}
