import { resultToQuote } from '../../src/reports/quoted-result.js';

const RECORDED = { overall: 91.79, level: 'ผ่าน' };

describe('the result that a report quotes', () => {
  it.each([
    ['the recorded one where nothing is said', 2568, RECORDED, undefined, RECORDED],
    ['none where none is asked for', 2568, RECORDED, null, null],
    ['the given one where none is recorded', 2568, null, RECORDED, RECORDED],
    ['the recorded one said once more', 2568, RECORDED, { ...RECORDED }, RECORDED],
    ['nothing where there is nothing', 2568, null, undefined, null],
    [
      'a letter of the years before the present levels',
      2565,
      null,
      { overall: 80, level: 'B' },
      { overall: 80, level: 'B' },
    ],
  ])('is %s', (_name, year, recorded, given, quoted) => {
    expect(resultToQuote(year, recorded, given)).toEqual(quoted);
  });

  it.each([
    ['a level that no score of 60 can have', null, { overall: 60, level: 'ผ่านดีเยี่ยม' }, 'assessment.level-contradicts'],
    ['a level that does not exist', null, { overall: 90, level: 'เยี่ยม' }, 'assessment.level-contradicts'],
    ['another score than the recorded one', RECORDED, { overall: 95, level: 'ผ่าน' }, 'report.assessment-differs'],
    ['another level than the recorded one', RECORDED, { overall: 91.79, level: 'ผ่านดี' }, 'report.assessment-differs'],
  ])('is not %s', (_name, recorded, given, code) => {
    expect(() => resultToQuote(2568, recorded, given)).toThrow(code);
  });
});
