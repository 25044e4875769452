import sharp from 'sharp';
import { MOST_BYTES } from '../../src/evidence/brought-file.js';
import { cleanEvidence } from '../../src/evidence/clean-evidence.js';
import { pagePicture } from '../../src/evidence/clean-picture.js';
import { readPdf } from '../../src/proofing/read-pdf.js';
import { conformanceFaults } from '../typesetting/conformance-checks.js';
import { aPdf, aPdfOf, aPhotograph, aScan, anActivePdf, stream } from './brought-files.js';

const addedAt = '2025-08-20T03:00:00.000Z';
const clean = (bytes: Uint8Array, name = 'แผน.pdf'): ReturnType<typeof cleanEvidence> =>
  cleanEvidence({ bytes: new Uint8Array(bytes), name, addedAt });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a picture that was brought', () => {
  it('keeps what can be seen and loses place, camera and name', async () => {
    const photograph = await aPhotograph();
    const before = await sharp(photograph).metadata();
    expect([before.exif?.includes('SecretCamera'), before.orientation]).toEqual([true, 6]);
    const { kind, file, pages, thumbnail } = await clean(photograph);
    const after = await sharp(file).metadata();
    expect(kind).toBe('jpeg');
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(Array(5).fill(undefined));
    expect([after.width, after.height]).toEqual([80, 120]); // turned as the camera was held
    expect(latin1(file)).not.toMatch(/SecretCamera|Exif/);
    expect(pages).toEqual([{ picture: file, width: 80, height: 120, text: '' }]);
    expect((await sharp(thumbnail).metadata()).format).toBe('jpeg');
  });

  it('is at most 2,000 pixels long afterwards', async () => {
    const large = await sharp({ create: { width: 5000, height: 1000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { file } = await clean(large);
    expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: 2000, height: 400 });
  });
});

describe('a PDF that was brought', () => {
  it('becomes pictures of its pages with their words', async () => {
    const { kind, file, pages, thumbnail } = await clean(await aPdf('รายงานการประชุมครั้งที่ ๑', 'หน้าที่สอง'));
    expect(kind).toBe('pdf');
    expect(pages.map(({ text }) => text)).toEqual(['รายงานการประชุมครั้งที่ ๑', 'หน้าที่สอง']);
    expect(await sharp(pages[0]?.picture).metadata()).toMatchObject({ format: 'jpeg', width: 1240, height: 1754 });
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', height: 320 });
    expect(latin1(file).match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
    expect(conformanceFaults(file)).toEqual([]);
    await expect(readPdf(file, 'copy')).rejects.toMatchObject({ code: 'proofing.no-text' });
  });

  it('shows its pictures as they were', async () => {
    const { pages } = await clean(await aScan(1));
    const { dominant } = await sharp(pages[0]?.picture).stats();
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.r).toBeLessThan(240);
  });

  it('loses scripts, links, carried files and metadata', async () => {
    const active = anActivePdf();
    expect(latin1(active)).toMatch(/JavaScript[^]*EmbeddedFiles|EmbeddedFiles[^]*JavaScript/);
    const { file, pages } = await clean(active);
    expect(pages[0]?.text).toBe('Visible words');
    expect(latin1(file)).not.toMatch(/JavaScript|EmbeddedFile|OpenAction|\/AA\b|\/URI|secret-author|evil/);
  });

  it('is encoded coarser where it has little room, and no coarser than that', async () => {
    const [width, height] = [600, 800];
    const grain = {
      width,
      height,
      channels: 4,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 25 },
    } as const;
    const data = await sharp({ create: grain }).ensureAlpha().raw().toBuffer();
    const fine = (await pagePicture({ data, width, height }, 10_000_000)).picture.length;
    const coarser = (await pagePicture({ data, width, height }, fine - 1)).picture.length;
    const least = (await pagePicture({ data, width, height }, 1)).picture.length;
    expect(coarser).toBeLessThan(fine);
    expect(least).toBeLessThan(coarser);
  });

  it('has empty words where its pages are pictures', async () => {
    const { pages } = await clean(await aScan(3));
    expect(pages.map(({ text }) => text)).toEqual(['', '', '']);
  });

  it('gives the same bytes for the same file and instant', async () => {
    const pdf = await aPdf('ครั้งเดียวกัน');
    const [one, other] = [await clean(pdf), await clean(pdf)];
    expect(Buffer.from(one.file).equals(Buffer.from(other.file))).toBe(true);
  });
});

describe('a file that is refused', () => {
  const blank = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>';
  const catalogue = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count 1 /Kids [3 0 R] >>`, blank];
  const encrypted = (): Uint8Array =>
    aPdfOf(
      [...catalogue, '<< /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4 >>'].map((part) => Buffer.from(part)),
      '/Encrypt 4 0 R',
    );
  const manyPages = (): Uint8Array => {
    const kids = Array.from({ length: 51 }, () => '3 0 R').join(' ');
    return aPdfOf(
      ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count 51 /Kids [${kids}] >>`, blank].map((part) =>
        Buffer.from(part),
      ),
    );
  };
  const hugePicture = (): Promise<Buffer> =>
    sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  const cutOff = async (): Promise<Uint8Array> => (await aPhotograph()).subarray(0, 300);
  const noise = Buffer.from('%PDF-1.7\nthis goes nowhere');
  const lies = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from('MZ a program'),
  ]);

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a program called .pdf', () => Buffer.from('MZ a program'), 'evidence.kind-unknown'],
    ['a drawing with scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'evidence.kind-unknown'],
    ['a page called .png', () => Buffer.from('<html><script>1</script>'), 'evidence.kind-unknown'],
    ['nothing', () => new Uint8Array(), 'evidence.kind-unknown'],
    ['21 MB', () => new Uint8Array(MOST_BYTES + 1), 'evidence.too-large'],
    ['a PNG with a program inside', () => lies, 'evidence.unreadable'],
    ['half a photograph', cutOff, 'evidence.unreadable'],
    ['a picture of 50 million pixels', hugePicture, 'evidence.too-many-pixels'],
    ['a PDF that is none', () => noise, 'evidence.unreadable'],
    ['an encrypted PDF', encrypted, 'evidence.encrypted'],
    ['a PDF of 51 pages', manyPages, 'evidence.too-many-pages'],
    [
      'a PDF without pages',
      () => aPdfOf([catalogue[0], '<< /Type /Pages /Count 0 /Kids [] >>'].map((part) => Buffer.from(part ?? ''))),
      'evidence.unreadable',
    ],
  ])('%s', async (_name, bytes, code) => {
    await expect(clean(await bytes())).rejects.toMatchObject({ code, details: { field: 'file' } });
  });

  it('is not a PDF with a poster of kilometres: it is drawn coarser', async () => {
    const poster = aPdfOf(
      [
        ...catalogue.slice(0, 2),
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] /Contents 4 0 R >>',
        stream('', Buffer.from('0 0 14400 7200 re f')),
      ].map((part) => Buffer.from(part)),
    );
    const { pages } = await clean(poster);
    expect(await sharp(pages[0]?.picture).metadata()).toMatchObject({ width: 2000, height: 2000 });
  });
});
