import { buildDocument } from '../../templates/documents/registry.js';
import { acceptProposal } from '../../src/assessments/decide-proposal.js';
import { saveAssessment } from '../../src/assessments/save-assessment.js';
import type { InterimResults } from '../../src/core/measure/measure.js';
import type { Gap } from '../../src/core/report/report.js';
import { gapsBeforeCompiling, recompileReport } from '../../src/reports/compile-report.js';
import { listReports } from '../../src/reports/reports.queries.js';
import type { ReportRow } from '../../src/reports/report.entity.js';
import { anAssessment } from '../assessments/an-assessment.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { ReportDesk } from './report-desk.js';

let agency: TestAgency;
let desk: ReportDesk;
beforeAll(async () => {
  agency = await testAgency();
  desk = new ReportDesk(agency);
});
afterAll(() => agency.database.close());

const codesOf = (gaps: readonly Gap[] = []): string[] => gaps.map(({ title, code }) => `${title}: ${code}`);

const textOf = (edition: { template: string; snapshot: object } | undefined): string =>
  JSON.stringify(buildDocument(edition?.template ?? '', edition?.snapshot, 'th').definition);

const record = (given: Parameters<typeof anAssessment>[0]): Promise<unknown> =>
  agency.as('officer', (tx, actor) =>
    saveAssessment(tx, {
      organizationId: agency.organizationId,
      actor,
      seenVersion: null,
      assessment: anAssessment(given),
    }),
  );

describe('an implementation report', () => {
  let report: ReportRow;
  beforeAll(async () => {
    await record({ fiscalYear: 2573 });
    const evidence = [{ label: 'ภาพกิจกรรม', url: 'https://www.example.go.th/1' }];
    await desk.measure(2574, 'completed', { title: 'ไม่มีวันที่' });
    await desk.measure(2574, 'completed', {
      title: 'มีวันที่',
      results: [{ kind: 'dash', text: 'ประชุมเมื่อ ๑๐ ก.พ. ๒๕๗๔' }],
    });
    await desk.measure(2574, 'completed', { title: 'มีหลักฐาน', evidence });
    await desk.measure(2574, 'approved', { title: 'ยังไม่ทำ', results: [], outcomes: [] });
    await desk.measure(2574, 'results_review', { title: 'รอรับรอง' });
    await desk.measure(2574, 'cancelled', { title: 'ยกเลิกแล้ว', results: [] });
    report = await desk.compile({ fiscalYear: 2574 });
  });

  it('holds endorsed measures and lists what the others lack', () => {
    expect(report.content.measures.map(({ content }) => content.title)).toEqual(['ไม่มีวันที่', 'มีวันที่', 'มีหลักฐาน']);
    expect(codesOf(report.content.gaps)).toEqual([
      'ยังไม่ทำ: measure.results-missing',
      'ยังไม่ทำ: measure.outcomes-missing',
      'รอรับรอง: report.measure-incomplete',
    ]);
  });

  it('warns of a result without date and evidence, which stops nothing', async () => {
    expect(codesOf(report.content.warnings)).toEqual(['ไม่มีวันที่: report.result-undated']);
    const refused = desk.act('officer', 'submit', report);
    await expect(refused).rejects.toMatchObject({ details: { problems: ['report.measure-incomplete'] } });
    const acknowledged = await desk.compile({ fiscalYear: 2574, gapsAcknowledged: true });
    expect((await desk.act('officer', 'submit', acknowledged)).state).toBe('signing');
  });

  it('prints days and figures where they were given, and takes the day as a date', async () => {
    await desk.measure(2579, 'completed', {
      results: [{ kind: 'dash', text: 'ประชุมแล้ว', on: '2036-02-20' }],
      figures: [{ name: 'ความพึงพอใจ', value: 85.5, unit: 'ร้อยละ' }],
      interim: { ...INTERIM, asOf: '2036-03-31' },
    });
    const dated = await desk.compile({ fiscalYear: 2579 });
    expect(dated.content.warnings).toEqual([]);
    const printed = textOf(await desk.signed(dated));
    expect(printed).toContain('- ประชุมแล้ว (วันที่ ๒๐ กุมภาพันธ์ ๒๕๗๙)');
    expect(printed).toContain('- ความพึงพอใจ ร้อยละ ๘๕.๕');
    expect(printed).not.toContain('จัดอบรมแล้ว');
  });

  it('quotes the recorded result of the year before', async () => {
    expect(report.content.assessment).toEqual({ overall: 91.79, level: 'ผ่าน' });
    expect((await desk.compile({ fiscalYear: 2574, assessment: null })).content.assessment).toBeNull();
  });
});

const INTERIM: InterimResults = {
  asOf: '2035-02-28',
  progress: 'done',
  results: [{ kind: 'numbered', text: 'จัดอบรมแล้ว', on: '2035-02-10', until: '2035-02-12' }],
  outcomes: [{ kind: 'dash', text: 'บุคลากรเข้าใจ' }],
  figures: [{ name: 'ผู้เข้าร่วม', value: 1245, unit: 'คน', target: 1200 }],
};

describe('a six-month progress report', () => {
  it('tells how far every approved measure has come, in the words of the officer where given', async () => {
    await desk.measure(2575, 'division_review', { title: 'ยังไม่อนุมัติ' });
    const begun = await desk.measure(2575, 'approved', { title: 'เริ่มแล้ว' });
    const waiting = await desk.measure(2575, 'approved', { title: 'ยังไม่เริ่ม', results: [] });
    await desk.measure(2575, 'completed', { title: 'เสร็จแล้ว' });
    const report = await desk.compile({
      kind: 'progress',
      fiscalYear: 2575,
      gapsAcknowledged: true,
      progress: [
        { measureId: begun.id, percent: 40 },
        { measureId: waiting.id, obstacles: [{ kind: 'plain', text: 'รองบประมาณ' }] },
      ],
    });
    expect(codesOf(report.content.gaps)).toEqual([
      'ยังไม่อนุมัติ: report.measure-incomplete',
      'ยังไม่เริ่ม: measure.interim-missing',
    ]);
    const edition = await desk.signed(report);
    expect(edition).toMatchObject({
      template: 'progress-report.v1',
      snapshot: {
        rows: [
          { measure: { title: 'เริ่มแล้ว' }, state: 'in_progress', percent: 40 },
          { measure: { title: 'ยังไม่เริ่ม' }, state: 'not_started', percent: null, obstacles: [{ text: 'รองบประมาณ' }] },
          { measure: { title: 'เสร็จแล้ว' }, state: 'done' },
        ],
      },
    });
    expect(textOf(edition)).toContain('รองบประมาณ');
  });

  it('does not print a share that contradicts the state', async () => {
    const { id } = await desk.measure(2579, 'approved', { title: 'ร้อยละสิบของที่เสร็จแล้ว' });
    const progress = [{ measureId: id, state: 'done' as const, percent: 10 }];
    await expect(desk.compile({ kind: 'progress', fiscalYear: 2579, progress })).rejects.toMatchObject({
      code: 'report.progress-contradicts',
      details: { title: 'ร้อยละสิบของที่เสร็จแล้ว', percent: 10 },
    });
  });

  it('lists a measure that is said to be under way but shows no result', async () => {
    const { id } = await desk.measure(2576, 'approved', { title: 'ว่าเสร็จแล้ว', results: [] });
    const progress = [{ measureId: id, state: 'done' as const }];
    const report = await desk.compile({ kind: 'progress', fiscalYear: 2576, progress });
    expect(codesOf(report.content.gaps)).toEqual(['ว่าเสร็จแล้ว: measure.interim-missing']);
    await desk.measure(2576, 'approved', { title: 'ไม่มีผล', interim: { ...INTERIM, asOf: '2033-03-31', results: [] } });
    const again = await desk.compile({ kind: 'progress', fiscalYear: 2576 });
    expect(codesOf(again.content.gaps)).toContain('ไม่มีผล: measure.results-missing');
  });

  it('is compiled from the interim results, so that the officer only completes what is missing', async () => {
    await desk.measure(2578, 'approved', { title: 'บันทึกแล้ว', interim: INTERIM, results: [] });
    const early = await desk.measure(2578, 'approved', { title: 'มีผลทั้งปีแล้ว' });
    const idle = await desk.measure(2578, 'approved', { title: 'ยังไม่ทำ', results: [] });
    const progress = [{ measureId: idle.id, state: 'not_started' as const }];
    const report = await desk.compile({ kind: 'progress', fiscalYear: 2578, progress });
    expect(codesOf(report.content.gaps)).toEqual([]);
    expect(codesOf(report.content.warnings)).toEqual([
      'บันทึกแล้ว: measure.interim-not-endorsed',
      'มีผลทั้งปีแล้ว: measure.interim-missing',
      'มีผลทั้งปีแล้ว: report.result-undated',
    ]);
    const edition = await desk.signed(report);
    expect(edition).toMatchObject({
      snapshot: { rows: [{ state: 'done', asOf: '2035-02-28' }, { state: 'in_progress' }, { state: 'not_started' }] },
    });
    const printed = textOf(edition);
    for (const words of ['จัดอบรมแล้ว', 'วันที่ ๑๐ – ๑๒ กุมภาพันธ์ ๒๕๗๘', 'ผู้เข้าร่วม ๑,๒๔๕ คน', 'เป้าหมาย ๑,๒๐๐ คน'])
      expect(printed).toContain(words);
    expect(printed).toContain('ข้อมูล ณ วันที่ ๒๘ กุมภาพันธ์ ๒๕๗๘');
    expect(early.content.interim).toBeUndefined();
  });

  it('says which interim results the divisions endorsed', async () => {
    const { id } = await desk.measure(2583, 'approved', { interim: { ...INTERIM, asOf: '2040-03-31' } });
    await agency.database.look('update measure set interim_endorsed = true where id = $1', [id]);
    const report = await desk.compile({ kind: 'progress', fiscalYear: 2583 });
    expect(report.content.warnings).toEqual([]);
    const printed = textOf(await desk.signed(report));
    expect(printed).toContain('รับรองผลแล้ว');
    expect(printed).not.toContain('ข้อมูล ณ วันที่');
  });

  it('needs an approved measure, and only speaks of its own', async () => {
    const none = await desk.compile({ kind: 'progress', fiscalYear: 2577 });
    await expect(desk.act('officer', 'submit', none)).rejects.toMatchObject({
      details: { problems: ['report.no-approved-measure'] },
    });
    const foreign = desk.compile({ kind: 'progress', fiscalYear: 2577, progress: [{ measureId: 'x' }] });
    await expect(foreign).rejects.toMatchObject({ code: 'input.invalid', details: { field: 'progress' } });
  });
});

describe('a No Gift report', () => {
  const noGift = { announcedOn: '2024-12-27', activities: [{ heldOn: '2024-12-27', text: 'ประกาศต่อที่ประชุม' }] };

  it('is made and signed when nothing was received', async () => {
    const report = await desk.compile({ kind: 'no-gift', fiscalYear: 2568, noGift });
    expect([report.content.gaps, report.content.warnings]).toEqual([[], []]);
    const edition = await desk.signed(report);
    expect(edition?.template).toBe('no-gift-report.v2');
    expect(textOf(edition)).toContain('ไม่มีบุคลากรของ');
  });

  it('lists what was received, and warns of a day outside the year and of no activity', async () => {
    const gift = { item: 'กระเช้า', giver: 'ร้านตัวอย่าง', recipient: 'กองช่าง', value: 1200, handling: 'ส่งคืน' };
    const gifts = [{ ...gift, receivedOn: '2026-01-05' }];
    const report = await desk.compile({
      kind: 'no-gift',
      fiscalYear: 2568,
      noGift: { announcedOn: '2024-12-27', gifts },
    });
    expect(codesOf(report.content.warnings)).toEqual([
      'No Gift Policy: report.activity-missing',
      'กระเช้า: report.date-outside-year',
    ]);
    expect(textOf(await desk.signed(report))).toContain('กระเช้า');
  });

  it('takes the day on which the year’s announcement was signed', async () => {
    const missing = desk.compile({ kind: 'no-gift', fiscalYear: 2580 });
    await expect(missing).rejects.toMatchObject({ code: 'report.policy-date-missing' });
    await agency.database.look(
      `insert into edition (organization_id, id, item_kind, item_id, document_id, number, language, template, title,
         fiscal_year, snapshot, snapshot_hash, signed_at)
       values ($1, gen_random_uuid(), 'announcement', gen_random_uuid(), gen_random_uuid(), 1, 'th',
         'no-gift-announcement.v1', 't', 2580, '{}', 'x', '2036-12-26T18:30:00Z')`,
      [agency.organizationId],
    );
    const { content } = await desk.compile({ kind: 'no-gift', fiscalYear: 2580 });
    expect(content.details).toMatchObject({ announcedOn: '2036-12-27' });
  });

  it('warns of a policy that was announced in another year', async () => {
    const old = await desk.compile({
      kind: 'no-gift',
      fiscalYear: 2569,
      noGift: { ...noGift, announcedOn: '2020-01-01' },
    });
    expect(codesOf(old.content.warnings)).toContain('No Gift Policy: report.date-outside-year');
  });

  it('refuses a day that does not exist, naming the field', async () => {
    const activities = [{ heldOn: '2025-02-30', text: 'กิจกรรม' }];
    const impossible = desk.compile({ kind: 'no-gift', fiscalYear: 2568, noGift: { ...noGift, activities } });
    await expect(impossible).rejects.toMatchObject({
      code: 'document.data-invalid',
      details: { path: 'activities[0].heldOn' },
    });
  });
});

describe('the list of reports', () => {
  it('can be narrowed to a kind and a year', async () => {
    const listed = await agency.as('officer', (tx) =>
      listReports(tx, agency.organizationId, { page: 1, size: 50 }, { kind: 'no-gift', fiscalYear: 2568 }),
    );
    expect(listed.total).toBe(2);
    expect(new Set(listed.rows.map(({ kind, fiscalYear }) => `${kind} ${fiscalYear}`))).toEqual(
      new Set(['no-gift 2568']),
    );
  });
});

describe('an ITA analysis', () => {
  it('is refused without a result', async () => {
    const without = desk.compile({ kind: 'ita-analysis', fiscalYear: 2590 });
    await expect(without).rejects.toMatchObject({ code: 'assessment.not-found' });
  });

  it('lists findings without a measure until one is approved in the year after', async () => {
    await record({ fiscalYear: 2591 });
    await record({ fiscalYear: 2592, recommendations: [{ code: 'e7', text: 'ควรเปิดโอกาสให้มีส่วนร่วม' }] });
    const before = await desk.compile({ kind: 'ita-analysis', fiscalYear: 2592 });
    expect(codesOf(before.content.gaps)).toEqual([
      'คะแนน EIT ส่วนที่ 1 ต่ำกว่าค่าเป้าหมาย 85 คะแนน (84.10): report.finding-unanswered',
      'ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (84.50): report.finding-unanswered',
      'e7 ควรเปิดโอกาสให้มีส่วนร่วม: report.finding-unanswered',
    ]);
    for (const findingKey of ['instrument:eit1', 'indicator:7', 'code:e7']) {
      const { id } = await agency.as('officer', (tx, actor) =>
        acceptProposal(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2592, findingKey }),
      );
      await agency.database.look(`update measure set state = 'approved' where id = $1`, [id]);
    }
    const report = await agency.as('officer', (tx, actor) =>
      recompileReport(tx, {
        organizationId: agency.organizationId,
        actor,
        reportId: before.id,
        seenVersion: before.version,
        kind: 'implementation',
        fiscalYear: 2592,
        title: before.title,
      }),
    );
    expect(report).toMatchObject({ kind: 'ita-analysis', content: { gaps: [] } });
    const edition = await desk.signed(report);
    expect(edition).toMatchObject({
      template: 'ita-analysis.v2',
      snapshot: {
        fiscalYear: 2592,
        assessment: { level: 'ผ่าน' },
        earlier: [{ fiscalYear: 2591 }],
        recommendations: [{ code: 'e7' }],
      },
    });
    expect(textOf(edition)).toContain('ควรเปิดโอกาสให้มีส่วนร่วม');
  });

  it('refuses a foreword whose paragraph would be left out for a word in braces', async () => {
    await record({ fiscalYear: 2594 });
    const compiled = desk.compile({ kind: 'ita-analysis', fiscalYear: 2594, foreword: 'ของ{หน่วยงาน}\n\nปี {ปีงบ}' });
    await expect(compiled).rejects.toMatchObject({
      code: 'report.foreword-placeholder',
      details: { found: '{ปีงบ}' },
    });
  });

  it('shows its gaps before it is compiled', async () => {
    await record({ fiscalYear: 2595 });
    const { measures, gaps } = await agency.as('officer', (tx) =>
      gapsBeforeCompiling(tx, { organizationId: agency.organizationId, kind: 'ita-analysis', fiscalYear: 2595 }),
    );
    expect([measures, codesOf(gaps)]).toEqual([
      0,
      [
        'คะแนน EIT ส่วนที่ 1 ต่ำกว่าค่าเป้าหมาย 85 คะแนน (84.10): report.finding-unanswered',
        'ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (84.50): report.finding-unanswered',
      ],
    ]);
  });
});
