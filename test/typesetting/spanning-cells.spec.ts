import { describe, expect, it } from '@jest/globals';
import { typeset } from '../../src/typesetting/typeset.js';
import { conformanceFaults } from './conformance-checks.js';
import { drawnPoints, placedTexts, type PlacedText } from './page-layout.js';
import { COLUMNS, MARGIN, PAGE, spanningTable, wordsIn, type SpanningTable } from './spanning-tables.js';

const OPTIONS = { title: 'ตาราง', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;
const SEED = 20261121;
const RANDOM_TABLES = 40;
const FONT_SIZE = 10;

interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: PlacedText[][];
}

async function print(table: SpanningTable): Promise<Printed> {
  const pdf = await typeset(spanningTable(table), OPTIONS);
  return { pdf, pages: await placedTexts(pdf) };
}

const textOf = (items: readonly PlacedText[]): string => items.map(({ text }) => text).join('');
const columnOf = ({ x }: PlacedText): number => Math.floor((x - MARGIN) / ((PAGE.width - 2 * MARGIN) / COLUMNS));
const inColumn = (items: readonly PlacedText[], column: number): PlacedText[] =>
  items.filter((item) => columnOf(item) === column).sort((one, other) => one.y - other.y || one.x - other.x);

/** Where rules lie across a column on a page, in points from the top. */
function rulesAcross(points: readonly (readonly [number, number])[], column: number): number[] {
  const x = MARGIN + (column + 0.5) * ((PAGE.width - 2 * MARGIN) / COLUMNS);
  return points.flatMap(([fromX, fromY], index) => {
    const [toX, toY] = points[index + 1] ?? [0, 0];
    const isAcross = index % 2 === 0 && fromY === toY && Math.min(fromX, toX) < x && x < Math.max(fromX, toX);
    return isAcross ? [PAGE.height - fromY] : [];
  });
}

/** What is wrong with a printed table; nothing when all is right. */
function faultsOf(table: SpanningTable, { pdf, pages }: Printed): string[] {
  const faults: string[] = [...conformanceFaults(pdf)];
  const read = pages.map((items) => items.filter(({ isArtifact }) => !isArtifact));
  const words = read.flatMap((items) => wordsIn(textOf(items)));
  if (new Set(words).size !== words.length) faults.push('a word is read twice');
  if (words.length !== Math.max(0, ...words)) faults.push('a word is missing');
  for (const { column } of table.spans) {
    const own = read.flatMap((items) => wordsIn(textOf(inColumn(items, column))));
    if (own.some((word, index) => index > 0 && word < (own[index - 1] ?? 0)))
      faults.push(`column ${column} out of order`);
  }
  drawnPoints(pdf).forEach((points, page) => faults.push(...faultsOfPage(points, pages[page] ?? [], page)));
  return faults;
}

/** Every column begins and ends with a rule, at the same height as the others, and no text lies on a rule. */
function faultsOfPage(
  points: readonly (readonly [number, number])[],
  items: readonly PlacedText[],
  page: number,
): string[] {
  const ends = new Set<string>();
  const faults: string[] = [];
  for (let column = 0; column < COLUMNS; column++) {
    const rules = rulesAcross(points, column);
    const [top, bottom] = [Math.min(...rules), Math.max(...rules)];
    ends.add(`${top.toFixed(0)} to ${bottom.toFixed(0)}`);
    for (const { y, text } of inColumn(items, column).filter(({ text }) => !text.startsWith('ก่อน'))) {
      const isOnRule = rules.some((rule) => rule > y - FONT_SIZE * 0.6 && rule < y);
      if (isOnRule || y < top || y > bottom) faults.push(`page ${page + 1}: ${text} lies on a rule or outside`);
    }
  }
  return ends.size === 1 ? faults : [...faults, `page ${page + 1}: columns stand from ${[...ends].join(', ')}`];
}

/** Pages on which a spanning column stands without a word of its own, and whether it says so with "(ต่อ)". */
const repeatsOn = ({ pages }: Printed, column: number): string[] =>
  pages.map((items) => {
    const own = inColumn(items, column);
    const isRead = wordsIn(textOf(own.filter(({ isArtifact }) => !isArtifact))).length > 0;
    const isSaid = textOf(own.filter(({ isArtifact }) => isArtifact))
      .replace(/\s/g, '')
      .includes('(ต่อ)');
    return isRead ? 'read' : isSaid ? 'said again' : 'empty';
  });

describe('a cell that spans rows', () => {
  it.each([
    ['first', 0, true],
    ['second', 1, true],
    ['last', 3, true],
    ['first', 0, false],
    ['last', 3, false],
  ])(
    'in the %s column (%i, header: %s) is closed on every page and said again with (ต่อ)',
    async (_, column, hasHeader) => {
      const table = { rows: 30, hasHeader, spans: [{ column, rows: 30, words: 6 }], wordsOf: () => 2 };
      const printed = await print(table);
      expect(faultsOf(table, printed)).toEqual([]);
      expect(repeatsOn(printed, column)).toEqual(['read', ...printed.pages.slice(1).map(() => 'said again')]);
      expect(printed.pages.length).toBeGreaterThan(3);
    },
  );

  it('says again as much as its room on the page holds', async () => {
    const whole = await print({
      rows: 16,
      hasHeader: true,
      spans: [{ column: 3, rows: 16, words: 6 }],
      wordsOf: () => 2,
    });
    const again = inColumn(whole.pages[1] ?? [], 3).filter(({ text }) => text !== 'หัวสี่');
    expect(wordsIn(textOf(again))).toEqual([7, 8, 9, 10, 11, 12]);
    expect(textOf(again)).toMatch(/\(ต่อ\)$/);
    const long = await print({
      rows: 30,
      hasHeader: true,
      spans: [{ column: 3, rows: 30, words: 24 }],
      wordsOf: () => 2,
    });
    const beginning = inColumn(long.pages[2] ?? [], 3).filter(({ text }) => text !== 'หัวสี่');
    expect(wordsIn(textOf(beginning))).toEqual([7, 8, 9]);
    expect(textOf(beginning)).toMatch(/\(ต่อ\)$/);
  });

  it.each([1, 2, 3])('taller than its rows goes on over %i pages', async (pages) => {
    const table = {
      rows: 3,
      hasHeader: true,
      spans: [{ column: 2, rows: 3, words: pages * 15 }],
      wordsOf: () => 2,
    };
    const printed = await print(table);
    expect(faultsOf(table, printed)).toEqual([]);
    expect(repeatsOn(printed, 2)).toEqual(printed.pages.map(() => 'read'));
    expect(printed.pages).toHaveLength(pages);
  });

  it('keeps its place beside another that ends elsewhere', async () => {
    const spans = [
      { column: 1, rows: 7, words: 9 },
      { column: 2, rows: 12, words: 30 },
    ];
    const table = { rows: 24, hasHeader: true, spans, wordsOf: (row: number) => 2 + (row % 5) };
    const printed = await print(table);
    expect(faultsOf(table, printed)).toEqual([]);
    expect(repeatsOn(printed, 1)).toContain('said again');
  });

  it('is one cell of the structure, with the rows that it spans', async () => {
    const spans = [{ column: 3, rows: 10, words: 40 }];
    const { pdf } = await print({ rows: 30, hasHeader: true, spans, wordsOf: () => 3 });
    expect(Buffer.from(pdf).toString('latin1').split('/RowSpan 10').length - 1).toBe(3);
  });

  it(`holds in ${RANDOM_TABLES} random tables (seed ${SEED})`, async () => {
    let state = SEED;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * below);
    };
    for (let at = 0; at < RANDOM_TABLES; at++) {
      const span = (column: number): SpanningTable['spans'][number] => ({
        column,
        rows: 2 + draw(12),
        words: 1 + draw(draw(4) === 0 ? 90 : 12),
      });
      const first = draw(COLUMNS);
      const spans = [span(first), ...(draw(2) === 0 ? [span((first + 1 + draw(2)) % COLUMNS)] : [])];
      const words = Array.from({ length: 30 }, () => 1 + draw(draw(6) === 0 ? 40 : 7));
      const table = {
        rows: 2 + draw(28),
        hasHeader: draw(3) > 0,
        spans,
        wordsOf: (row: number) => words[row] ?? 1,
        linesBefore: draw(14),
      };
      expect([at, table, faultsOf(table, await print(table))]).toEqual([at, table, []]);
    }
  });
});
