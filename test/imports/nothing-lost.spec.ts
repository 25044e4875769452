import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../src/core/errors.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { xlsxFile } from '../support/xlsx-file.js';

const CONTEXT = { fiscalYear: 2568, divisions: [{ id: 'finance', name: 'กองคลัง' }] };
const COLUMNS = [
  'ลำดับ',
  'มาตรการ',
  'วิธีดำเนินการ',
  'ระยะเวลา',
  'ผู้รับผิดชอบ',
  'งบประมาณ',
  'ผลการดำเนินการ',
  '',
  'หลักฐาน',
  'ตัวชี้วัด',
];

/** What people write around their words: marks of lists, page breaks, mark-up, numbers, signatures. */
const around = fc.constantFrom(
  '',
  '',
  '',
  '๑. ',
  '๒. ',
  '๒.๑ ',
  '- ',
  '(ต่อ) ',
  '<b>',
  '<p>',
  'ลงชื่อ ',
  'หมายเหตุ ',
  'ทุกส่วนราชการ ',
  'กองคลัง / ',
);
const between = fc.constantFrom(' ', '\n', ' - ', ' ๒. ', ' (ต่อ) ', '<br>');
const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 5, arbitrary: fc.array(fc.tuple(around, between), { minLength: 1, maxLength: 4 }) },
);
const table = fc.record({
  columns: fc
    .subarray(COLUMNS, { minLength: 3 })
    .filter((columns) => columns.includes('มาตรการ') && columns.includes('วิธีดำเนินการ')),
  rows: fc.array(fc.array(cell, { minLength: COLUMNS.length, maxLength: COLUMNS.length }), {
    minLength: 1,
    maxLength: 8,
  }),
  repeatsHeader: fc.boolean(),
  merge: fc.option(fc.tuple(fc.nat(2), fc.nat(4), fc.nat(3)), { nil: null }),
});

describe('a table of whatever people write', () => {
  it('loses no word: each is in a measure, beside it or in the other text', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows, repeatsHeader, merge }) => {
        const words: string[] = [];
        const written = rows.map((row) => columns.map((_column, index) => cellText(row[index] ?? [], words)));
        const grid = [columns, ...written.slice(0, 2), ...(repeatsHeader ? [columns] : []), ...written.slice(2)];
        const merges = merge
          ? [`${letter(merge[0])}${merge[1] + 2}:${letter(merge[0])}${merge[1] + merge[2] + 3}`]
          : [];
        const outcome = await readPlan(
          { name: 'plan.xlsx', bytes: xlsxFile([{ name: 'แผน', rows: grid, merges }]) },
          CONTEXT,
        ).catch((error: unknown) => error);
        if (outcome instanceof DomainError && ['import.title-empty', 'import.no-measures'].includes(outcome.code))
          return;
        if (outcome instanceof Error) throw outcome;
        read += 1;
        const { measures, otherText } = outcome as Awaited<ReturnType<typeof readPlan>>; // not an error, so the plan
        const kept = JSON.stringify({ measures, otherText }).replace(/\\n|\s/g, '');
        expect(words.filter((one) => !kept.includes(one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it('keeps a heading under which no measure stands', async () => {
    const rows = [
      ['มาตรการ', 'วิธีดำเนินการ', 'ผลการดำเนินการ'],
      ['มาตรการแรก', 'วิธีแรก', 'ผลแรก'],
      ['หัวข้อที่ว่างอยู่', '', ''],
      ['', 'วิธีต่อ', 'ผลต่อ'],
    ];
    const plan = await readPlan({ name: 'plan.xlsx', bytes: xlsxFile([{ name: 'แผน', rows }]) }, CONTEXT);
    expect(plan.otherText).toEqual(['หัวข้อที่ว่างอยู่']);
    expect(plan.measures).toHaveLength(1);
  });
});

/** Every word is unlike all others of its table. */
function cellText(parts: readonly (readonly [string, string])[], words: string[]): string {
  const written = parts.map(([before, after]) => {
    const word = `คำ${String.fromCharCode(0x0e01 + (words.length % 40))}ที่${words.length * 7}`;
    words.push(word);
    return before + word + after;
  });
  return written.join('');
}

const letter = (index: number): string => String.fromCharCode(65 + index);
