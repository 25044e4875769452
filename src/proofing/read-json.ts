import { DomainError } from '../core/errors.js';
import { isMeasureRecord, writeMeasureRows } from '../core/proofreading/measure-rows.js';
import { TextCollector, type SourceText } from '../core/proofreading/source-text.js';

const DEEPEST = 12;

/**
 * Every text of a JSON document. `columns` with `rows` is a table, a list of measures another, any other text a paragraph of its own; `organization` and
 * `fiscalYear` at the top say whose it is.
 * @throws DomainError proofing.file-unreadable, proofing.no-text
 */
export function readJson(text: string, path: string): SourceText {
  const value = parsed(text, path);
  const collector = new TextCollector();
  write(collector, value, '', 0);
  const { organization, fiscalYear } = fieldsOf(value);
  const source = collector.finish({
    organizationName: nameOf(organization),
    fiscalYear: typeof fiscalYear === 'number' ? fiscalYear : null,
  });
  if (source.text.trim() === '') throw new DomainError('proofing.no-text', { path });
  return source;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError('proofing.file-unreadable', { path });
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}; // any field may be absent

const nameOf = (organization: unknown): string | null => {
  if (typeof organization === 'string') return organization;
  const { name } = fieldsOf(organization);
  return typeof name === 'string' ? name : null;
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isRow = (value: unknown): value is unknown[] => Array.isArray(value);

function write(collector: TextCollector, value: unknown, path: string, depth: number): void {
  if (depth > DEEPEST) return;
  if (isText(value)) {
    collector.add(oneLine(value), path).between('\n\n');
  } else if (Array.isArray(value) && value.length > 0 && value.every(isMeasureRecord)) {
    writeMeasureRows(
      collector,
      value.map((fields, index) => ({ label: `${path}[${index}]`, fields })),
    );
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => write(collector, item, `${path}[${index}]`, depth + 1));
  } else {
    writeFields(collector, fieldsOf(value), path, depth);
  }
}

function writeFields(
  collector: TextCollector,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
): void {
  const { columns, rows } = fields;
  const isTable = Array.isArray(columns) && columns.every(isText) && Array.isArray(rows) && rows.every(isRow);
  for (const [name, value] of Object.entries(fields)) {
    if (isTable && (name === 'columns' || name === 'rows')) continue;
    write(collector, value, path === '' ? name : `${path}.${name}`, depth + 1);
  }
  if (isTable) writeTable(collector, [columns, ...rows], path === '' ? '' : `${path}.`);
}

function writeTable(collector: TextCollector, rows: readonly unknown[][], path: string): void {
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (column > 0) collector.between('\t');
      const label = index === 0 ? `${path}columns[${column}]` : `${path}rows[${index - 1}][${column}]`;
      collector.add(cellText(cell), label);
    });
    collector.between('\n');
  });
  collector.between('\n');
}

const cellText = (cell: unknown): string =>
  isText(cell) ? oneLine(cell) : typeof cell === 'number' ? String(cell) : '';

const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, ' ');
