import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Whether a program is on this machine. */
export function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export type Reader = (pdf: Uint8Array) => Promise<string>;

/** The text of a PDF as each reader copies it, line ends as they come. */
export const READERS: Readonly<Record<string, Reader>> = {
  ...(has('pdftotext') ? { poppler } : {}),
  'pdf.js': pdfJs,
  pdfium,
};

async function poppler(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, (path) => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 }));
}

async function pdfJs(pdf: Uint8Array): Promise<string> {
  const loading = pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page++) {
    const content = await (await document.getPage(page)).getTextContent();
    for (const item of content.items) text += 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '';
    text += '\n';
  }
  await loading.destroy();
  return text;
}

async function pdfium(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Buffer.from(pdf));
  const text = [...document.pages()].map((page) => page.getText()).join('\n');
  document.destroy();
  library.destroy();
  return text;
}

/** Runs something over a file that is gone afterwards. */
export async function withFile<Result>(bytes: Uint8Array, use: (path: string) => Result): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'typesetting-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
