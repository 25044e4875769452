import { printDocument } from '../../src/editions/pdf-printer.js';
import type { MeasureInput } from '../../templates/documents/measure-input.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { lettersOf, readPdf } from './read-pdf.js';

interface WithMeasures {
  readonly rows?: readonly (MeasureInput | { readonly measure: MeasureInput })[];
  readonly measures?: readonly MeasureInput[];
}

const CLOSING = lettersOf('ขอรับรองว่าข้อมูลในรายงานนี้ถูกต้อง');

/** The example of a template with so many measures, the last of them so many times as long as it was. */
function exampleOf(template: string, count: number, times: number): object {
  const example = findTemplate(template).example as WithMeasures; // three templates of measures
  const list = example.rows ?? example.measures ?? [];
  const rows = Array.from({ length: count }, (_, index) => list[index % list.length]).map((row, index) =>
    times > 1 && index === count - 1 && row ? longer(row, times) : row,
  );
  return example.rows ? { ...example, rows } : { ...example, measures: rows };
}

function longer(row: MeasureInput | { readonly measure: MeasureInput }, times: number): object {
  if ('measure' in row) return { ...row, measure: longer(row.measure, times) };
  return { ...row, methods: Array.from({ length: times }, () => row.methods).flat() };
}

/** What stands before the certification on its page, page number left out. */
async function before(template: string, count: number, times: number): Promise<string> {
  const data = exampleOf(template, count, times);
  const pages = await readPdf(
    await printDocument({ template, language: 'th', data, createdAt: '2025-10-10T00:00:00+07:00' }),
  );
  const page = pages.find(({ letters }) => letters.includes(CLOSING))?.letters ?? '';
  return page.slice(0, page.indexOf(CLOSING)).replace(/-[๐-๙]+-/, '');
}

describe('the certification of a report', () => {
  it.each([
    ['implementation-report', 7, 1],
    ['implementation-report', 8, 1],
    ['implementation-report', 5, 9],
    ['progress-report', 2, 1],
    ['progress-report', 7, 1],
    ['progress-report', 4, 9],
    ['ita-analysis', 5, 1],
    ['ita-analysis', 6, 1],
    ['ita-analysis', 2, 9],
    ['implementation-report', 2, 5],
    ['implementation-report', 8, 14],
    ['progress-report', 3, 14],
    ['progress-report', 12, 14],
  ])('of %s with %i measures, the last %i times as long, never stands alone', async (template, count, times) => {
    expect(await before(template, count, times)).not.toBe('');
  });
});
