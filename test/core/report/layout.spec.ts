import { printedLines } from '../../../src/core/report/cell-lines.js';
import { columnShares } from '../../../src/core/report/column-widths.js';
import { LAYOUT_PRESETS, themedLayout } from '../../../src/core/report/layout-presets.js';
import { layoutProblems } from '../../../src/core/report/layout-schema.js';

describe('report layouts', () => {
  it.each(Object.entries(LAYOUT_PRESETS))('%s has no fault', (_name, { layout }) => {
    expect(layoutProblems(JSON.parse(JSON.stringify(layout)))).toEqual([]);
  });

  it.each([
    ['an unknown placeholder', { introduction: 'ของ{หน่วยงานอื่น}' }, 'unknown-placeholder', 'introduction'],
    [
      'a column shown twice',
      { columns: [...themedLayout.columns, themedLayout.columns[0]] },
      'column-twice',
      'columns[6]',
    ],
    [
      'an unknown column',
      { columns: [{ key: 'price', header: 'ราคา', weight: 1 }, themedLayout.columns[0]] },
      'not-allowed',
      'columns[0].key',
    ],
    ['no column for the measure', { columns: themedLayout.columns.slice(1) }, 'column-missing', 'columns'],
    ['an unknown field', { colour: 'red' }, 'unknown-field', 'colour'],
    ['no title', { titleLines: [] }, 'too-few', 'titleLines'],
  ])('refuse %s and name its place', (_sentence, change, kind, path) => {
    expect(layoutProblems({ ...themedLayout, ...change })).toMatchObject([{ kind, path }]);
  });
});

describe('lines of a cell', () => {
  it('are numbered in turn, dashes in between do not stop the count, a heading does', () => {
    const lines = printedLines([
      { kind: 'numbered', text: 'ก' },
      { kind: 'dash', text: 'ย่อย' },
      { kind: 'numbered', text: 'ข' },
      { kind: 'heading', text: 'วิธีดำเนินการ' },
      { kind: 'numbered', text: 'ค' },
      { kind: 'plain', text: 'ท้าย' },
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['1. ก', '- ย่อย', '2. ข', 'วิธีดำเนินการ', '1. ค', 'ท้าย']);
  });
});

describe('column widths', () => {
  const load = (weight: number, characters: number) => ({ weight, characters, longestWord: 5 });

  it('always fill the whole table', () => {
    const shares = columnShares([load(5, 10), load(20, 9000), load(10, 0)], 130);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('give more room to the column that holds more text', () => {
    const [quiet = 0, wordy = 0] = columnShares([load(10, 100), load(10, 10_000)], 130);
    expect(wordy).toBeGreaterThan(quiet * 1.2);
  });

  it('keep room for the longest word of every column', () => {
    const columns = [
      { weight: 1, characters: 1, longestWord: 10 },
      { weight: 99, characters: 9000, longestWord: 10 },
      { weight: 3, characters: 40, longestWord: 12 },
    ];
    const shares = columnShares(columns, 100);
    shares.forEach((share, index) =>
      expect(share * 100).toBeGreaterThanOrEqual((columns[index]?.longestWord ?? 0) - 1e-9),
    );
  });

  it('shrink together when the page cannot hold the longest words', () => {
    const shares = columnShares(
      [load(1, 1), load(1, 1)].map((column) => ({ ...column, longestWord: 90 })),
      100,
    );
    expect(shares).toEqual([0.5, 0.5]);
  });
});
