import { extname } from 'node:path';
import { DomainError } from '../core/errors.js';
import type { Finding } from '../core/proofreading/finding.js';
import { parseDocument } from '../core/proofreading/parse-document.js';
import { proofread } from '../core/proofreading/proofread.js';
import { readJson } from '../proofing/read-json.js';
import { readPdf } from '../proofing/read-pdf.js';
import { readPlainText } from '../proofing/read-plain-text.js';
import { readTables } from '../proofing/read-tables.js';
import { labelAt, type SourceText } from '../core/proofreading/source-text.js';
import { readGivenFile } from './read-given-file.js';
import { LINT_USAGE, lintRequest, type LintRequest } from './lint-arguments.js';

const LARGEST_FILE_BYTES = 50 * 1024 * 1024;
const PLAIN = ['.txt', '.md', '.tsv', '.tab', '.html', '.htm'];

/**
 * `prongsai lint <file>`: the findings of the proof-reader, one JSON object a line, or readable with --text.
 * @returns the exit code: 0 no error found, 1 at least one error (E), 2 unreadable input or arguments
 */
export async function lintCommand(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${LINT_USAGE}\n`);
    return 0;
  }
  const request = lintRequest(args);
  if (request === null) {
    process.stderr.write(`${LINT_USAGE}\n`);
    return 2;
  }
  try {
    return await lint(request);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { refusalText } = await import('../../templates/console/refusal.js');
    process.stderr.write(`${refusalText(error)}\n`);
    return 2;
  }
}

async function lint(request: LintRequest): Promise<number> {
  const source = await readSourceText(request.path);
  if (request.form === 'extract') {
    process.stdout.write(source.text);
    return 0;
  }
  const name = request.organizationName ?? source.organizationName;
  const findings = proofread(parseDocument(source.text), {
    organization: name === null ? null : { name, district: request.district, province: request.province },
    fiscalYear: request.fiscalYear ?? source.fiscalYear,
  });
  process.stdout.write(
    request.form === 'text'
      ? await readable(source, findings)
      : findings.map((finding) => jsonLine(source, finding)).join(''),
  );
  return findings.some(({ severity }) => severity === 'E') ? 1 : 0;
}

function jsonLine(
  source: SourceText,
  { rule, severity, start, end, quote, place, message, suggestion, source: basis }: Finding,
): string {
  const at = labelAt(source, start);
  return `${JSON.stringify({ rule, severity, start, end, quote, place: at === null ? place : { ...place, at }, message, suggestion, source: basis })}\n`;
}

async function readable(source: SourceText, findings: readonly Finding[]): Promise<string> {
  const { findingsText } = await import('../../templates/console/findings.js');
  return findingsText(findings.map((finding) => ({ ...finding, at: labelAt(source, finding.start) })));
}

/** @throws DomainError input.file-not-found, input.is-a-folder, document.too-large, and what the readers refuse */
async function readSourceText(path: string): Promise<SourceText> {
  const bytes = await readGivenFile(path, LARGEST_FILE_BYTES);
  const kind = extname(path).toLowerCase();
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return readPdf(bytes, path);
  if (kind === '.json') return readJson(readPlainText(bytes, path).text.replace(/^\uFEFF/, ''), path);
  if (['.xlsx', '.docx', '.csv'].includes(kind)) return readOfficeFile(bytes, path);
  if (PLAIN.includes(kind) || kind === '') return readPlainText(bytes, path);
  throw new DomainError('proofing.kind-unknown', { path });
}

async function readOfficeFile(bytes: Uint8Array, path: string): Promise<SourceText> {
  const { readSource } = await import('../imports/files/read-source.js');
  const { tables, after } = await readSource({ name: path, bytes });
  const source = readTables(tables, after);
  if (source.text.trim() === '') throw new DomainError('proofing.no-text', { path });
  return source;
}
