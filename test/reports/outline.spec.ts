import { tablesOf } from '../../templates/documents/document-outline.js';
import { gridOf } from '../../src/core/report/sheet.js';
import { editionOutline } from '../../src/editions/edition-outline.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { writeSheetsXlsx } from '../../src/imports/write-sheets.js';
import { reportOutline } from '../../src/reports/report-outline.js';
import type { ReportRow } from '../../src/reports/report.entity.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { ReportDesk } from './report-desk.js';

let agency: TestAgency;
let report: ReportRow;
let editionId: string;
beforeAll(async () => {
  agency = await testAgency();
  const desk = new ReportDesk(agency);
  await desk.measure(2568, 'completed', { title: 'เผยแพร่แผนการใช้จ่าย' });
  await desk.measure(2568, 'completed', { title: 'กำกับการยืมพัสดุ', indicators: [4] });
  report = await desk.compile({ fiscalYear: 2568 });
  await desk.signed(report);
  const [edition] = await agency.database.look<{ id: string }>('select id from edition where item_id = $1', [
    report.id,
  ]);
  editionId = edition?.id ?? '';
});
afterAll(() => agency.database.close());

describe('the tables of a report', () => {
  it('say the same in the draft and in the signed edition', async () => {
    const [draft, signed] = await agency.as('officer', async (tx) => [
      await reportOutline(tx, agency.organizationId, report),
      await editionOutline(tx, agency.organizationId, editionId),
    ]);
    const [table] = tablesOf(signed);
    expect(table && gridOf(table).map((cells) => cells[1])).toEqual([
      'มาตรการ/กิจกรรม',
      'เผยแพร่แผนการใช้จ่าย',
      'กำกับการยืมพัสดุ',
    ]);
    expect(tablesOf(draft)).toEqual(tablesOf(signed));
  });

  it('are read back as a plan from the exported workbook', async () => {
    const outline = await agency.as('officer', (tx) => editionOutline(tx, agency.organizationId, editionId));
    const bytes = await writeSheetsXlsx(tablesOf(outline), outline.title);
    const divisions = [...agency.divisions].map(([name, id]) => ({ name, id }));
    const plan = await readPlan({ name: 'report.xlsx', bytes }, { fiscalYear: 2568, divisions });
    expect(plan.measures.map(({ content }) => content.title)).toEqual(['เผยแพร่แผนการใช้จ่าย', 'กำกับการยืมพัสดุ']);
    expect(plan.measures[0]?.content.results.map(({ text }) => text)).toEqual(['เผยแพร่ครบสี่ไตรมาส']);
  });

  it('are not shown when the frozen words were changed behind our back', async () => {
    await agency.database.look(`update edition set snapshot = snapshot || '{"fiscalYear": 2569}' where id = $1`, [
      editionId,
    ]);
    const outline = agency.as('officer', (tx) => editionOutline(tx, agency.organizationId, editionId));
    await expect(outline).rejects.toMatchObject({ code: 'edition.bytes-differ' });
    const unknown = agency.as('officer', (tx) => editionOutline(tx, agency.organizationId, 'x'));
    await expect(unknown).rejects.toMatchObject({ code: 'edition.not-found' });
  });
});
