import { schemaProblems } from '../../src/core/schema/schema-problems.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { allTemplates, buildDocument } from '../../templates/documents/registry.js';
import { conformanceFaults } from '../typesetting/conformance-checks.js';
import { textsOf } from './definition-texts.js';
import { isPrinted, readPdf } from './read-pdf.js';

const createdAt = '2025-10-06T00:00:00+07:00';
const versions = allTemplates().flatMap((template) => template.languages.map((language) => ({ template, language })));

describe.each(versions.map(({ template, language }) => [template.id, language, template] as const))(
  '%s (%s)',
  (id, language, template) => {
    it('has an example that its schema accepts', () => {
      expect(schemaProblems(template.example, template.schema)).toEqual([]);
    });

    it('prints every word of its example, nothing outside the margins of the page', async () => {
      const { definition } = buildDocument(id, template.example, language);
      const pages = await readPdf(await printDocument({ template: id, language, data: template.example, createdAt }));
      const texts = textsOf(definition.content);

      expect(texts.length).toBeGreaterThan(3);
      expect(texts.filter((text) => !isPrinted(text, pages))).toEqual([]);
      for (const { width, height, items } of pages) {
        const outside = items.filter(({ x, y, width: w }) => x < 28 || x + w > width - 28 || y < 28 || y > height - 28);
        expect(outside).toEqual([]);
      }
    });

    it('numbers its pages from the second on', async () => {
      const pages = await readPdf(await printDocument({ template: id, language, data: template.example, createdAt }));
      const numbers = pages.map(({ letters }) => /-[๐-๙0-9]+-/.exec(letters)?.[0] ?? '');
      expect(numbers[0]).toBe('');
      expect(numbers.slice(1).every((number) => number !== '')).toBe(true);
    });

    it('breaks no rule of PDF/A-2a and PDF/UA-1, also as a draft with a status page', async () => {
      const statusUrl = 'https://www.example.go.th/p/tua-yang/documents/0192f3a4/th';
      const order = { template: id, language, createdAt };
      const plain = await printDocument({ ...order, data: template.example });
      const draft = await printDocument({
        ...order,
        data: { ...Object(template.example), statusUrl },
        watermark: 'ร่าง',
      });
      expect([conformanceFaults(plain), conformanceFaults(draft)]).toEqual([[], []]);
    });

    it('gives the same bytes for the same data', async () => {
      const order = { template: id, language, data: template.example, createdAt };
      expect(Buffer.compare(await printDocument(order), await printDocument(order))).toBe(0);
    });
  },
);
