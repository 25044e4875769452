import type { Sheet, SheetCell, SheetRow } from '../../../src/core/report/sheet.js';
import type { DocumentOutline, OutlineBlock } from '../../documents/document-outline.js';
import { MarkedText } from './english.js';

/** The words of a document as a page: the same as its PDF, in the same order. */
export const Outline = ({ outline }: { readonly outline: DocumentOutline }) => (
  <article class="sheet outline as-written" aria-labelledby="outline-title" lang={outline.language}>
    <h2 id="outline-title" lang="th">
      เนื้อหาเอกสาร
    </h2>
    {withHeadingLevels(outline.blocks).map(({ block, level }, index) => (
      <Block block={block} level={level} place={index + 1} isThai={outline.language === 'th'} key={index} />
    ))}
  </article>
);

interface BlockProps {
  readonly block: OutlineBlock;
  readonly level: number;
  /** Position in the document, from 1. */
  readonly place: number;
  readonly isThai: boolean;
}

const Block = ({ block, level, place, isThai }: BlockProps) => {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${level}` as 'h3' | 'h4' | 'h5'; // withHeadingLevels() gives no other
      return (
        <Heading class="outline__heading">
          <Words text={block.text} isThai={isThai} />
        </Heading>
      );
    }
    case 'table':
      return <OutlineTable table={block.table} place={place} isThai={isThai} />;
    case 'figure':
      return (
        <p class="outline__figure">
          <Words text={block.text} isThai={isThai} />
        </p>
      );
    default:
      return (
        <p class={block.kind === 'caption' ? 'outline__caption' : undefined}>
          <Words text={block.text} isThai={isThai} />
        </p>
      );
  }
};

/** Below the heading of the article, and never a level left out: readers jump from one to the next. */
function withHeadingLevels(
  blocks: readonly OutlineBlock[],
): { readonly block: OutlineBlock; readonly level: number }[] {
  let before = 2;
  return blocks.map((block) => {
    if (block.kind === 'heading') before = Math.min(block.level + 2, before + 1);
    return { block, level: before };
  });
}

const Words = ({ text, isThai }: { readonly text: string; readonly isThai: boolean }) =>
  isThai ? <MarkedText text={text} /> : <>{text}</>;

interface OutlineTableProps {
  readonly table: Sheet;
  readonly place: number;
  readonly isThai: boolean;
}

/** A wide table scrolls by itself, also from the keyboard. */
const OutlineTable = ({ table, place, isThai }: OutlineTableProps) => {
  const head = table.rows.filter(({ kind }) => kind === 'header');
  const body = table.rows.filter(({ kind }) => kind !== 'header');
  const label = isThai ? 'ตารางในเอกสาร' : 'Table of the document';
  return (
    <div class="outline__table" role="region" aria-label={`${label} ${place}`} tabIndex={0}>
      <table>
        {head.length > 0 && <thead>{rowsOf(head, table.columns, isThai)}</thead>}
        <tbody>{rowsOf(body, table.columns, isThai)}</tbody>
      </table>
    </div>
  );
};

const rowsOf = (rows: readonly SheetRow[], columns: number, isThai: boolean) =>
  rows.map(({ cells, kind }, index) => (
    <tr class={kind === 'group' ? 'outline__group' : undefined} key={index}>
      {cells.map((cell, column) => (
        <TableCell cell={cell} scope={scopeOf(kind, cell, columns)} isThai={isThai} key={column} />
      ))}
    </tr>
  ));

/** An empty cell heads nothing. */
function scopeOf(kind: SheetRow['kind'], { lines, columnSpan }: SheetCell, columns: number): 'col' | 'colgroup' | null {
  if (kind === 'body' || lines.length === 0) return null;
  if (kind === 'group') return columnSpan === columns ? 'colgroup' : null;
  return columnSpan > 1 ? 'colgroup' : 'col';
}

interface TableCellProps {
  readonly cell: SheetCell;
  readonly scope: 'col' | 'colgroup' | null;
  readonly isThai: boolean;
}

const TableCell = ({ cell: { lines, columnSpan, rowSpan }, scope, isThai }: TableCellProps) => {
  const spans = { ...(columnSpan > 1 ? { colSpan: columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
  const words = lines.map(({ text, kind }, index) => (
    <div class={kind === 'heading' ? 'outline__line-heading' : undefined} key={index}>
      <Words text={text} isThai={isThai} />
    </div>
  ));
  return scope ? (
    <th scope={scope} {...spans}>
      {words}
    </th>
  ) : (
    <td {...spans}>{words}</td>
  );
};
