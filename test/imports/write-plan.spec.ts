import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Line, MeasureContent, ResultLine } from '../../src/core/measure/measure.js';
import { PROGRESS_STATES } from '../../src/core/report/progress.js';
import { parsePeriod } from '../../src/core/thai/parse-period.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { writePlanCsv, writePlanXlsx } from '../../src/imports/write-plan.js';

const DIVISIONS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา'].map((name, index) => ({
  id: `division-${index}`,
  name,
}));
const CONTEXT = { fiscalYear: 2568, divisions: DIVISIONS };

const word = fc.stringMatching(/^[ก-ฮ]{2,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
const latin = fc.constantFrom(
  'No Gift Policy',
  'a<b & "c"',
  "it's =1+1",
  '+66 2 123',
  '@line',
  '๕๐.๒๕ %',
  'O21',
  'x_x0041_y',
);
const sentence = fc.array(fc.oneof(words, latin), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const line = fc.record({ kind: fc.constantFrom<Line['kind']>('numbered', 'dash', 'heading', 'plain'), text: words });
const lines = fc.array(line, { maxLength: 5 });
const period = fc.oneof(
  fc.constantFrom('ปีงบประมาณ พ.ศ. ๒๕๖๘', 'ต.ค. ๖๗ – ก.ย. ๖๘', '๒๗ ธ.ค. ๖๗').map((text) => ({ text, ...datesOf(text) })),
  fc.constant({ text: 'ทุกเดือน', startsOn: '2024-10-01', endsOn: '2025-09-30' }),
  fc.constant({ text: 'เมื่อมีเรื่อง', startsOn: null, endsOn: null }),
  fc.constant({ text: 'ต.ค. ๖๗', startsOn: null, endsOn: '2024-10-15' }),
);
const responsible = fc.oneof(
  fc.constant({ everyDivision: true, divisionIds: [], text: 'ทุกส่วนราชการ' }),
  fc.constant({ everyDivision: true, divisionIds: [], text: 'คณะทำงานของหน่วยงาน' }),
  fc.constant({ everyDivision: false, divisionIds: ['division-1'], text: 'เจ้าหน้าที่พัสดุ' }),
  fc.constant({ everyDivision: false, divisionIds: [], text: 'กองคลัง' }),
  fc.subarray(DIVISIONS, { minLength: 1 }).map((list) => ({
    everyDivision: false,
    divisionIds: list.map(({ id }) => id),
    text: list.map(({ name }) => name).join(' / '),
  })),
);

const day = fc
  .integer({ min: 0, max: 364 })
  .map((days) => new Date(Date.UTC(2024, 9, 1 + days)).toISOString().slice(0, 10));
const days = fc.oneof(
  fc.constant({}),
  day.map((on) => ({ on })),
  fc.tuple(day, day).map((pair) => {
    const [on = '', until = ''] = pair.sort();
    return { on, until };
  }),
);
const resultLines = (text: fc.Arbitrary<string>): fc.Arbitrary<ResultLine[]> =>
  fc.array(
    fc.tuple(text, days).map(([words, when]) => ({ kind: 'plain' as const, text: words, ...when })),
    { maxLength: 3 },
  );
const count = fc.integer({ min: 0, max: 99_999_999 }).map((number) => number / 100);
const figure = fc.record(
  { name: fc.oneof(words, fc.constant('ก | ข')), value: count, unit: word, target: count },
  { requiredKeys: ['name', 'value', 'unit'] },
);
const figures = fc.record({ figures: fc.array(figure, { minLength: 1, maxLength: 3 }) }, { requiredKeys: [] });
const interim = fc
  .tuple(day, fc.constantFrom(...PROGRESS_STATES), resultLines(words), lines, figures)
  .map(([asOf, progress, results, outcomes, some]) => ({ asOf, progress, results, outcomes, ...some }));

const measure: fc.Arbitrary<MeasureContent> = fc
  .tuple(planned(), figures, fc.record({ interim }, { requiredKeys: [] }))
  .map(([plan, some, half]) => ({ ...plan, ...some, ...half }));

function planned(): fc.Arbitrary<MeasureContent> {
  return fc.record({
    title: words,
    theme: fc.option(words, { nil: null }),
    indicators: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    oCodes: fc.subarray(['O1', 'O10', 'O21', 'O27']),
    methods: fc.tuple(line, lines).map(([first, rest]) => [first, ...rest]),
    period,
    responsible,
    monitoring: lines,
    results: resultLines(sentence),
    outcomes: lines,
    evidence: fc.array(fc.record({ label: words, url: fc.webUrl() }), { maxLength: 2 }),
  });
}
const plan = fc.array(measure, { minLength: 1, maxLength: 6 });

/** Keys and places belong to a file; what a measure says does not change by writing and reading it. */
const contents = async (name: string, bytes: Uint8Array): Promise<MeasureContent[]> =>
  (await readPlan({ name, bytes }, CONTEXT)).measures.map(({ content }) => content);

describe('a plan that is written and read again', () => {
  it('says the same from XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (measures) => {
        expect(await contents('plan.xlsx', await writePlanXlsx(measures, CONTEXT))).toEqual(measures);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same from CSV', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (measures) => {
        expect(await contents('plan.csv', Buffer.from(writePlanCsv(measures, CONTEXT)))).toEqual(measures);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same when it is a thousand measures long', async () => {
    const some = fc.sample(measure, { seed: 1000, numRuns: 100 });
    const measures = Array.from({ length: 1_000 }, (_unused, index) => some[index % some.length]).filter(
      (one) => one !== undefined,
    );
    expect(await contents('plan.xlsx', await writePlanXlsx(measures, CONTEXT))).toEqual(measures);
  });

  it('has the same keys from both', async () => {
    const [measures] = fc.sample(plan, { seed: 2568, numRuns: 1 });
    const xlsx = await readPlan({ name: 'plan.xlsx', bytes: await writePlanXlsx(measures ?? [], CONTEXT) }, CONTEXT);
    const csv = await readPlan(
      { name: 'plan.csv', bytes: Buffer.from(writePlanCsv(measures ?? [], CONTEXT)) },
      CONTEXT,
    );
    expect(csv.measures.map(({ contentKey }) => contentKey)).toEqual(xlsx.measures.map(({ contentKey }) => contentKey));
  });

  it('never holds a cell that a spreadsheet program would run', async () => {
    const [sample] = fc.sample(measure, { seed: 1, numRuns: 1 });
    if (!sample) throw new Error('no sample');
    const csv = writePlanCsv([{ ...sample, title: '=cmd()', outcomes: [{ kind: 'dash', text: 'ก' }] }], CONTEXT);
    expect(csv).toContain("'=cmd()");
    expect(csv).toContain("'- ก");
    const cells = parse(csv, { bom: true }).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('days and figures that somebody changed in the file', () => {
  const sample = (): MeasureContent => {
    const [one] = fc.sample(planned(), { seed: 7, numRuns: 1 });
    if (!one) throw new Error('no sample');
    return {
      ...one,
      results: [{ kind: 'plain', text: 'จัดอบรม', on: '2025-02-20' }],
      figures: [{ name: 'ผู้เข้าร่วม', value: 1204, unit: 'คน' }],
      interim: { asOf: '2025-03-31', progress: 'done', results: [], outcomes: [] },
    };
  };
  const readAfter = async (before: string, after: string): ReturnType<typeof readPlan> => {
    const csv = writePlanCsv([sample()], CONTEXT);
    expect(csv).toContain(before);
    return readPlan({ name: 'plan.csv', bytes: Buffer.from(csv.replace(before, after)) }, CONTEXT);
  };

  it.each([
    ['ผู้เข้าร่วม | 1,204 | คน | -', 'ผู้เข้าร่วม | มาก | คน | -', 'ตัวเลขของผลลัพธ์'],
    ['1 | 20 ก.พ. 2568', '1 | 31 ก.พ. 2568', 'วันที่ของผลแต่ละข้อ'],
    ['1 | 20 ก.พ. 2568', '9 | 20 ก.พ. 2568', 'วันที่ของผลแต่ละข้อ'],
    ['2025-03-31', '2025-10-31', 'รอบ ๖ เดือน: ข้อมูล ณ วันที่'],
  ])('are doubted and kept beside the measure when they cannot be read: %s -> %s', async (before, after, column) => {
    const { measures, findings } = await readAfter(before, after);
    expect(findings.filter(({ code }) => code === 'import.result-unread')).toContainEqual(
      expect.objectContaining({ severity: 'W', place: expect.objectContaining({ column }), quote: after }),
    );
    expect(measures[0]?.source.unmapped).toContainEqual({ column, text: after });
  });

  it('are read in Thai digits and other ways to write a day', async () => {
    const { measures } = await readAfter('1 | 20 ก.พ. 2568', '๑ | ๒๐/๒/๒๕๖๘ | 22 กุมภาพันธ์ 2568');
    expect(measures[0]?.content.results[0]).toMatchObject({ on: '2025-02-20', until: '2025-02-22' });
  });
});

function datesOf(text: string): { startsOn: string | null; endsOn: string | null } {
  const { startsOn = null, endsOn = null } = parsePeriod(text, 2568) ?? {};
  return { startsOn, endsOn };
}
