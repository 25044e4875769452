import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { buildDocument, findTemplate } from '../../templates/documents/registry.js';
import { describeWith, tool } from '../support/tools.js';
import { textsOf } from './definition-texts.js';
import { lettersOf } from './read-pdf.js';

describeWith('pdftotext', 'the text that poppler copies', () => {
  it.each(['no-gift-announcement', 'integrity-declaration', 'measure-sheet'])(
    'of %s is that of the document',
    async (id) => {
      const { example } = findTemplate(id);
      const pdf = await printDocument({
        template: id,
        language: 'th',
        data: example,
        createdAt: '2025-10-06T00:00:00+07:00',
      });
      const folder = mkdtempSync(join(tmpdir(), 'prongsai-poppler-'));
      try {
        writeFileSync(join(folder, 'a.pdf'), pdf);
        const copied = lettersOf(
          execFileSync(tool('pdftotext'), ['-raw', '-nopgbrk', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' }),
        );
        const texts = textsOf(buildDocument(id, example, 'th').definition.content);
        expect(texts.filter((text) => !copied.includes(lettersOf(text)))).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
