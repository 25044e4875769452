import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/config/paths.js';
import { INDICATORS } from '../../src/core/ita/indicators.js';
import { layoutFromPlan } from '../../src/core/report/layout-from-plan.js';
import { printedDigits } from '../../src/core/thai/digits.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { EXAMPLE_AGENCY } from '../../templates/documents/agency.js';
import { buildDocument } from '../../templates/documents/registry.js';
import { lettersOf, readPdf } from './read-pdf.js';
import { columnLetters } from './table-columns.js';

interface Case {
  readonly organization: string;
  readonly fiscalYear: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const CASES = join(ROOT, '..', 'shared', 'cases');
const names = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'].filter((name) =>
  existsSync(join(CASES, `${name}.json`)),
);
const describeCases =
  names.length > 0 ? describe.each(names) : describe.skip.each(['real plans are not on this machine']);

describeCases('the published report %s', (name) => {
  it.each(['xlsx', 'docx'])('is printed from its %s with every word in its column and order', async (kind) => {
    const source = JSON.parse(readFileSync(join(CASES, `${name}.json`), 'utf8')) as Case;
    const file = { name: `${name}.${kind}`, bytes: readFileSync(join(CASES, `${name}.${kind}`)) };
    const plan = await readPlan(file, { fiscalYear: source.fiscalYear, divisions: [] });
    const data = {
      agency: { ...EXAMPLE_AGENCY, name: source.organization },
      fiscalYear: source.fiscalYear,
      layout: layoutFromPlan(plan.layout.columns, plan.layout.grouping),
      rows: plan.measures.map(({ content }) => content),
    };
    const template = 'implementation-report';
    const pages = await readPdf(
      await printDocument({ template, language: 'th', data, createdAt: '2025-10-10T00:00:00+07:00' }),
    );
    const printed = columnLetters(buildDocument(template, data, 'th'), pages);

    expect(data.layout.columns.map(({ header }) => lettersOf(header))).toEqual(source.columns.map(lettersOf));
    source.columns.forEach((_header, column) => {
      const words = source.rows.filter((row) => !isGroupRow(row)).flatMap((row) => wordsOf(row[column] ?? ''));
      expect(missingInOrder(words, printed[column] ?? '')).toEqual([]);
    });
    for (const row of source.rows.filter(isGroupRow))
      expect(allLetters(pages)).toContain(wordsOf(row[0] ?? '').join(''));
  });
});

const isGroupRow = (row: readonly string[]): boolean => row.slice(1).every((cell) => cell === '');
const allLetters = (pages: readonly { letters: string }[]): string => pages.map(({ letters }) => letters).join('');

/**
 * The words of a source cell without its list marks and numbers, which are printed anew; a title that is only carried
 * over to the next page counts once; an indicator is printed by its present name.
 */
function wordsOf(cell: string): string[] {
  if (cell.trim().endsWith('(ต่อ)')) return [];
  return printedDigits(withPresentNames(cell), 'thai')
    .split(/\s+/)
    .map((word) => word.replace(/^(-|[๐-๙0-9]+\.([๐-๙0-9]+)?(?=\D|$))+/, ''))
    .filter((word) => word !== '' && !/^[๐-๙0-9]+[.)]?$/.test(word));
}

function withPresentNames(cell: string): string {
  if (!cell.startsWith('ตัวชี้วัดที่')) return cell;
  return INDICATORS.reduce(
    (text, { name, formerNames }) => formerNames.reduce((renamed, former) => renamed.replace(former, name), text),
    cell,
  );
}

/** Words that are not found after the word before them. */
function missingInOrder(words: readonly string[], letters: string): string[] {
  let from = 0;
  return words.filter((word) => {
    const at = letters.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at < 0;
  });
}
