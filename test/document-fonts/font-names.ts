import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names of the embedded fonts as poppler reads them, without the prefix of a subset, in order. */
export function fontNames(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'font-names-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, pdf);
    const lines = execFileSync('pdffonts', [path], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
    return [...new Set(lines.map((line) => (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, '')))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
