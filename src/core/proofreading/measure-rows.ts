import { MEASURE_COLUMNS } from './data/measure-columns.js';
import type { TextCollector } from './source-text.js';

type Fields = Readonly<Record<string, unknown>>;

/** True for data that has a title and at least one other field of a measure. */
export const isMeasureRecord = (value: unknown): value is Fields =>
  isFields(value) &&
  typeof value.title === 'string' &&
  MEASURE_COLUMNS.slice(1).some(({ field }) => Array.isArray(value[field]) || isFields(value[field]));

/**
 * Writes measures as a table the proof-reader knows; columns that no measure fills are left out. Each cell is marked with the
 * label of its measure and the name of its field, so that a finding can be shown beside the field it is about. Themes stand as headings
 * over their measures.
 */
export function writeMeasureRows(
  collector: TextCollector,
  measures: readonly { readonly label: string; readonly fields: Fields }[],
): void {
  const columns = MEASURE_COLUMNS.filter(
    ({ field, isResult }) =>
      (!isResult && field !== 'monitoring') || measures.some(({ fields }) => cellText(fields, field) !== ''),
  );
  collector.between(`${columns.map(({ heading }) => heading).join('\t')}\n`);
  let theme = '';
  const shown = new Set<string>();
  for (const { label, fields } of measures) {
    const heading = cellText(fields, 'theme');
    if (heading !== '' && heading !== theme) {
      writeHeading(collector, { heading, label, columns: columns.length, isRepeated: shown.has(heading) });
      shown.add(heading);
    }
    theme = heading;
    columns.forEach(({ field }, index) => {
      collector.between(index > 0 ? '\t' : '').add(cellText(fields, field), `${label}.${field}`);
    });
    collector.between('\n');
  }
  collector.between('\n');
}

/** The theme as a line across the table; one that comes again further down is its continuation. */
function writeHeading(
  collector: TextCollector,
  line: { readonly heading: string; readonly label: string; readonly columns: number; readonly isRepeated: boolean },
): void {
  collector.between('**').add(line.heading, `${line.label}.theme`);
  collector.between(`**${line.isRepeated ? ' (ต่อ)' : ''}${'\t'.repeat(line.columns - 1)}\n`);
}

/** Evidence belongs to the results it proves. */
function cellText(fields: Fields, field: string): string {
  const text = textOf(fields[field]);
  return field === 'results' ? [text, textOf(fields.evidence)].filter(Boolean).join(' ') : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return numbered(value);
  if (!isFields(value)) return '';
  const { text, label, url } = value;
  if (typeof url === 'string') return [label, url].filter((part) => typeof part === 'string').join(' ');
  return typeof text === 'string' ? textOf(text) : '';
}

/** List marks as a report prints them. */
function numbered(lines: readonly unknown[]): string {
  let number = 0;
  return lines
    .map((line) => {
      const text = textOf(line);
      const kind = isFields(line) ? line.kind : undefined;
      number = kind === 'numbered' ? number + 1 : 0;
      if (text === '') return '';
      return kind === 'numbered' ? `${number}. ${text}` : kind === 'dash' ? `- ${text}` : text;
    })
    .filter(Boolean)
    .join(' ');
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
