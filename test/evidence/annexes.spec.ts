import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { picturedPrinting } from '../../src/editions/pictured-printing.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { actChecked } from '../../src/proofreading/act-checked.js';
import { findingsOfReport } from '../../src/proofreading/item-findings.js';
import { editionOutline } from '../../src/editions/edition-outline.js';
import { reportKind } from '../../src/reports/report.kind.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { lettersOf, readPdf } from '../documents/read-pdf.js';
import { readSignposts } from '../documents/read-signposts.js';
import { ReportDesk } from '../reports/report-desk.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { conformanceFaults } from '../typesetting/conformance-checks.js';
import { anEndorsedMeasure, type Brought } from './an-endorsed-measure.js';
import { aPdf, aPhotograph, aScan } from './brought-files.js';

const YEAR = 2568;
const createdAt = '2025-10-08T00:00:00+07:00';

describe('evidence behind a report', () => {
  let agency: TestAgency;
  let desk: ReportDesk;
  let folder: string;
  let blobs: BlobStore;
  let endorsed: MeasureRow;

  beforeAll(async () => {
    agency = await testAgency();
    desk = new ReportDesk(agency);
    folder = mkdtempSync(join(tmpdir(), 'prongsai-annexes-'));
    blobs = new BlobStore(join(folder, 'blobs'));
    endorsed = await endorsedWith(
      YEAR,
      ['รายงานการประชุม.pdf', await aPdf('รายงานการประชุมครั้งที่ ๑', 'ปิดประชุมเวลา ๑๒ นาฬิกา')],
      ['กิจกรรม.jpg', await aPhotograph()],
      ['scan.pdf', await aScan(1)],
    );
  });
  afterAll(async () => {
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  const endorsedWith = (year: number, ...files: readonly Brought[]): Promise<MeasureRow> =>
    anEndorsedMeasure(agency, blobs, year, files);
  const idOf = (name: string, { content } = endorsed): string =>
    content.files?.find((file) => file.name === name)?.id ?? '';
  const printing = (): ReturnType<typeof picturedPrinting> => picturedPrinting({ print: printDocument }, blobs);

  it('stands after the body, with bookmarks and words, in a file that stays archivable and accessible', async () => {
    const annexes = ['กิจกรรม.jpg', 'รายงานการประชุม.pdf', 'scan.pdf'].map((name) => idOf(name));
    const report = await desk.compile({ fiscalYear: YEAR, annexes });
    const signed = await desk.signed(report);
    expect(JSON.stringify(signed?.snapshot)).not.toContain('data:image');
    const request = { template: signed?.template ?? '', language: 'th' as const, data: signed?.snapshot, createdAt };
    const pdf = await printing().print(request);
    const pages = await readPdf(pdf);
    const annexPages = pages.map(({ letters }) => letters).filter((letters) => letters.includes('ภาคผนวก'));
    expect(annexPages).toEqual([
      expect.stringContaining(lettersOf('ภาคผนวก ก กิจกรรม')),
      expect.stringContaining(lettersOf('ภาคผนวก ข รายงานการประชุม หน้า ๑/๒ ของ รายงานการประชุม.pdf')),
      expect.stringContaining(lettersOf('ภาคผนวก ข รายงานการประชุม (ต่อ) หน้า ๒/๒')),
      expect.stringContaining(lettersOf('ภาคผนวก ค scan')),
    ]);
    expect(pages.slice(1).map(({ width, height }) => width < height)).toEqual([true, true, true, true]);
    expect(conformanceFaults(pdf)).toEqual([]);
    const { bookmarks, alternatives } = await readSignposts(pdf);
    expect(bookmarks.map(({ title }) => title).slice(-3)).toEqual([
      'ภาคผนวก ก กิจกรรม',
      'ภาคผนวก ข รายงานการประชุม',
      'ภาคผนวก ค scan',
    ]);
    expect(alternatives).toEqual(
      expect.arrayContaining([
        expect.stringContaining('รายงานการประชุมครั้งที่ ๑'),
        expect.stringContaining('ไม่มีข้อความให้อ่าน'),
      ]),
    );
    expect(Buffer.from(pdf).equals(Buffer.from(await printing().print(request)))).toBe(true);
  });

  it('is told by the page beside the file', async () => {
    const report = await desk.compile({ fiscalYear: YEAR, annexes: [idOf('รายงานการประชุม.pdf')] });
    await desk.signed(report);
    const [edition] = await agency.database.look<{ id: string }>('select id from edition where item_id = $1', [
      report.id,
    ]);
    const { blocks } = await agency.as('officer', (tx) => editionOutline(tx, agency.organizationId, edition?.id ?? ''));
    expect(JSON.stringify(blocks)).toContain('ปิดประชุมเวลา ๑๒ นาฬิกา');
  });

  it('is fixed by the hash that the signer saw', async () => {
    const without = await desk.compile({ fiscalYear: YEAR });
    const withOne = await desk.compile({ fiscalYear: YEAR, annexes: [idOf('scan.pdf')] });
    expect(withOne.contentHash).not.toBe(without.contentHash);
    expect(withOne.content.annexes?.map(({ sha256 }) => sha256)).toEqual([
      endorsed.content.files?.find(({ name }) => name === 'scan.pdf')?.sha256,
    ]);
  });

  it('is chosen from the endorsed measures of the year only, and not without end', async () => {
    const ofNextYear = idOf('ปีหน้า.jpg', await endorsedWith(YEAR + 1, ['ปีหน้า.jpg', await aPhotograph()]));
    await expect(desk.compile({ fiscalYear: YEAR, annexes: [ofNextYear] })).rejects.toMatchObject({
      code: 'report.annex-unknown',
      details: { field: 'annexes' },
    });
    const many = Array.from({ length: 50 }, (_id, index) => `${index}`);
    await expect(desk.compile({ fiscalYear: YEAR, annexes: many })).rejects.toMatchObject({
      code: 'report.annexes-too-many',
    });
    await agency.database.look('update evidence_file set size = 16000000 where id = $1', [idOf('scan.pdf')]);
    await expect(desk.compile({ fiscalYear: YEAR, annexes: [idOf('scan.pdf')] })).rejects.toMatchObject({
      code: 'report.annexes-too-large',
    });
    await agency.database.look('update evidence_file set size = 1000 where id = $1', [idOf('scan.pdf')]);
  });

  it('may be shown by a report without measures', async () => {
    const noGift = { announcedOn: '2024-10-01', gifts: [], activities: [] };
    const report = await desk.compile({ kind: 'no-gift', fiscalYear: YEAR, noGift, annexes: [idOf('กิจกรรม.jpg')] });
    expect(report.content.annexes).toHaveLength(1);
  });

  it('stops the report at personal data that nobody cleared for it', async () => {
    const other = await endorsedWith(YEAR, ['รายชื่อ.pdf', await aPdf('โทร 081-234-5678')]);
    const { organizationId } = agency;
    const submit = (annexes: readonly string[]): Promise<unknown> =>
      desk.compile({ fiscalYear: YEAR, annexes }).then((report) =>
        agency.as('officer', (tx, actor) =>
          actChecked(tx, reportKind, findingsOfReport, {
            organizationId,
            itemId: report.id,
            transition: 'submit',
            actor,
            seenVersion: report.version,
            shownHash: report.contentHash,
            overrideReason: 'ตัวอย่าง',
          }),
        ),
      );
    await expect(submit([idOf('รายชื่อ.pdf', other)])).rejects.toMatchObject({ code: 'proofreading.personal-data' });
    await submit([idOf('scan.pdf')]);
  });

  it('is not printed when a picture is gone from the store', async () => {
    const empty = picturedPrinting({ print: printDocument }, new BlobStore(join(folder, 'nothing')));
    const report = await desk.compile({ fiscalYear: YEAR, annexes: [idOf('กิจกรรม.jpg')] });
    const signed = await desk.signed(report);
    const request = { template: signed?.template ?? '', language: 'th' as const, data: signed?.snapshot, createdAt };
    await expect(empty.print(request)).rejects.toMatchObject({ code: 'edition.bytes-missing' });
  });
});
