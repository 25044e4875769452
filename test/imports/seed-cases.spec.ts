import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTINUED } from '../../src/core/thai/list-words.js';
import type { ImportedPlan } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { missingWord, printedColumn } from '../support/printed-measure.js';

/** Real published plans; they lie beside the repository on some machines only. */
const CASES = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));
const CASE_NAMES = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'];
const DIVISIONS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา'].map((name) => ({ id: name, name }));

interface SeedCase {
  readonly fiscalYear: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const seedCase = (name: string): SeedCase => JSON.parse(readFileSync(`${CASES}${name}.json`, 'utf8')) as SeedCase; // own test data

async function imported(name: string, extension: string): Promise<ImportedPlan> {
  const file = `${name}.${extension}`;
  const { fiscalYear } = seedCase(name);
  return readPlan({ name: file, bytes: readFileSync(CASES + file) }, { fiscalYear, divisions: DIVISIONS });
}

const present = existsSync(CASES) ? describe : describe.skip;
if (!existsSync(CASES))
  process.stderr.write('The published plans are not on this machine; their import is not tested.\n');

present.each(CASE_NAMES.flatMap((name) => ['xlsx', 'docx'].map((extension) => [name, extension])))(
  '%s.%s',
  (name, extension) => {
    let plan: ImportedPlan;
    beforeAll(async () => {
      plan = await imported(name, extension);
    });

    it('keeps every word of every cell in its column and order', () => {
      const { rows, columns } = seedCase(name);
      const lost = rows.flatMap((row, index) => {
        const measure = plan.measures.find(({ source }) => source.rows.includes(index + 2));
        if (!measure) return isKeptGroup(row[0] ?? '', plan) ? [] : [`row ${index + 2}`];
        return row.flatMap((cell, at) => {
          const column = plan.layout.columns[at];
          const word = missingWord(
            cell.replace(CONTINUED, keptMark(cell)),
            printedColumn(measure, column?.field ?? null, column?.header ?? ''),
          );
          return word === null ? [] : [`row ${index + 2}, ${columns[at]}: ${word}`];
        });
      });
      expect(lost).toEqual([]);
    });

    it('gives the same measures on a second reading', async () => {
      const again = await imported(name, extension);
      expect(again.measures.map(({ contentKey }) => contentKey)).toEqual(
        plan.measures.map(({ contentKey }) => contentKey),
      );
      expect(new Set(plan.measures.map(({ contentKey }) => contentKey)).size).toBe(plan.measures.length);
    });
  },
);

/** "(ต่อ)" at the end of a title is a mark of the page break; inside a sentence it is a word. */
const keptMark = (cell: string): string => (cell.endsWith(CONTINUED) ? '' : CONTINUED);
const isKeptGroup = (cell: string, plan: ImportedPlan): boolean =>
  plan.measures.some(({ content, source }) => missingWord(cell, `${source.themeNumber} ${content.theme}`) === null);

present('the published plans', () => {
  it.each([
    ['seed-000', 8, 'flat'],
    ['seed-001', 5, 'flat'],
    ['seed-002', 6, 'theme'],
    ['seed-003', 10, 'indicator'],
    ['seed-004', 12, 'flat'],
  ])('%s has %i measures in a layout that is %s', async (name, count, grouping) => {
    for (const extension of ['xlsx', 'docx']) {
      const plan = await imported(name, extension);
      expect(plan.measures).toHaveLength(count);
      expect(plan.layout.grouping).toBe(grouping);
    }
  });

  it('joins row ๙ of 000 to measure ๘ and says so', async () => {
    const plan = await imported('seed-000', 'xlsx');
    const last = plan.measures.at(-1);
    expect(last?.source).toMatchObject({ number: '๘', rows: [9, 10] });
    expect(last?.content.methods.map(({ kind }) => kind)).toEqual(['numbered', 'numbered', 'numbered', 'numbered']);
    expect(plan.findings.filter(({ code }) => code === 'import.continuation-numbered')).toHaveLength(1);
  });

  it('keeps the storekeeper of 000 as text and asks for a division', async () => {
    const plan = await imported('seed-000', 'docx');
    expect(plan.measures[4]?.content.responsible).toEqual({
      everyDivision: false,
      divisionIds: [],
      text: 'เจ้าหน้าที่ พัสดุ',
    });
    expect(plan.findings.find(({ code }) => code === 'import.unit-unknown')?.severity).toBe('W');
  });

  it('reads the three groups of 002 and offers O20, O24 and O28 for codes typed with a zero', async () => {
    const plan = await imported('seed-002', 'xlsx');
    expect(new Set(plan.measures.map(({ source }) => source.themeNumber))).toEqual(new Set(['๑', '๒', '๓']));
    expect(plan.measures.map(({ source }) => source.number)).toEqual(['๑.๑', '๑.๒', '๑.๓', '๒.๑', '๒.๒', '๓.๑']);
    const offered = plan.findings
      .filter(({ code }) => code === 'import.code-glyph')
      .map(({ suggestion }) => suggestion);
    expect(offered).toEqual(['O20', 'O24', 'O28']);
  });

  it('reads indicators 1 to 10 of 003 and finds the date that lies outside the year', async () => {
    const plan = await imported('seed-003', 'xlsx');
    expect(plan.measures.map(({ content }) => content.indicators)).toEqual(
      Array.from({ length: 10 }, (_unused, index) => [index + 1]),
    );
    expect(
      plan.findings.filter(({ severity }) => severity === 'E').map(({ code, place }) => [code, place.row]),
    ).toEqual([['import.wrong-year', 3]]);
  });

  it.each([
    ['seed-002', 2568],
    ['seed-000', 2567],
  ])('%s is refused for %i', async (name, fiscalYear) => {
    const bytes = readFileSync(`${CASES}${name}.xlsx`);
    await expect(readPlan({ name, bytes }, { fiscalYear, divisions: DIVISIONS })).rejects.toMatchObject({
      code: 'import.wrong-year',
    });
  });
});
