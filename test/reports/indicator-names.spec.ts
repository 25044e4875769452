import { documentOutline } from '../../templates/documents/document-outline.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { saveCatalogue } from '../../src/assessments/save-catalogue.js';
import { LAYOUT_PRESETS } from '../../src/core/report/layout-presets.js';
import { editionOutline } from '../../src/editions/edition-outline.js';
import { reportOutline } from '../../src/reports/report-outline.js';
import type { ReportRow } from '../../src/reports/report.entity.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { ReportDesk } from './report-desk.js';
import { outlineText } from '../documents/outline-text.js';

const YEAR = 2568;
const OWN = 'การใช้งบประมาณอย่างคุ้มค่า';

let agency: TestAgency;
let desk: ReportDesk;
beforeAll(async () => {
  agency = await testAgency();
  desk = new ReportDesk(agency);
  await desk.measure(YEAR, 'completed', { title: 'เผยแพร่แผนการใช้จ่าย', indicators: [2] });
});
afterAll(() => agency.database.close());

const rename = (title: string): Promise<unknown> =>
  agency.as('officer', (tx, actor) =>
    saveCatalogue(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: YEAR,
      changes: [{ kind: 'indicator', code: '2', title, weight: null, verified: true, isRemoved: false }],
    }),
  );

const byIndicator = (): Promise<ReportRow> =>
  desk.compile({ fiscalYear: YEAR, layout: LAYOUT_PRESETS['by-indicator'].layout });

const draftText = (report: ReportRow): Promise<string> =>
  agency.as('officer', async (tx) => outlineText(await reportOutline(tx, agency.organizationId, report)));

describe('the names of indicators', () => {
  it('are the usual ones until the agency writes its own for the year', async () => {
    const report = await byIndicator();
    expect(await draftText(report)).toContain('ตัวชี้วัดที่ ๒ การใช้งบประมาณ');
    await rename(OWN);
    expect(await draftText(report)).toContain(`ตัวชี้วัดที่ ๒ ${OWN}`);
  });

  it('are frozen with the report: a later name does not reach what was signed', async () => {
    const report = await byIndicator();
    await desk.signed(report);
    await rename('ชื่อที่มาทีหลัง');
    const [edition] = await agency.database.look<{ id: string }>('select id from edition where item_id = $1', [
      report.id,
    ]);
    const frozen = await agency.as('officer', (tx) => editionOutline(tx, agency.organizationId, edition?.id ?? ''));
    expect(outlineText(frozen)).toContain(`ตัวชี้วัดที่ ๒ ${OWN}`);
    expect(await draftText(await byIndicator())).toContain('ชื่อที่มาทีหลัง');
  });

  it('are printed in the tables, the chart and the sentences of an analysis', () => {
    const { id, example } = findTemplate('ita-analysis');
    const indicatorNames = Array.from({ length: 10 }, (_, index) => `ชื่อใหม่ลำดับ ${'กขคงจฉชซญฐ'[index]}`);
    const usual = outlineText(documentOutline(id, example, 'th'));
    const own = outlineText(documentOutline(id, { ...(example as object), indicatorNames }, 'th'));
    expect(usual).toContain('การใช้งบประมาณ');
    expect(own).not.toContain('การใช้งบประมาณ');
    const times = (name: string): number => own.split(name).length - 1;
    for (const name of indicatorNames) expect([name, times(name) >= 2]).toEqual([name, true]);
  });
});
