import { COLUMN_KEYS, type ColumnKey } from '../../../src/core/report/layout.js';
import { COLUMN_LABELS } from '../words/layout-words.js';
import { DataTable, type Column } from './data-table.js';
import { problemOf, type FieldProblem } from './error-summary.js';
import { FieldTexts } from './field.js';

/** A column as typed; without a place it is not shown. */
export interface TypedColumn {
  readonly place: string;
  readonly header: string;
  readonly weight: string;
  readonly spans: boolean;
}

interface LayoutColumnsProps {
  readonly typed: Readonly<Record<string, TypedColumn>>;
  readonly problems: readonly FieldProblem[];
}

interface Row extends TypedColumn {
  readonly key: ColumnKey;
  readonly problems: readonly FieldProblem[];
}

/** Every column a table can have: which are shown, in which order, under which header. */
export const LayoutColumns = ({ typed, problems }: LayoutColumnsProps) => (
  <section class="field" aria-labelledby="columns">
    <h2 id="columns" tabIndex={-1}>
      คอลัมน์ของตาราง
    </h2>
    <FieldTexts
      name="columns"
      hint="ใส่ลำดับ 1, 2, 3 … จากซ้ายไปขวา เว้นว่างถ้าไม่แสดงคอลัมน์นั้น ความกว้างเป็นสัดส่วนต่อคอลัมน์อื่น"
      problem={problemOf(problems, 'columns')}
    />
    <DataTable caption="คอลัมน์ของตาราง" columns={COLUMNS} rows={rowsOf(typed, problems)} keyOf={({ key }) => key} />
  </section>
);

const rowsOf = (typed: LayoutColumnsProps['typed'], problems: readonly FieldProblem[]): Row[] =>
  COLUMN_KEYS.map((key) => ({ key, problems, ...(typed[key] ?? BLANK) })).sort(
    (one, other) => placeOf(one) - placeOf(other),
  );

const BLANK: TypedColumn = { place: '', header: '', weight: '', spans: false };

/** What is not shown stands below what is. */
const placeOf = ({ place }: Row): number => (place === '' ? COLUMN_KEYS.length + 1 : Number(place) || 0);

interface CellFieldProps {
  readonly row: Row;
  readonly part: 'place' | 'header' | 'weight';
  readonly label: string;
}

const CellField = ({ row, part, label }: CellFieldProps) => {
  const name = `columns.${row.key}.${part}`;
  const problem = problemOf(row.problems, name);
  const wiring = {
    id: name,
    name,
    'aria-label': `${label}: ${COLUMN_LABELS[row.key]}`,
    'aria-describedby': problem && `${name}-problem`,
    'aria-invalid': problem ? ('true' as const) : undefined,
  };
  return (
    <>
      <FieldTexts name={name} problem={problem} />
      {part === 'header' ? (
        <textarea class="form-control" rows={2} maxLength={200} {...wiring}>
          {row.header}
        </textarea>
      ) : (
        <input type="text" class="form-control field__short" value={row[part]} autoComplete="off" {...wiring} />
      )}
    </>
  );
};

const COLUMNS: readonly Column<Row>[] = [
  { label: 'แสดง', isHeading: true, cell: ({ key }) => COLUMN_LABELS[key] },
  { label: 'ลำดับ', cell: (row) => <CellField row={row} part="place" label="ลำดับ" /> },
  { label: 'หัวคอลัมน์', cell: (row) => <CellField row={row} part="header" label="หัวคอลัมน์" /> },
  { label: 'ความกว้าง', cell: (row) => <CellField row={row} part="weight" label="ความกว้าง" /> },
  {
    label: 'รวมช่องที่เหมือนกัน',
    cell: ({ key, spans }) => (
      <div class="choice">
        <input
          class="choice__box"
          type="checkbox"
          id={`columns.${key}.spans`}
          name={`columns.${key}.spans`}
          value="true"
          checked={spans}
        />
        <label for={`columns.${key}.spans`}>
          รวม<span class="visually-hidden">ช่องของ{COLUMN_LABELS[key]}</span>
        </label>
      </div>
    ),
  },
];
