import { hasTable } from './cell-html.js';

const FRAME = /<(\/?)(table|thead|tbody|tr|td|th)\b[^>]*>/g;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the tables stand that lie in no other table. */
export function outerTables(html: string): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let from = 0;
  for (const match of html.matchAll(/<(\/?)table\b[^>]*>/g)) {
    if (match[1] === '') {
      if (depth++ === 0) from = match.index;
    } else if (--depth === 0) found.push({ from, to: match.index + match[0].length });
  }
  return found;
}

/** The same text without tables of one column that hold other tables: no plan has one column, so they only lay out the page. */
export function withoutLayout(html: string): string {
  let text = '';
  let readUntil = 0;
  for (const { from, to } of outerTables(html)) {
    const table = html.slice(from, to);
    const content = hasTable(table.slice('<table'.length)) ? contentOfOneColumn(table) : null;
    text += html.slice(readUntil, from) + (content === null ? table : withoutLayout(content));
    readUntil = to;
  }
  return text + html.slice(readUntil);
}

/** What stands in the cells of the outermost table, one after the other; null when a row has several cells. */
function contentOfOneColumn(table: string): string | null {
  let content = '';
  let readUntil = 0;
  let depth = 0;
  let cellsInRow = 0;
  for (const { 0: tag, 1: end, 2: element, index } of table.matchAll(FRAME)) {
    if (element === 'table' && end === '') depth += 1;
    if (depth === 1) {
      content += table.slice(readUntil, index);
      readUntil = index + tag.length;
      if (element === 'tr') cellsInRow = 0;
      if ((element === 'td' || element === 'th') && end === '' && ++cellsInRow > 1) return null;
    }
    if (element === 'table' && end !== '') depth -= 1;
  }
  return content;
}
