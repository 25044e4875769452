import fc from 'fast-check';
import { DomainError } from '../../src/core/errors.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import type { Language } from '../../templates/documents/document-template.js';
import { allTemplates, buildDocument } from '../../templates/documents/registry.js';
import { readPdf } from './read-pdf.js';

const createdAt = '2025-10-06T00:00:00+07:00';

/** Values that break careless programs. */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u202Eกข',
    '{',
    '{หน่วยงาน}',
    '\uD800',
    '\u0E33',
    'ก'.repeat(400),
    '๐',
    NaN,
    -0,
    1e308,
    -1,
  ),
  fc.constantFrom(undefined, null, true, [], {}, [[]], () => 1, Symbol('x'), 10n),
);

/** The same data with one value, chosen by `at`, in another's place. */
function withOneChanged(data: unknown, at: number, value: unknown): unknown {
  let place = 0;
  const walk = (node: unknown): unknown => {
    if (place++ === at) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, field]) => [key, walk(field)]));
  };
  return walk(data);
}

const countOf = (data: unknown): number =>
  typeof data === 'object' && data !== null
    ? 1 + Object.values(data).reduce((sum: number, each) => sum + countOf(each), 0)
    : 1;

describe.each(allTemplates().map((template) => [template.id, template] as const))('%s', (id, template) => {
  const places = countOf(template.example);
  const buildOrRefuse = (at: number, value: unknown, language: Language): void => {
    try {
      buildDocument(id, withOneChanged(template.example, at, value), language);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error.code).toBe('document.data-invalid');
    }
  };

  it('builds or refuses with a code when any one value is missing or empty', () => {
    for (let at = 0; at < places; at += 1) {
      for (const value of [undefined, null, '', 0, [], {}])
        for (const language of template.languages) buildOrRefuse(at, value, language);
    }
  });

  it('builds or refuses with a code, whatever it is given', () => {
    const place = fc.nat({ max: places - 1 });
    fc.assert(fc.property(place, strange, fc.constantFrom(...template.languages), buildOrRefuse), { numRuns: 300 });
  });
});

describe('long and unbroken text', () => {
  it.each([
    ['20,000 letters without a space', 'ก'.repeat(20_000)],
    ['a Latin run of 5,000 letters', 'x'.repeat(5_000)],
    ['60,000 letters of prose', 'ประชาชนมีส่วนร่วมในการตรวจสอบ '.repeat(1_935)],
  ])('%s stays inside the page', async (_sentence, title) => {
    const { example } = allTemplates().find(({ id }) => id === 'implementation-report.v1') ?? {};
    const [first, ...others] = (example as { rows: object[] }).rows;
    const data = { ...(example as object), rows: [{ ...first, title }, ...others] };
    const pages = await readPdf(
      await printDocument({ template: 'implementation-report', language: 'th', data, createdAt }),
    );
    for (const { width, height, items } of pages) {
      const outside = items.filter(({ x, y, width: w }) => x < 28 || x + w > width - 28 || y < 28 || y > height - 28);
      expect(outside).toEqual([]);
    }
  });
});
