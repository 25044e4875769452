import { INDICATORS } from '../../../src/core/ita/indicators.js';
import { INSTRUMENTS, instrumentMean, overallFromIndicators } from '../../../src/core/ita/instruments.js';
import { formatOCode, oCodesOf } from '../../../src/core/ita/o-codes.js';
import { levelOf, possibleLevels } from '../../../src/core/ita/rating.js';

const scoresOf = (scores: readonly number[]): ReadonlyMap<number, number> =>
  new Map(scores.map((score, index) => [index + 1, score]));

describe('instruments and indicators', () => {
  it('weigh one together and share out all ten indicators', () => {
    expect(INSTRUMENTS.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    expect(INDICATORS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('give the weighted mean as the overall score', () => {
    const scores = scoresOf([90, 90, 90, 90, 90, 80, 80, 80, 97.14, 100]);
    expect(instrumentMean('OIT', scores)).toBeCloseTo(98.57);
    expect(overallFromIndicators(scores)).toBeCloseTo(27 + 24 + 39.428);
  });

  it('give nothing while an indicator is missing', () => {
    expect(overallFromIndicators(scoresOf([90, 90, 90]))).toBeNull();
  });
});

describe('the level', () => {
  const scores = { iit: 96, eit1: 96, eit2: 96, oit: 96 };

  it.each([
    [96, scores, 'ผ่านดีเยี่ยม'],
    [95.5, { ...scores, eit2: 94 }, 'ผ่านดี'],
    [92, { ...scores, eit1: 84.99 }, 'ผ่าน'],
    [84.99, scores, 'ต้องปรับปรุง'],
    [69.99, scores, 'ต้องปรับปรุงโดยด่วน'],
  ] as const)('of %d with %j is %s', (overall, instruments, level) => {
    expect(levelOf(overall, instruments)).toBe(level);
    const lowest = Math.min(...Object.values(instruments));
    expect(possibleLevels(overall, lowest, lowest)).toEqual([level]);
  });

  it('stays open where the instrument scores are unknown', () => {
    expect(possibleLevels(97)).toEqual(['ผ่านดีเยี่ยม', 'ผ่านดี', 'ผ่าน']);
    expect(possibleLevels(90)).toEqual(['ผ่านดี', 'ผ่าน']);
    expect(possibleLevels(99, 90)).toEqual(['ผ่านดีเยี่ยม', 'ผ่านดี']);
  });
});

describe('the lists of public disclosure', () => {
  it.each([
    [2566, 43],
    [2567, 35],
    [2568, 28],
    [2569, 26],
  ])('of %d have %d items, numbered without a gap', (year, count) => {
    expect(oCodesOf(year)?.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('mark what is not verified, above all what has no title', () => {
    for (const year of [2566, 2567, 2568, 2569]) {
      for (const { title, verified } of oCodesOf(year) ?? []) if (title === null) expect(verified).toBe(false);
    }
    expect(oCodesOf(2568)?.[26]).toMatchObject({
      title: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
      verified: false,
    });
  });

  it('are unknown for other years', () => {
    expect(oCodesOf(2570)).toBeNull();
    expect(formatOCode(27)).toBe('O27');
  });
});
