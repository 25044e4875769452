import { setImmediate as letOthersWork } from 'node:timers/promises';
import { columnLetters, type SourceFile, type SourceTable } from './files/source-table.js';
import { readSource } from './files/read-source.js';
import { FIELD_HEADERS, type PlanField } from '../core/thai/plan-words.js';
import { Findings, refuse, unmarked } from './findings.js';
import type { ImportedMeasure, ImportedPlan, PlanFile, PlanLayout } from './imported-plan.js';
import { noteNumbers } from './number-findings.js';
import { cleanSource } from './table/clean-source.js';
import { refuseOtherYear } from './table/check-year.js';
import { columnOf, findHeader, indicatorsIn, type Column } from './table/find-header.js';
import { RowJoining } from './table/join-rows.js';
import { stem, type JoinedMeasure } from './table/joined-plan.js';
import { MeasureCells } from './table/measure-cells.js';
import { SpacingOffers } from './table/offer-spacing.js';
import { MeasureReading, type PlanContext } from './table/read-measure.js';

const MEASURES_AT_ONCE = 50;
/** Without these a plan can be imported, but not submitted. */
const EXPECTED: readonly PlanField[] = ['methods', 'period', 'responsible'];

/**
 * Reads a plan or report of measures from XLSX, DOCX, CSV or TSV. Nothing is written anywhere; every doubt is a finding, and what
 * has no place in a measure is kept as text.
 * @throws DomainError import.* or input.control-character with file, sheet, row, column and remedy, where the file cannot be used
 */
export async function readPlan(file: PlanFile, context: PlanContext): Promise<ImportedPlan> {
  const source = cleanSource(await readSource(file));
  const findings = new Findings();
  const joining = new RowJoining(findings);
  const columns = joinTables(source, joining, findings);
  joining.finish();
  if (columns === null) {
    const seen = unmarked(source.tables[0]?.rows[0]?.cells.filter((cell) => cell !== '').join(' | ') ?? '');
    return refuse('import.no-header-row', 'name-columns', {
      file: file.name,
      sheet: source.tables[0]?.name,
      row: 1,
      seen: seen.slice(0, 200),
    });
  }
  if (joining.measures.length === 0)
    return refuse('import.no-measures', 'add-measures', { file: file.name, sheet: source.tables[0]?.name });
  noteColumns(columns, joining, findings);
  noteSource(source, columns, findings);
  const measures = await readMeasures(joining, context, findings);
  const otherText = [...joining.otherText, ...source.after];
  refuseOtherYear({ measures, otherText, sheet: source.tables[0]?.name ?? file.name }, context.fiscalYear, findings);
  const layout = layoutOf(columns, measures);
  noteNumbers(measures, layout, findings);
  return {
    fiscalYear: context.fiscalYear,
    layout,
    measures,
    findings: findings.all(),
    otherText,
  };
}

/** Tables that follow each other are one plan; a table without a header goes on under the last one when it is as wide. */
function joinTables(source: SourceFile, joining: RowJoining, findings: Findings): readonly Column[] | null {
  let columns: readonly Column[] | null = null;
  for (const table of source.tables) {
    joining.otherText.push(...table.before);
    const header = findHeader(table, columns);
    if (header) {
      joining.otherText.push(...textAbove(table, header.firstRow - 1));
      joining.readTable(table, header.columns, header.firstRow);
      columns ??= header.columns;
    } else if (columns && table.rows[0]?.cells.length === columns.length) {
      const quote = table.rows[0].cells.filter((cell) => cell !== '').join(' ');
      findings.add('import.table-continued', 'W', { sheet: table.name, row: 1, column: null }, quote);
      joining.readTable(table, columns, 0);
    } else setAside(table, joining, findings);
  }
  return columns;
}

const textAbove = (table: SourceTable, rows: number): string[] =>
  table.rows
    .slice(0, rows)
    .map(({ cells }) => cells.filter((cell) => cell !== '').join(' '))
    .filter((text) => text !== '');

function setAside(table: SourceTable, joining: RowJoining, findings: Findings): void {
  const text = textAbove(table, table.rows.length);
  if (text.length === 0) return;
  joining.otherText.push(...text);
  findings.add('import.table-skipped', 'W', { sheet: table.name, row: 1, column: null }, text.join(' '));
}

function noteColumns(columns: readonly Column[], joining: RowJoining, findings: Findings): void {
  const sheet = joining.measures[0]?.sheet ?? '';
  columns.forEach(({ header, field, repeats }, index) => {
    if (field !== null || !(header || joining.measures.some(({ cells }) => cells[index]))) return;
    const column = header || columnLetters(index);
    findings.add(repeats ? 'import.column-repeated' : 'import.unknown-column', 'W', { sheet, row: 1, column }, column, {
      values: { column },
    });
  });
  for (const field of EXPECTED.filter((expected) => columnOf(columns, expected) < 0)) {
    findings.add('import.column-missing', 'W', { sheet, row: 1, column: null }, '', {
      values: { column: FIELD_HEADERS[field] },
    });
  }
}

const NOTES = {
  date: ['import.date-cell', 'I'],
  picture: ['import.picture-skipped', 'W'],
  'sara-am': ['import.sara-am-composed', 'I'],
  'inner-table': ['import.inner-table', 'W'],
  error: ['import.error-cell', 'W'],
  'hidden-sheet': ['import.sheet-hidden', 'W'],
  'hidden-rows': ['import.rows-hidden', 'W'],
  'hidden-column': ['import.column-hidden', 'W'],
} as const;

function noteSource(source: SourceFile, columns: readonly Column[], findings: Findings): void {
  for (const { kind, table, row, column: at, text } of source.notes) {
    const [code, severity] = NOTES[kind];
    const column = at === null ? null : columns[at]?.header || columnLetters(at);
    findings.add(code, severity, { sheet: table, row, column }, text, {
      values: {
        date: text,
        count: text,
        rows: text,
        sheet: table,
        column: column ?? '',
        cell: `${columnLetters(at ?? 0)}${row}`,
      },
    });
  }
}

/** Hands the process over now and then: a web process reads long files beside everybody's requests. */
async function readMeasures(joining: RowJoining, context: PlanContext, findings: Findings): Promise<ImportedMeasure[]> {
  const occurrences = new Map<string, number>();
  const titles = new Set<string>();
  const spacing = await learnSpacing(joining.measures);
  const measures: ImportedMeasure[] = [];
  for (const joined of joining.measures) {
    if (measures.length % MEASURES_AT_ONCE === 0) await letOthersWork();
    const measure = new MeasureReading(new MeasureCells(joined, findings), context, spacing).read((identity) => {
      const occurrence = (occurrences.get(identity) ?? 0) + 1;
      occurrences.set(identity, occurrence);
      return occurrence;
    });
    noteRepeatedTitle(measure, joined, titles, findings);
    measures.push(measure);
  }
  return measures;
}

async function learnSpacing(measures: readonly JoinedMeasure[]): Promise<SpacingOffers> {
  const spacing = new SpacingOffers([]);
  for (let from = 0; from < measures.length; from += MEASURES_AT_ONCE) {
    await letOthersWork();
    spacing.add(measures.slice(from, from + MEASURES_AT_ONCE).flatMap(({ cells }) => cells));
  }
  return spacing;
}

function noteRepeatedTitle(
  { content }: ImportedMeasure,
  { sheet, rows, columns }: JoinedMeasure,
  titles: Set<string>,
  findings: Findings,
): void {
  const title = stem(content.title);
  const column = columns[columnOf(columns, 'title')]?.header ?? null;
  if (titles.has(title))
    findings.add('import.title-repeated', 'W', { sheet, row: rows[0] ?? 0, column }, content.title);
  titles.add(title);
}

function layoutOf(columns: readonly Column[], measures: readonly ImportedMeasure[]): PlanLayout {
  const themes = measures.map(({ content }) => content.theme).filter((theme) => theme !== null);
  const isByIndicator = themes.every((theme) => indicatorsIn(theme).length > 0);
  const hasGroups = themes.length > 0 || columnOf(columns, 'indicator') >= 0;
  const grouping = !hasGroups ? 'flat' : isByIndicator ? 'indicator' : 'theme';
  return { columns: columns.map(({ header, field }) => ({ header, field })), grouping };
}
