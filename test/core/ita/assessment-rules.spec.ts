import fc from 'fast-check';
import { builtInCatalogue, changedCatalogue, itemsOf, sameItem } from '../../../src/core/ita/catalogue.js';
import { contradictionsOf, doubtsOf } from '../../../src/core/ita/contradictions.js';
import { overallFromIndicators } from '../../../src/core/ita/instruments.js';
import { levelReason } from '../../../src/core/ita/level-reason.js';
import { formatFindingCode, readFindingCode, usualIndicator } from '../../../src/core/ita/questions.js';
import { levelOf } from '../../../src/core/ita/rating.js';

const score = fc.double({ min: 0, max: 100, noNaN: true });
const scores = fc.record({ iit: score, eit1: score, eit2: score, oit: score });

describe('the level', () => {
  it.each([
    [95, { iit: 95, eit1: 95, eit2: 95, oit: 95 }, 'ผ่านดีเยี่ยม'],
    [95, { iit: 94.99, eit1: 100, eit2: 100, oit: 95 }, 'ผ่านดี'],
    [85, { iit: 85, eit1: 85, eit2: 85, oit: 85 }, 'ผ่านดี'],
    [99, { iit: 100, eit1: 84.99, eit2: 100, oit: 100 }, 'ผ่าน'],
    [84.99, { iit: 90, eit1: 80, eit2: 90, oit: 80 }, 'ต้องปรับปรุง'],
    [70, { iit: 70, eit1: 70, eit2: 70, oit: 70 }, 'ต้องปรับปรุง'],
    [69.99, { iit: 99, eit1: 60, eit2: 60, oit: 60 }, 'ต้องปรับปรุงโดยด่วน'],
  ])('of %d follows from all four instruments', (overall, instruments, level) => {
    expect(levelReason(overall, instruments).level).toBe(level);
  });

  it('is given for the lowest instrument', () => {
    fc.assert(
      fc.property(score, scores, (overall, instruments) => {
        const { level, lowest } = levelReason(overall, instruments);
        expect(level).toBe(levelOf(overall, instruments));
        expect(lowest.score).toBe(Math.min(...Object.values(instruments)));
        expect(instruments[lowest.instrument]).toBe(lowest.score);
      }),
    );
  });
});

describe('numbers that follow the weights', () => {
  it('contradict nothing and leave no doubt', () => {
    const indicators = fc.array(score, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(indicators, (given) => {
        const two = (value: number): number => Math.round(value * 100) / 100;
        const rounded = given.map(two);
        const mean = (from: number, to: number): number =>
          two(rounded.slice(from - 1, to).reduce((sum, value) => sum + value, 0) / (to - from + 1));
        const instruments = { iit: mean(1, 5), eit1: mean(6, 8), eit2: mean(6, 8), oit: mean(9, 10) };
        const byNumber = new Map(rounded.map((value, index) => [index + 1, value]));
        const overall = two(overallFromIndicators(byNumber) ?? 0);
        const level = levelOf(overall, instruments);
        const result = { fiscalYear: 2568, overall, level, instruments, indicators: rounded };
        expect(contradictionsOf(result)).toEqual([]);
        expect(doubtsOf(result)).toEqual([]);
      }),
    );
  });
});

describe('a code', () => {
  it.each([
    ['e๖', 'e6'],
    [' I 3 ', 'i3'],
    ['o17', 'O17'],
    ['O๒๐', 'O20'],
  ])('typed as %p is read as %s', (written, code) => {
    const read = readFindingCode(written);
    expect(read && formatFindingCode(read)).toBe(code);
  });

  it.each(['020', '๐๒๐', 'O0', 'e', 'x3', 'O123', 'O20, O24', ''])('is not read from %p', (written) => {
    expect(readFindingCode(written)).toBeNull();
  });

  it.each([
    ['i1', 1],
    ['i3', 1],
    ['i15', 5],
    ['i16', null],
    ['e1', 6],
    ['e6', 7],
    ['e9', 8],
    ['e10', null],
    ['O17', null],
  ])('%s usually belongs to indicator %p', (written, indicator) => {
    const code = readFindingCode(written);
    expect(code && usualIndicator(code, 2568)).toBe(indicator);
    expect(code && usualIndicator(code, 2566)).toBeNull();
  });
});

describe('an item of the disclosure list', () => {
  it.each([
    ['O43', 2566, 2569, 'O26'],
    ['O32', 2566, 2567, 'O27'],
    ['O22', 2568, 2569, 'O20'],
    ['O1', 2566, 2567, 'O1'],
    ['O9', 2566, 2567, null],
  ])('%s of %i is %s of %i', (code, from, to, there) => {
    expect(sameItem(code, builtInCatalogue(from), builtInCatalogue(to))).toBe(there);
  });

  it('is found under the title that an agency gave it', () => {
    const title = 'รายการที่หน่วยงานตั้งชื่อเอง';
    const change = { kind: 'o-code', code: 'O3', title, weight: null, verified: true, isRemoved: false } as const;
    const from = changedCatalogue(builtInCatalogue(2569), [change]);
    const to = changedCatalogue(builtInCatalogue(2570), [{ ...change, code: 'O9' }]);
    expect(sameItem('O3', from, to)).toBe('O9');
    expect(itemsOf(to, 'o-code').map(({ code }) => code)).toEqual(['O9']);
  });
});
