import { differenceFindings } from '../../src/imports/difference-findings.js';
import type { ImportedPlan } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { importDifferences, type ImportDifference } from '../../src/measures/import-differences.js';
import { importMeasures, type ImportOutcome } from '../../src/measures/import-measures.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { recordResults } from '../../src/measures/save-measure.js';
import { differencesSeen, takeOverFile } from '../../src/measures/take-over-file.js';
import { testAgency, type TestAgency } from '../support/agency.js';

const HEADER = ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ', 'ผลลัพธ์'];
const TITLES = ['เปิดเผยข้อมูล', 'จัดซื้อจัดจ้าง', 'รับเรื่องร้องเรียน'];
const OCTOBER = TITLES.map((title) => [title, 'จัดทำประกาศ', 'ปีงบประมาณ ๒๕๖๘', 'กองคลัง', '', '']);
const SEPTEMBER = OCTOBER.map((row) => row.with(4, `ทำแล้ว ${row[0]}`).with(5, 'ประชาชนเชื่อมั่น'));

describe('a file that is imported again', () => {
  let agency: TestAgency;
  beforeEach(async () => {
    agency = await testAgency();
    await take(OCTOBER);
  });
  afterEach(() => agency.database.close());

  const read = (rows: readonly (readonly string[])[]): Promise<ImportedPlan> => {
    const bytes = new TextEncoder().encode([HEADER, ...rows].map((row) => row.join(',')).join('\n'));
    const divisions = [...agency.divisions].map(([name, id]) => ({ id, name }));
    return readPlan({ name: 'แผน.csv', bytes }, { fiscalYear: 2568, divisions });
  };
  const asOfficer = async <T>(
    rows: readonly (readonly string[])[],
    work: (at: Parameters<typeof importMeasures>[1], tx: Parameters<typeof importMeasures>[0]) => Promise<T>,
  ): Promise<T> => {
    const { measures } = await read(rows);
    const { organizationId } = agency;
    return agency.as('officer', (tx, actor) => work({ organizationId, actor, fiscalYear: 2568, measures }, tx));
  };
  const take = (rows: readonly (readonly string[])[]): Promise<ImportOutcome> =>
    asOfficer(rows, (request, tx) => importMeasures(tx, request));
  const differences = (rows: readonly (readonly string[])[]): Promise<ImportDifference[]> =>
    asOfficer(rows, ({ organizationId, measures }, tx) => importDifferences(tx, organizationId, 2568, measures));
  const takeOver = (rows: readonly (readonly string[])[], seen: string): Promise<MeasureRow[]> =>
    asOfficer(rows, (request, tx) => takeOverFile(tx, { ...request, seen }));
  const stored = (): Promise<Pick<MeasureRow, 'title' | 'content' | 'version'>[]> =>
    agency.database.look('select title, content, version from measure order by position');

  it('says nothing where it says the same, or leaves out what was recorded since', async () => {
    expect((await take(OCTOBER)).differing).toEqual([]);
    await agency.database.look(`update measure set state = 'approved'`);
    await takeOver(SEPTEMBER, differencesSeen(await differences(SEPTEMBER)));
    expect((await take(OCTOBER)).differing).toEqual([]);
  });

  it('names each measure that says something else, and changes none', async () => {
    const before = await stored();
    const { created, alreadyThere, differing } = await take(SEPTEMBER);
    expect([created.length, alreadyThere.length]).toEqual([0, 3]);
    expect(differing.map(({ measure, fields, takeable }) => [measure.title, fields, takeable])).toEqual(
      TITLES.map((title) => [title, ['results', 'outcomes'], []]),
    );
    expect(await stored()).toEqual(before);
    const findings = differenceFindings((await read(SEPTEMBER)).measures, differing);
    expect(findings.map(({ code, severity, place, quote }) => [code, severity, place.row, quote])).toEqual(
      TITLES.map((title, index) => ['import.differs-settled', 'W', index + 2, title]),
    );
    expect(findings[0]?.message.th).toContain('ต่างจากไฟล์: ผลการดำเนินการ, ผลลัพธ์');
  });

  it('gives approved measures its results by choice, each with its event, and drafts their plan only', async () => {
    await agency.database.look(`update measure set state = 'approved' where title <> $1`, [TITLES[2]]);
    const file = SEPTEMBER.map((row) => row.with(1, 'จัดทำและเผยแพร่ประกาศ'));
    const shown = await differences(file);
    expect(shown.map(({ takeable }) => takeable)).toEqual([
      ['results', 'outcomes'],
      ['results', 'outcomes'],
      ['methods'],
    ]);

    const changed = await takeOver(file, differencesSeen(shown));

    expect(changed).toHaveLength(3);
    expect((await stored()).map(({ content }) => [content.methods[0]?.text, content.results[0]?.text])).toEqual([
      ['จัดทำประกาศ', 'ทำแล้ว เปิดเผยข้อมูล'],
      ['จัดทำประกาศ', 'ทำแล้ว จัดซื้อจัดจ้าง'],
      ['จัดทำและเผยแพร่ประกาศ', undefined],
    ]);
    const events = await agency.database.look<{ action: string }>(
      `select event ->> 'action' as action from audit_event where event ->> 'action' in ('edit_plan', 'record_results') order by seq`,
    );
    expect(events.map(({ action }) => action)).toEqual(['record_results', 'record_results', 'edit_plan']);
    const left = await differences(file);
    expect(left.flatMap(({ takeable }) => takeable)).toEqual([]);
    expect(left.map(({ fields }) => fields)).toEqual([['methods'], ['methods'], ['results', 'outcomes']]);
  });

  it('changes nothing when somebody changed a measure after it was shown', async () => {
    await agency.database.look(`update measure set state = 'approved'`);
    const seen = differencesSeen(await differences(SEPTEMBER));
    const [measure] = await agency.database.look<{ id: string }>('select id from measure where title = $1', [
      TITLES[1],
    ]);
    const { organizationId } = agency;
    const fields = { results: [{ kind: 'plain', text: 'บันทึกเอง' }], outcomes: [], evidence: [] } as const;
    await agency.as('officer', (tx, actor) =>
      recordResults(tx, { organizationId, actor, measureId: measure?.id ?? '', seenVersion: 1, fields }),
    );
    const before = await stored();
    await expect(takeOver(SEPTEMBER, seen)).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
    expect(await stored()).toEqual(before);
  });

  it('keeps the day of a result and the divisions chosen by hand where its words are the same', async () => {
    await agency.database.look(`update measure set state = 'approved',
      content = content || '{"results": [{"kind": "plain", "text": "ทำแล้ว", "on": "2025-02-10"}],
        "responsible": {"everyDivision": false, "divisionIds": ["x"], "text": "ผู้เฝ้าคลัง"}}'`);
    const file = OCTOBER.map((row) => row.with(3, 'ผู้เฝ้าคลัง').with(4, 'ทำแล้ว'));
    expect((await take(file)).differing).toEqual([]);
  });
});
