import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { CORPUS } from './corpus.js';
import { withFile } from './readers.js';
import { testFonts } from './test-fonts.js';

const JARS = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
);
const isThere = JARS.every((jar) => existsSync(jar)) && existsSync('/usr/bin/java');

/** Complaints of PDFBox Preflight, which knows PDF/A-1b only. */
async function complaints(pdf: Uint8Array): Promise<string[]> {
  const run = (path: string): Promise<string> =>
    promisify(execFile)('java', ['-cp', JARS.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path]).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { stdout: string }).stdout, // it exits 1 when it complains
    );
  const output = await withFile(pdf, run);
  return output.split('\n').filter((line) => /^\d+(\.\d+)* :/.test(line));
}

(isThere ? describe : describe.skip)('PDFBox Preflight', () => {
  it('finds nothing but what PDF/A-2 changed: the part, and CIDSet, which is no longer asked for', async () => {
    const fonts = testFonts();
    const content = fonts.flatMap(({ family }) => CORPUS.map((text): Node => ({ text, font: family })));
    const table: Node = {
      table: {
        headerRows: 1,
        body: [
          ['ที่', 'ผล'],
          ['๑', { text: 'ลิงก์', link: 'https://www.example.go.th' }],
        ],
      },
    };
    const definition: DocumentDefinition = {
      content: [...content, table, { qr: 'https://www.example.go.th', alt: 'คิวอาร์' } as Node],
    };
    const pdf = await typeset(definition, {
      title: 'ตรวจ',
      language: 'th',
      createdAt: '2026-01-01T00:00:00Z',
      watermark: 'ร่าง',
      checkpoint: 'prongsai/018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70\n7\nAQEB\n\n— prongsai/x AQEB\n',
      fonts: fonts.flatMap(({ files }) => files),
    });
    const found = await complaints(pdf);
    const changed = found.filter((line) => /part must be 1|CIDSet entry is missing/.test(line));
    expect(changed).toHaveLength(1 + fonts.length);
    expect(found).toEqual(changed);
  });
});
