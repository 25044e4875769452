import type { Assessment } from '../../../src/core/ita/assessment.js';
import { findingTitle } from '../../../src/core/ita/finding-title.js';
import { answers, findingsOf, type Finding } from '../../../src/core/ita/findings.js';
import { proposedMeasure } from '../../../src/core/ita/proposed-measure.js';
import { aMeasure } from '../../support/agency.js';

const assessment = (change: Partial<Assessment['instruments']> = {}): Assessment => ({
  fiscalYear: 2568,
  overall: 88.5,
  level: 'ผ่าน',
  instruments: { iit: 92.3, eit1: 60, eit2: 99, oit: 94.5, ...change },
  indicators: [93.1, 91.4, 92.75, 90.25, 94, 88.2, 86.5, 88.25, 95, 94],
  recommendations: [],
});

const weak = (change?: Partial<Assessment['instruments']>): Finding[] =>
  findingsOf(assessment(change)).filter(({ instrument }) => instrument !== null);

describe('an instrument below the target', () => {
  it('is a finding that must be answered, before the indicators, also when no indicator is below', () => {
    const findings = findingsOf(assessment());
    expect(findings.map(({ key, mustBeAnswered }) => [key, mustBeAnswered])).toEqual([
      ['instrument:eit1', true],
      ['indicator:4', false],
      ['indicator:7', false],
      ['indicator:10', false],
    ]);
    expect(findings[0]).toMatchObject({ instrument: 'eit1', indicator: null, code: null, score: 60 });
    expect(findingTitle(findings[0] as Finding)).toBe('คะแนน EIT ส่วนที่ 1 ต่ำกว่าค่าเป้าหมาย 85 คะแนน (60.00)'); // the first of four
  });

  it.each(['iit', 'eit1', 'eit2', 'oit'] as const)('is found by the score of %s, from 84.99 down', (part) => {
    expect(weak({ eit1: 90, [part]: 84.99 }).map(({ key }) => key)).toEqual([`instrument:${part}`]);
    expect(weak({ eit1: 90, [part]: 85 })).toEqual([]);
  });

  it('is answered by a measure on an indicator that the instrument asks about, and by no other', () => {
    const [eit1] = weak();
    if (!eit1) throw new Error('EIT part 1 is weak');
    const measure = (indicators: number[]) => aMeasure([], { indicators, oCodes: [] });
    expect([6, 7, 8].every((indicator) => answers(measure([indicator]), eit1, null))).toBe(true);
    expect([1, 5, 9, 10].some((indicator) => answers(measure([indicator]), eit1, null))).toBe(false);
  });

  it('proposes a measure of its own wording for each instrument, which answers it', () => {
    const findings = weak({ iit: 80, eit1: 80, eit2: 80, oit: 80 });
    const measures = findings.map((finding) => proposedMeasure(finding, 2569, null));
    expect(measures.map(({ indicators }) => indicators)).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8],
      [6, 7, 8],
      [9, 10],
    ]);
    expect(new Set(measures.map(({ title }) => title)).size).toBe(4);
    expect(measures.every(({ methods }) => methods.length >= 2)).toBe(true);
    findings.forEach((finding, index) => expect(answers(measures[index] ?? aMeasure([]), finding, null)).toBe(true));
  });
});
