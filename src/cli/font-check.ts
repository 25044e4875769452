import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { fontSaid } from '../../templates/console/font-report.js';
import { fontSpecimen } from '../../templates/documents/font-specimen.js';
import { FONT_REMARKS } from '../../templates/web/words/font-words.js';
import { DomainError } from '../core/errors.js';
import { reportFont, type FontReport } from '../typesetting/fonts/font-report.js';
import { readFacts, readSfnt } from '../typesetting/fonts/sfnt.js';
import { typeset } from '../typesetting/typeset.js';
import { writeOutput } from './write-output.js';

const USABLE = 0;
const UNUSABLE = 1;
const NOT_UNDERSTOOD = 2;
const LARGEST_FONT_BYTES = 40_000_000;
/** Of the specimen, so that the same font gives the same file. */
const SPECIMEN_INSTANT = '2026-01-01T00:00:00Z';

interface FontRequest {
  readonly file: string;
  readonly specimen: string | undefined;
  readonly isJson: boolean;
}

/**
 * `prongsai font check <file>`: will this font do, and how does it look.
 * @returns the exit code: 0 it will do, 1 it will not, 2 the file or the command could not be used
 */
export async function fontCommand(args: string[]): Promise<number> {
  const request = requestOf(args);
  if (!request) {
    process.stderr.write(`${fontSaid.usage}\n`);
    return NOT_UNDERSTOOD;
  }
  try {
    return await check(request);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    process.stderr.write(`${both(fontSaid.unreadable)}\n`);
    return NOT_UNDERSTOOD;
  }
}

function requestOf(args: readonly string[]): FontRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { specimen: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [deed, file] = positionals;
    if (deed !== 'check' || file === undefined || positionals.length > 2) return undefined;
    return { file, specimen: values.specimen, isJson: values.json };
  } catch {
    return undefined;
  }
}

async function check(request: FontRequest): Promise<number> {
  const bytes = await readFont(request.file);
  const report = reportFont(bytes);
  const styles = await stylesBeside(request.file, report.facts.family);
  process.stdout.write(request.isJson ? `${JSON.stringify({ ...report, styles })}\n` : textOf(report, styles));
  const written = report.isUsable ? await writeSpecimen(request, bytes, report) : undefined;
  if (written !== undefined && !request.isJson) {
    process.stdout.write(`${both(fontSaid.specimen)}: ${written}\n`);
  }
  return report.isUsable ? USABLE : UNUSABLE;
}

/** @throws DomainError font.unreadable */
async function readFont(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  const size = found?.isFile() ? found.size : 0;
  if (size === 0 || size > LARGEST_FONT_BYTES) throw new DomainError('font.unreadable', { path });
  return new Uint8Array(await readFile(path));
}

/** Styles of the family in the same folder, the file's own among them. */
async function stylesBeside(path: string, family: string): Promise<string[]> {
  const folder = dirname(path);
  const styles = new Set<string>();
  for (const name of await readdir(folder)) {
    if (!/\.(ttf|otf)$/i.test(name)) continue;
    try {
      const facts = readFacts(readSfnt(await readFont(join(folder, name))));
      if (facts.family === family) styles.add(facts.style);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return [...styles].sort();
}

async function writeSpecimen(request: FontRequest, bytes: Uint8Array, report: FontReport): Promise<string> {
  const { family } = report.facts;
  const path = request.specimen ?? `${basename(request.file, extname(request.file))}-specimen.pdf`;
  const title = `${fontSaid.specimen.th} ${family}`;
  const pdf = await typeset(fontSpecimen(family, report.facts.style), {
    title,
    language: 'th',
    createdAt: SPECIMEN_INSTANT,
    fonts: [bytes],
  });
  await writeOutput(path, pdf);
  return path;
}

/** The report in plain words, Thai and English side by side. */
function textOf(report: FontReport, styles: readonly string[]): string {
  const { facts, remarks } = report;
  const verdict = !report.isUsable
    ? fontSaid.unusable
    : remarks.length > 0
      ? fontSaid.usableWithRemarks
      : fontSaid.usable;
  const missing = [...report.missingThai, ...report.missingOthers].join(' ');
  return [
    `${facts.family} ${facts.style} (${facts.isCff ? 'OpenType CFF' : 'TrueType'}, ${facts.glyphCount} glyphs, weight ${facts.weight})`,
    both(verdict),
    ...remarks.map((remark) => `- ${both(FONT_REMARKS[remark])}`),
    ...(missing === '' ? [] : [`- ${both(fontSaid.missing)}: ${missing}`]),
    `${both(fontSaid.styles)}: ${styles.join(', ')}`,
    '',
  ].join('\n');
}

function both({ th, en }: { readonly th: string; readonly en: string }): string {
  return `${th} / ${en}`;
}
