import type { Sheet, SheetCell, SheetLine, SheetRow } from '../../src/core/report/sheet.js';

/** A node of a definition as far as an outline looks at it. */
export type LooseNode = Readonly<Record<string, unknown>>;

/** The text of a node: a string, or runs one after another. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join('');
  return isNode(value) ? textOf(value['text']) : '';
}

export const isNode = (value: unknown): value is LooseNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A table of a definition with its spans: merged cells are those that pdfmake spans. */
export function sheetOf(node: LooseNode): Sheet {
  const table = isNode(node['table']) ? node['table'] : {};
  const body = rowsOf(table['body']);
  const headerRows = typeof table['headerRows'] === 'number' ? table['headerRows'] : 0;
  const groupRows = new Set(Array.isArray(node['groupRows']) ? node['groupRows'] : []);
  const rows = body.map((cells, row): SheetRow => ({
    kind: row < headerRows ? 'header' : groupRows.has(row) ? 'group' : 'body',
    cells: ownCells(body, cells, row),
  }));
  return { columns: Math.max(0, ...body.map((cells) => cells.length)), rows };
}

function rowsOf(body: unknown): unknown[][] {
  if (!Array.isArray(body)) return [];
  return body.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [])); // isArray makes any[] of unknown
}

function ownCells(body: readonly unknown[][], cells: readonly unknown[], row: number): SheetCell[] {
  const own: SheetCell[] = [];
  for (let column = 0; column < cells.length;) {
    const cell = cells[column];
    const columnSpan = spanOf(cell, 'colSpan');
    if (!isCovered(body, row, column)) {
      own.push({ lines: linesOf(cell), columnSpan, rowSpan: spanOf(cell, 'rowSpan') });
    }
    column += columnSpan;
  }
  return own;
}

const spanOf = (cell: unknown, name: 'colSpan' | 'rowSpan'): number => {
  const span = isNode(cell) ? cell[name] : undefined;
  return typeof span === 'number' && span > 1 ? span : 1;
};

function isCovered(body: readonly unknown[][], row: number, column: number): boolean {
  return body.slice(0, row).some((cells, above) => above + spanOf(cells[column], 'rowSpan') > row);
}

/** Every paragraph of a cell; a drawing is told by its alternative text. */
export function linesOf(value: unknown): SheetLine[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (!isNode(value)) return split(textOf(value), 'text');
  if (value['role'] === 'artifact') return [];
  const inside = value['stack'] ?? value['columns'] ?? value['ul'] ?? value['ol'];
  if (inside !== undefined) return linesOf(inside);
  if (typeof value['alt'] === 'string') return split(value['alt'], 'figure');
  return split(textOf(value), value['decoration'] === 'underline' ? 'heading' : 'text');
}

const split = (text: string, kind: SheetLine['kind']): SheetLine[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind, text: line }));
