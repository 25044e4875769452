import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readFirst } from '../../src/sealing/der.js';
import { findSeal } from '../../src/sealing/find-seal.js';
import { SEALED_AT } from './signers.js';

const isInstalled = (command: string, flag: string): boolean => spawnSync(command, [flag]).error === undefined;

export const hasPdfsig = isInstalled('pdfsig', '-v');
export const hasQpdf = isInstalled('qpdf', '--version');
export const hasOpenssl = isInstalled('openssl', 'version');

/** Runs a check on files in a folder of its own. */
export function withFiles<T>(
  files: Readonly<Record<string, Uint8Array | string>>,
  check: (path: (name: string) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'));
  const path = (name: string): string => join(folder, name);
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
    return check(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Poppler says what it thinks in words only: its exit code is 0 for a broken digest too. */
export function pdfsigSays(pdf: Uint8Array): { isValid: boolean; isWhole: boolean; text: string } {
  return withFiles({ 'sealed.pdf': pdf }, (path) => {
    const text = spawnSync('pdfsig', [path('sealed.pdf')], { encoding: 'utf8' }).stdout;
    const isWhole = text.includes('Total document signed') && !text.includes('Not total document signed');
    return { isValid: text.includes('Signature Validation: Signature is Valid.'), isWhole, text };
  });
}

/** True when OpenSSL accepts signature, chain and signing certificate (CAdES) of the bytes around the hole. */
export function opensslAccepts(pdf: Uint8Array, issuerPem: string, at: Date = SEALED_AT): boolean {
  const { holeFrom, holeTo, contents } = findSeal(pdf);
  const content = Buffer.concat([pdf.subarray(0, holeFrom), pdf.subarray(holeTo)]);
  return withFiles(
    { 'cms.der': readFirst(contents).node.raw, 'content.bin': content, 'issuer.pem': issuerPem },
    (path) => {
      const moment = String(Math.floor(at.getTime() / 1000));
      const input = ['-inform', 'DER', '-in', path('cms.der'), '-content', path('content.bin')];
      const command = [
        'cms',
        '-verify',
        '-cades',
        '-binary',
        ...input,
        '-CAfile',
        path('issuer.pem'),
        '-attime',
        moment,
        '-out',
        path('out'),
      ];
      return spawnSync('openssl', command).status === 0;
    },
  );
}

/** The objects of a PDF as qpdf reads them, with streams left out. */
export function qpdfObjects(pdf: Uint8Array): Record<string, Record<string, unknown>> {
  return withFiles({ 'file.pdf': pdf }, (path) => {
    const json = JSON.parse(
      execFileSync('qpdf', ['--json=2', path('file.pdf')], { encoding: 'utf8', maxBuffer: 1e8 }),
    ) as {
      qpdf: [unknown, Record<string, { value?: Record<string, unknown>; stream?: { dict: Record<string, unknown> } }>];
    }; // the documented form of qpdf's JSON version 2
    return Object.fromEntries(
      Object.entries(json.qpdf[1]).map(([name, object]) => [name, object.value ?? object.stream?.dict ?? {}]),
    );
  });
}
