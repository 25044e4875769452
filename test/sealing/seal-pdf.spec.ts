import { sealPdf } from '../../src/sealing/seal-pdf.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { hasOpenssl, hasPdfsig, hasQpdf, opensslAccepts, pdfsigSays, qpdfObjects } from './other-verifiers.js';
import { samplePdf } from './sample-pdf.js';
import type { TestSigner } from './signers.js';
import { AGENCY, aSigner, SEALED_AT } from './signers.js';

const itWith = (isPresent: boolean): typeof it.skip => (isPresent ? it : it.skip);
const options = { sealedAt: SEALED_AT, reason: 'เผยแพร่ต่อสาธารณะ', location: 'ตำบลตัวอย่าง' };

describe.each(['p-256', 'rsa-3072'] as const)('a PDF sealed with %s under a Thai name', (keyKind) => {
  let plain: Buffer;
  let sealer: TestSigner;
  let sealed: Uint8Array;

  beforeAll(async () => {
    plain = await samplePdf();
    sealer = await aSigner(keyKind);
    sealed = await sealPdf(plain, sealer.signer, options);
  });

  it('begins with the bytes that were given', () => {
    expect(Buffer.from(sealed.subarray(0, plain.length)).equals(plain)).toBe(true);
  });

  it('convinces our own check, which names the sealer and the demonstration', () => {
    expect(verifySealedPdf(sealed, { now: SEALED_AT })).toMatchObject({
      authentic: true,
      problems: [],
      notes: ['demo-certificate', 'identity-not-checked', 'time-not-proven'],
      signer: { name: `ตราประทับสาธิต ${AGENCY}`, organization: AGENCY, issuer: `ผู้ออกใบรับรองสาธิต ${AGENCY}` },
      sealedAt: '2026-11-20T10:00:00.000Z',
      timestampedAt: null,
      level: 'B-B',
      demo: true,
    });
  });

  itWith(hasOpenssl)('convinces OpenSSL, chain and signing certificate included', () => {
    expect(opensslAccepts(sealed, sealer.made.issuerPem)).toBe(true);
  });

  itWith(hasPdfsig)('convinces poppler, which shows the Thai name', () => {
    const { isValid, isWhole, text } = pdfsigSays(sealed);
    expect({ isValid, isWhole }).toEqual({ isValid: true, isWhole: true });
    expect(text).toContain(`ตราประทับสาธิต ${AGENCY}`);
    expect(text).toContain('ETSI.CAdES.detached');
  });
});

describe('the revision that a seal appends', () => {
  let sealer: TestSigner;
  beforeAll(async () => {
    sealer = await aSigner();
  });

  itWith(hasQpdf)('keeps a conforming PDF/A-2a and PDF/UA-1 file conforming', async () => {
    const objects = qpdfObjects(await sealPdf(await samplePdf(), sealer.signer, options));
    const all = Object.entries(objects);
    const widget = Object.values(objects).find((object) => object['/Subtype'] === '/Widget') ?? {};
    const [left = 0, bottom = 0, right = 1, top = 1] = widget['/Rect'] as number[]; // a rectangle has four numbers
    const page = objects[`obj:${String(widget['/P'])}`] ?? {};
    const root = Object.values(objects).find((object) => object['/Type'] === '/Catalog') ?? {};
    const form = objects[`obj:${String(root['/AcroForm'])}`] ?? {};

    expect([right - left, top - bottom]).toEqual([0, 0]); // PDF/A-2 6.3.3: without size, no appearance is asked for
    expect(right < 0 && top < 0).toBe(true); // PDF/UA-1 7.18: outside the crop box, no Form tag is asked for
    expect(widget['/F']).toBe(132); // PDF/A-2 6.3.2: printed, never hidden
    expect(widget['/TU']).toBe('u:ตราประทับอิเล็กทรอนิกส์ของหน่วยงาน');
    expect(Object.keys(widget).filter((key) => ['/A', '/AA', '/MK', '/AP'].includes(key))).toEqual([]); // PDF/A-2 6.4.1
    expect(page).toMatchObject({ '/Type': '/Page', '/Tabs': '/S' }); // PDF/UA-1 7.18.3
    expect(page['/Annots']).toHaveLength(2);
    expect(form).toMatchObject({ '/SigFlags': 3 });
    expect(Object.keys(form).sort()).toEqual(['/Fields', '/SigFlags']); // PDF/A-2 6.4.1, 6.4.2: no NeedAppearances, no XFA
    expect(all.filter(([, object]) => object['/Type'] === '/Sig')).toHaveLength(1);
  });

  itWith(hasQpdf)('keeps links, outlines and structure of the document', async () => {
    const plain = await samplePdf({ tagged: true, lang: 'th-TH', displayTitle: true, pdfVersion: '1.7' });
    const before = qpdfObjects(plain);
    const after = qpdfObjects(await sealPdf(plain, sealer.signer, options));
    const rootBefore = Object.values(before).find((object) => object['/Type'] === '/Catalog') ?? {};
    const rootAfter = Object.values(after).find((object) => object['/Type'] === '/Catalog') ?? {};
    expect(rootAfter).toEqual({ ...rootBefore, '/AcroForm': expect.anything() as unknown });
    for (const [name, object] of Object.entries(before)) {
      if (!['/Catalog', '/Page'].includes(String(object['/Type'])) && name !== 'trailer')
        expect(after[name]).toEqual(object);
    }
  });

  it('keeps the fields of an existing form, written directly or as an object', async () => {
    for (const form of ['8 0 R', '<< /Fields [9 0 R] /NeedAppearances true /DA (/Helv 0 Tf) >>']) {
      const sealed = await sealPdf(pdfWithForm(form), sealer.signer, options);
      const text = Buffer.from(sealed).toString('latin1');
      const revision = text.slice(text.indexOf('%%EOF'));
      expect(revision).toMatch(/\/Fields \[9 0 R \d+ 0 R\]/);
      expect(revision).toContain('/DA (/Helv 0 Tf)');
      expect(revision).not.toContain('NeedAppearances');
      expect(revision).toMatch(/\/Annots \[9 0 R \d+ 0 R\]/);
      expect(verifySealedPdf(sealed, { now: SEALED_AT })).toMatchObject({ authentic: true });
    }
  });

  it('is the same for the same input with an RSA key', async () => {
    const rsa = await aSigner('rsa-3072');
    const plain = await samplePdf();
    const [once, again] = await Promise.all([sealPdf(plain, rsa.signer, options), sealPdf(plain, rsa.signer, options)]);
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  it('holds no signing time inside the signature, which PAdES forbids, but in the dictionary', async () => {
    const text = Buffer.from(await sealPdf(await samplePdf(), sealer.signer, options)).toString('latin1');
    expect(text).not.toContain('06092a864886f70d010905');
    expect(text).toContain("/M (D:20261120100000+00'00')");
  });
});

describe('a PDF that cannot be sealed', () => {
  let sealer: TestSigner;
  beforeAll(async () => {
    sealer = await aSigner();
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), 'not-a-pdf'],
    ['a picture', () => Buffer.from('\x89PNG\r\n'), 'not-a-pdf'],
    ['a file that was cut off', async () => (await samplePdf()).subarray(0, 900), 'end-missing'],
    [
      'a cross-reference stream',
      () => Buffer.from('%PDF-1.7\n5 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF\n'),
      'xref-stream',
    ],
    ['an encrypted file', () => samplePdf({ userPassword: 'x' }), 'encrypted'],
    ['a dynamic form', () => pdfWithForm('<< /Fields [] /XFA (x) >>'), 'dynamic-form'],
    ['a table that points to itself', () => pdfWithForm('8 0 R', (table) => `/Prev ${table}`), 'too-many-revisions'],
    ['a key given twice', () => pdfWithForm('<< /Fields [] /Fields [9 0 R] >>'), 'key-given-twice'],
    ['a document nested too deep', () => pdfWithForm('['.repeat(100_000)), 'nested-too-deep'],
  ])('such as %s is refused with a reason', async (_name, make, reason) => {
    await expect(sealPdf(await make(), sealer.signer, options)).rejects.toMatchObject({
      code: 'seal.failed',
      details: { reason },
    });
  });

  it('such as one that is sealed already is refused', async () => {
    const sealed = await sealPdf(await samplePdf(), sealer.signer, options);
    await expect(sealPdf(sealed, sealer.signer, options)).rejects.toMatchObject({
      code: 'seal.failed',
      details: { reason: 'already-sealed' },
    });
  });

  it('at a time when the certificate is not valid is refused', async () => {
    const plain = await samplePdf();
    const early = { sealedAt: new Date('2025-12-31T23:59:59Z') };
    const late = { sealedAt: new Date('2031-01-02T00:00:00Z') };
    await expect(sealPdf(plain, sealer.signer, early)).rejects.toMatchObject({
      code: 'seal.certificate-invalid',
      details: { reason: 'not-yet-valid' },
    });
    await expect(sealPdf(plain, sealer.signer, late)).rejects.toMatchObject({ code: 'seal.certificate-expired' });
  });
});

/** One page with one text field; the form as given, object 8 being a form of its own. */
function pdfWithForm(form: string, trailer: (table: number) => string = () => ''): Buffer {
  const objects: Record<number, string> = {
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm ${form} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
    3: '<< /Type /Page /Parent 2 0 R /Annots 7 0 R >>',
    7: '[9 0 R]',
    8: '<< /Fields [9 0 R] /NeedAppearances true /DA (/Helv 0 Tf) >>',
    9: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Field) /Rect [0 0 9 9] /P 3 0 R >>',
  };
  let text = '%PDF-1.7\n';
  let table = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, body] of Object.entries(objects)) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  return Buffer.from(
    `${text}${table}trailer\n<< /Size 10 /Root 1 0 R ${trailer(text.length)} >>\nstartxref\n${text.length}\n%%EOF`,
    'latin1',
  );
}
