import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
  /** The cell that names the row; it heads the card on a phone. */
  readonly isHeading?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table on a desk; under 600 px every row becomes a card with the same words. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf }: DataTableProps<Row>) => (
  <table class="data-table" role="table">
    <caption class="visually-hidden">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ label, isNumber }) => (
          <th scope="col" role="columnheader" class={isNumber ? 'number' : undefined} key={label}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr role="row" key={keyOf(row)}>
          {columns.map((column) => (
            <Cell column={column} row={row} key={column.label} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Cell = <Row,>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) =>
  column.isHeading ? (
    <th scope="row" role="rowheader">
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" data-label={column.label} class={column.isNumber ? 'number' : undefined}>
      <div class="data-table__value">{column.cell(row)}</div>
    </td>
  );
