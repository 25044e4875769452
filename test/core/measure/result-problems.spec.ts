import { atSixMonths } from '../../../src/core/measure/interim.js';
import { compareMeasures } from '../../../src/core/measure/compare-measures.js';
import {
  amended,
  planOf,
  type Figure,
  type InterimResults,
  type ResultLine,
} from '../../../src/core/measure/measure.js';
import { resultProblems } from '../../../src/core/measure/result-problems.js';
import { aMeasure } from '../report/measure-builder.js';

const line = (days: Partial<ResultLine>): ResultLine => ({ kind: 'dash', text: 'จัดอบรม', ...days });
const FIGURE: Figure = { name: 'ผู้เข้าร่วม', value: 45, unit: 'คน', target: 40 };
const INTERIM: InterimResults = {
  asOf: '2025-03-31',
  progress: 'in_progress',
  results: [line({ on: '2025-02-20' })],
  outcomes: [{ kind: 'plain', text: 'เข้าใจมากขึ้น' }],
  figures: [FIGURE],
};

const told = (content: Parameters<typeof resultProblems>[0]): string[] =>
  resultProblems(content, 2568).map(({ code, details }) => `${code} ${String(details.field)}`);

describe('the days of a result', () => {
  it.each<[Partial<ResultLine>, string[]]>([
    [{}, []],
    [{ on: '2025-02-20' }, []],
    [{ on: '2025-02-20', until: '2025-02-20' }, []],
    [{ on: '2025-02-20', until: '2025-02-22' }, []],
    [{ on: '1999-12-31' }, []],
    [{ on: '2025-02-29' }, ['measure.result-date-impossible results.0.on']],
    [{ on: '20 ก.พ.' }, ['measure.result-date-impossible results.0.on']],
    [{ on: '2025-02-20', until: '2025-02-30' }, ['measure.result-date-impossible results.0.until']],
    [{ until: '2025-02-22' }, ['measure.result-start-missing results.0.on']],
    [{ on: '2025-02-22', until: '2025-02-20' }, ['measure.result-dates-reversed results.0.until']],
  ])('%j: %j', (days, problems) => {
    expect(told({ results: [line(days)] })).toEqual(problems);
  });
});

describe('a figure', () => {
  it.each<[Partial<Figure>, string[]]>([
    [{}, []],
    [{ value: 0 }, []],
    [{ value: 85.1234 }, []],
    [{ name: ' ' }, ['measure.figure-incomplete figures.0.name']],
    [{ unit: '' }, ['measure.figure-incomplete figures.0.unit']],
    [{ value: NaN }, ['measure.figure-not-number figures.0.value']],
    [{ value: -1 }, ['measure.figure-not-number figures.0.value']],
    [{ value: 1e13 }, ['measure.figure-not-number figures.0.value']],
    [{ value: 0.000_01 }, ['measure.figure-not-number figures.0.value']],
    [{ target: Infinity }, ['measure.figure-not-number figures.0.target']],
  ])('%j: %j', (change, problems) => {
    expect(told({ results: [], figures: [{ ...FIGURE, ...change }] })).toEqual(problems);
  });
});

describe('interim results', () => {
  it.each([
    ['2024-10-01', true],
    ['2025-09-30', true],
    ['2024-09-30', false],
    ['2025-10-01', false],
    ['2025-02-30', false],
    ['', false],
  ])('are of a day in the fiscal year: %s', (asOf, isFine) => {
    const problems = isFine ? [] : ['measure.interim-outside-year interim.asOf'];
    expect(told({ results: [], interim: { ...INTERIM, asOf } })).toEqual(problems);
  });

  it('name the row that is wrong, counted for people from 1', () => {
    const interim = {
      ...INTERIM,
      results: [line({}), line({ until: '2025-01-01' })],
      figures: [FIGURE, { ...FIGURE, unit: '' }],
    };
    expect(resultProblems({ results: [], interim }, 2568).map(({ details }) => details)).toEqual([
      { field: 'interim.results.1.on', row: 2 },
      { field: 'interim.figures.1.unit', row: 2 },
    ]);
  });

  it('stand in the place of the final ones after six months, and only there', () => {
    const final = aMeasure({ results: [line({ on: '2025-09-01' })], figures: [{ ...FIGURE, value: 90 }] });
    expect(atSixMonths(final)).toBe(final);
    expect(atSixMonths({ ...final, interim: INTERIM })).toEqual({
      ...aMeasure(),
      results: INTERIM.results,
      outcomes: INTERIM.outcomes,
      figures: INTERIM.figures,
    });
    const { figures: _none, ...wordsOnly } = INTERIM;
    expect(atSixMonths({ ...final, interim: wordsOnly })).not.toHaveProperty('figures');
  });
});

describe('results of a measure that is amended', () => {
  const inForce = aMeasure({ results: [line({ on: '2025-02-20' })], figures: [FIGURE], interim: INTERIM });

  it('are no part of the plan', () => {
    expect(Object.keys(planOf(inForce))).not.toEqual(expect.arrayContaining(['results']));
    expect(planOf(inForce)).toEqual(planOf(aMeasure()));
    expect(amended(inForce, aMeasure({ title: 'ชื่อใหม่' }))).toEqual({ ...inForce, title: 'ชื่อใหม่' });
  });

  it('are compared day by day and figure by figure', () => {
    const later = {
      ...inForce,
      figures: [{ ...FIGURE, value: 50 }],
      interim: { ...INTERIM, progress: 'done' as const },
    };
    expect(compareMeasures(inForce, later)).toEqual([
      { field: 'figures', before: ['ผู้เข้าร่วม 45 คน (เป้าหมาย 40 คน)'], after: ['ผู้เข้าร่วม 50 คน (เป้าหมาย 40 คน)'] },
      { field: 'interim', before: interimAs('อยู่ระหว่างดำเนินการ'), after: interimAs('ดำเนินการแล้วเสร็จ') },
    ]);
    const [moved] = compareMeasures(inForce, { ...inForce, results: [line({ on: '2025-02-21' })] });
    expect(moved).toMatchObject({ field: 'results', after: ['จัดอบรม (วันที่ 21 กุมภาพันธ์ 2568)'] });
  });
});

const interimAs = (progress: string): string[] => [
  'ข้อมูล ณ วันที่ 31 มีนาคม 2568',
  progress,
  'จัดอบรม (วันที่ 20 กุมภาพันธ์ 2568)',
  'เข้าใจมากขึ้น',
  'ผู้เข้าร่วม 45 คน (เป้าหมาย 40 คน)',
];
