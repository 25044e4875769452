import { arrangeMeasures } from '../../src/core/report/arrange-measures.js';
import { printedDigits } from '../../src/core/thai/digits.js';
import { LAYOUT_PRESETS } from '../../src/core/report/layout-presets.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { implementationReportExample } from '../../templates/documents/implementation-report.example.js';
import { cellParagraphs } from '../../templates/documents/measure-cells.js';
import { buildDocument } from '../../templates/documents/registry.js';
import { planOfTwelve } from './plan-of-twelve.js';
import { lettersOf, readPdf } from './read-pdf.js';
import { columnLetters } from './table-columns.js';

describe.each(Object.entries(LAYOUT_PRESETS))('a report in the layout %s', (_name, { layout }) => {
  const template = 'implementation-report';
  const data = { ...implementationReportExample, layout, rows: planOfTwelve };
  const pdf = printDocument({ template, language: 'th', data, createdAt: '2025-10-10T00:00:00+07:00' });
  const groups = arrangeMeasures(layout, planOfTwelve);

  it('holds every cell of the plan in its column and order', async () => {
    const columns = columnLetters(buildDocument(template, data, 'th'), await readPdf(await pdf));
    const arranged = groups.flatMap(({ measures }) => measures);
    layout.columns.forEach(({ key, header, spans }, index) => {
      const letters = columns[index] ?? '';
      let from = letters.indexOf(lettersOf(header));
      expect(from).toBeGreaterThanOrEqual(0);
      const cells = spans ? [] : arranged.flatMap((measure) => cellParagraphs(key, measure, layout, 'thai'));
      const missing = cells.filter(({ text }) => {
        const at = letters.indexOf(lettersOf(text), from);
        if (at >= 0) from = at;
        return at < 0;
      });
      expect(missing).toEqual([]);
    });
  });

  it('repeats its header on every page of the table', async () => {
    const pages = await readPdf(await pdf);
    const header = layout.columns.map((column) => lettersOf(column.header));
    const first = pages.findIndex(({ letters }) => header.every((text) => letters.includes(text)));
    const withTable = pages.filter(
      ({ letters }, index) => index >= first && index < pages.length - 1 && letters !== '',
    );
    expect(withTable.length).toBeGreaterThan(0);
    for (const { letters } of withTable) expect(header.filter((text) => !letters.includes(text))).toEqual([]);
  });

  it('names a theme, and what is said once of many rows, again with (ต่อ) on the page where they go on', async () => {
    const letters = (await readPdf(await pdf)).map((page) => page.letters).join('');
    const headings = groups.flatMap(({ heading }) => (heading ? [lettersOf(printedDigits(heading, 'thai'))] : []));
    const isThemed = layout.grouping === 'theme';
    expect(headings.some((heading) => letters.includes(`${heading}(ต่อ)`))).toBe(isThemed);
    const isSaidOnce = layout.columns.some(({ key, spans }) => key === 'monitoring' && spans === true);
    expect(letters.includes('๒๕๖๘(ต่อ)')).toBe(isSaidOnce);
    expect(letters.includes('(ต่อ)')).toBe(isThemed || isSaidOnce);
  });
});
