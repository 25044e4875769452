import { describe, expect, it } from '@jest/globals';
import type { Content } from 'pdfmake/interfaces.js';
import type { DocumentDefinition } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { CORPUS, distinctRuns, seedTexts } from './corpus.js';
import { READERS } from './readers.js';
import { aatTwin, testFonts } from './test-fonts.js';

const OPTIONS = { title: 'ข้อความ', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;
const RUNS = distinctRuns([...CORPUS, ...seedTexts()]);
const joined = (text: string): string => text.replace(/\s+/g, '');

function definition(family: string, content: Content): DocumentDefinition {
  return { defaultStyle: { font: family, fontSize: 12 }, content };
}

describe.each([...testFonts(), aatTwin()])('text layer in $family', ({ family, files }) => {
  const made = typeset(
    definition(
      family,
      RUNS.map((text) => ({ text })),
    ),
    { ...OPTIONS, fonts: files },
  );

  it.each(Object.entries(READERS))('is copied by %s letter for letter', async (_, read) => {
    expect(joined(await read(await made))).toBe(joined(RUNS.join('')));
  });
});

describe('text layer of lines', () => {
  const paragraphs = [...CORPUS, ...seedTexts().flatMap((text) => text.split('\n').slice(0, 12))]
    .map((line) => line.replace(/\t/g, ' ').trim())
    .filter((line) => line !== '');

  it.each(Object.entries(READERS))('keeps every letter of justified paragraphs for %s', async (_, read) => {
    const content = paragraphs.map((text) => ({ text, alignment: 'justify' as const }));
    const pdf = await typeset(definition('Sarabun', content), OPTIONS);
    expect(joined(await read(pdf))).toBe(joined(paragraphs.join('')));
  });

  it.each(Object.entries(READERS))('shows %s no space inside a justified word', async (_, read) => {
    const text = 'การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ '.repeat(6).trim();
    const pdf = await typeset(definition('Sarabun', { text, alignment: 'justify' }), OPTIONS);
    const lines = (await read(pdf)).trim().split(/\s*\n\s*/);
    expect(lines.length).toBeGreaterThan(3);
    expect(joined(lines.join(''))).toBe(joined(text));
    for (const line of lines) expect(text).toContain(line.trim());
  });

  it('keeps the text of narrow table cells', async () => {
    const cells = CORPUS.slice(0, 4).map((text) => text);
    const table = { widths: [70, 90, 110, 130], body: [cells] };
    const pdf = await typeset(definition('Sarabun', { table }), OPTIONS);
    for (const read of Object.values(READERS)) {
      const text = joined(await read(pdf));
      for (const letter of new Set(joined(cells.join('')))) {
        const count = (source: string): number => source.split(letter).length;
        expect(count(text)).toBe(count(joined(cells.join(''))));
      }
    }
  });
});
