import { analyseScores, type AssessmentResult } from '../../../src/core/ita/analyse-scores.js';

const result = (indicators: readonly number[], fiscalYear = 2568): AssessmentResult => ({
  fiscalYear,
  overall: 90,
  level: 'ผ่านดี',
  instruments: { iit: 90, eit1: 90, eit2: 90, oit: 90 },
  indicators,
});

const [iit, eit, oit] = analyseScores(
  result([99.89, 100, 100, 100, 100, 84.99, 99, 96.67, 95, 95]),
  result([98, 100, 100, 100, 100, 90, 99, 96, 95, 90], 2567),
);

describe('analysis of scores', () => {
  it('names the highest indicators of each instrument as strengths and the lowest as what to improve', () => {
    expect(iit).toMatchObject({ instrument: 'IIT', strengths: [2, 3, 4, 5], toImprove: [1] });
    expect(eit).toMatchObject({ instrument: 'EIT', strengths: [7], toImprove: [6] });
  });

  it('calls urgent what is below the target of 85', () => {
    expect(iit?.urgent).toEqual([]);
    expect(eit?.urgent).toEqual([6]);
  });

  it('calls a fall a fall, in points of two decimals', () => {
    expect(eit?.changes).toEqual([
      { indicator: 6, points: -5.01 },
      { indicator: 7, points: 0 },
      { indicator: 8, points: 0.67 },
    ]);
  });

  it('improves nothing where all are equal, and compares with nothing in the first year', () => {
    expect(oit).toMatchObject({ strengths: [9, 10], toImprove: [] });
    expect(analyseScores(result(Array(10).fill(90)), null)[0]?.changes).toEqual([]);
  });
});
