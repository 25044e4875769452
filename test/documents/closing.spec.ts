import { printDocument } from '../../src/editions/pdf-printer.js';
import type { MeasureInput } from '../../templates/documents/measure-input.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { lettersOf, readPdf } from './read-pdf.js';

interface WithMeasures {
  readonly rows?: readonly (MeasureInput | { readonly measure: MeasureInput })[];
  readonly measures?: readonly MeasureInput[];
}

const CLOSING = lettersOf('ขอรับรองว่าข้อมูลในรายงานนี้ถูกต้อง');
const TIMES_LONGER = 9;

/** The example of a template with so many measures; the last one so long that it is parted, where asked. */
function exampleOf(template: string, count: number, isLastLong: boolean): object {
  const example = findTemplate(template).example as WithMeasures; // three templates of measures
  const list = example.rows ?? example.measures ?? [];
  const rows = Array.from({ length: count }, (_, index) => list[index % list.length]).map((row, index) =>
    isLastLong && index === count - 1 && row ? longer(row) : row,
  );
  return example.rows ? { ...example, rows } : { ...example, measures: rows };
}

function longer(row: MeasureInput | { readonly measure: MeasureInput }): object {
  if ('measure' in row) return { ...row, measure: longer(row.measure) };
  return { ...row, methods: Array.from({ length: TIMES_LONGER }, () => row.methods).flat() };
}

/** What stands before the certification on its page, page number left out. */
async function before(template: string, count: number, isLastLong: boolean): Promise<string> {
  const data = exampleOf(template, count, isLastLong);
  const pages = await readPdf(
    await printDocument({ template, language: 'th', data, createdAt: '2025-10-10T00:00:00+07:00' }),
  );
  const page = pages.find(({ letters }) => letters.includes(CLOSING))?.letters ?? '';
  return page.slice(0, page.indexOf(CLOSING)).replace(/-[๐-๙]+-/, '');
}

describe('the certification of a report', () => {
  it.each([
    ['implementation-report', 7, false],
    ['implementation-report', 8, false],
    ['implementation-report', 5, true],
    ['progress-report', 2, false],
    ['progress-report', 7, false],
    ['progress-report', 4, true],
    ['ita-analysis', 5, false],
    ['ita-analysis', 6, false],
    ['ita-analysis', 2, true],
  ])('of %s with %i measures never stands alone (last row parted: %s)', async (template, count, isLastLong) => {
    expect(await before(template, count, isLastLong)).not.toBe('');
  });
});
