import { documentOutline } from '../../templates/documents/document-outline.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { saveAssessment } from '../../src/assessments/save-assessment.js';
import { saveCatalogue } from '../../src/assessments/save-catalogue.js';
import { editionOutline } from '../../src/editions/edition-outline.js';
import { reportOutline } from '../../src/reports/report-outline.js';
import type { ReportRow } from '../../src/reports/report.entity.js';
import { anAssessment } from '../assessments/an-assessment.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { ReportDesk } from './report-desk.js';
import { outlineText } from '../documents/outline-text.js';

const YEAR = 2568;
const USUAL = 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก';
const OWN = 'แบบสำรวจความเห็นของประชาชน';

let agency: TestAgency;
let desk: ReportDesk;
beforeAll(async () => {
  agency = await testAgency();
  desk = new ReportDesk(agency);
  const { organizationId } = agency;
  await desk.measure(YEAR + 1, 'approved', { title: 'สื่อสารให้เข้าใจง่าย', indicators: [7] });
  await agency.as('officer', (tx, actor) =>
    saveAssessment(tx, { organizationId, actor, seenVersion: null, assessment: anAssessment({ fiscalYear: YEAR }) }),
  );
});
afterAll(() => agency.database.close());

const rename = (title: string): Promise<unknown> =>
  agency.as('officer', (tx, actor) =>
    saveCatalogue(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: YEAR,
      changes: [{ kind: 'instrument', code: 'EIT', title, weight: 0.3, verified: true, isRemoved: false }],
    }),
  );

const draftText = (report: ReportRow): Promise<string> =>
  agency.as('officer', async (tx) => outlineText(await reportOutline(tx, agency.organizationId, report)));

describe('the names of instruments in an analysis', () => {
  it('are those of the agency’s catalogue of the year, and freeze with what is signed', async () => {
    const report = await desk.compile({ kind: 'ita-analysis', fiscalYear: YEAR });
    expect(await draftText(report)).toContain(`${USUAL} (External Integrity and Transparency Assessment: EIT)`);
    await rename(OWN);
    const draft = await draftText(report);
    expect([draft.split(`${OWN} (EIT)`).length - 1, draft.includes(USUAL)]).toEqual([2, false]);
    await desk.signed(report);
    await rename('ชื่อที่มาทีหลัง');
    const [edition] = await agency.database.look<{ id: string }>('select id from edition where item_id = $1', [
      report.id,
    ]);
    const frozen = await agency.as('officer', (tx) => editionOutline(tx, agency.organizationId, edition?.id ?? ''));
    expect(outlineText(frozen)).toContain(`${OWN} (EIT)`);
    const next = await desk.compile({ kind: 'ita-analysis', fiscalYear: YEAR });
    expect(await draftText(next)).toContain('ชื่อที่มาทีหลัง (EIT)');
  });

  it('are the usual ones in what was frozen before a year had names', () => {
    const { id, example } = findTemplate('ita-analysis');
    const text = outlineText(documentOutline(id, example, 'th'));
    expect(text).toContain(
      `แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) ${USUAL} (EIT) และแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) รวมสิบตัวชี้วัด`,
    );
  });
});
