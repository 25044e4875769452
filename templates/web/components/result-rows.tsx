import { problemOf, type FieldProblem } from './error-summary.js';
import { Fieldset } from './choice-fields.js';
import { describedBy, FieldTexts } from './field.js';

/** One result as typed: what was done, and the first and last day of it in the words of the officer. */
export interface TypedResult {
  readonly text: string;
  readonly on: string;
  readonly until: string;
}

export interface TypedFigure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly target: string;
}

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  /** Empty rows below the filled ones. */
  readonly blanks: number;
  /** Where the form is sent; the page comes back with more rows. */
  readonly action: string;
  readonly problems: readonly FieldProblem[];
}

const NO_RESULT: TypedResult = { text: '', on: '', until: '' };
const NO_FIGURE: TypedFigure = { name: '', value: '', unit: '', target: '' };

/** What was done, a row each with its days. */
export const ResultRows = ({ rows, blanks, action, problems }: RowsProps<TypedResult>) => (
  <Fieldset
    name="results"
    label="ผลการดำเนินงาน"
    hint="ทำอะไรไปแล้ว กี่ครั้ง กี่คน ช่องละหนึ่งข้อ (วางหลายบรรทัดในช่องเดียวได้ ระบบแยกเป็นข้อให้) วันที่เช่น 20 ก.พ. 2568"
    problem={problemOf(problems, 'results')}
  >
    <div class="rows" id="results" tabIndex={-1}>
      {padded(rows, blanks, NO_RESULT).map((row, index) => (
        <div class="rows__row rows__row--result" key={index}>
          <RowField row={index} part="text" group="results" label="ข้อ" value={row.text} problems={problems} isLong />
          <RowField row={index} part="on" group="results" label="เมื่อวันที่" value={row.on} problems={problems} />
          <RowField row={index} part="until" group="results" label="ถึงวันที่" value={row.until} problems={problems} />
        </div>
      ))}
    </div>
    <MoreRows of="results" action={action} />
  </Fieldset>
);

/** What came of it in numbers, a row each. */
export const FigureRows = ({ rows, blanks, action, problems }: RowsProps<TypedFigure>) => (
  <Fieldset
    name="figures"
    label="ตัวเลขผลลัพธ์"
    hint="เช่น ผู้เข้าร่วมอบรม 45 คน เป้าหมาย 40 หรือ ความพึงพอใจ ร้อยละ 85.5 เว้นเป้าหมายว่างได้"
    problem={problemOf(problems, 'figures')}
    isOptional
  >
    <div class="rows" id="figures" tabIndex={-1}>
      {padded(rows, blanks, NO_FIGURE).map((row, index) => (
        <div class="rows__row rows__row--figure" key={index}>
          <RowField row={index} part="name" group="figures" label="ชื่อตัวเลข" value={row.name} problems={problems} />
          <RowField row={index} part="value" group="figures" label="ทำได้" value={row.value} problems={problems} />
          <RowField row={index} part="unit" group="figures" label="หน่วยนับ" value={row.unit} problems={problems} />
          <RowField row={index} part="target" group="figures" label="เป้าหมาย" value={row.target} problems={problems} />
        </div>
      ))}
    </div>
    <MoreRows of="figures" action={action} />
  </Fieldset>
);

const padded = <Row,>(rows: readonly Row[], blanks: number, blank: Row): Row[] => [
  ...rows,
  ...Array.from({ length: blanks }, () => blank),
];

interface RowFieldProps {
  readonly row: number;
  readonly group: 'results' | 'figures';
  readonly part: string;
  readonly label: string;
  readonly value: string;
  readonly problems: readonly FieldProblem[];
  readonly isLong?: boolean;
}

const GROUPS = { results: 'ผลการดำเนินงาน', figures: 'ตัวเลขผลลัพธ์' } as const;

/** A labelled input of a row; its full name also says to which row it belongs. */
const RowField = ({ row, group, part, label, value, problems, isLong = false }: RowFieldProps) => {
  const name = `${group}.${row}.${part}`;
  const problem = problemOf(problems, name);
  const wiring = {
    id: name,
    name,
    class: 'form-control',
    'aria-describedby': describedBy({ name, problem }),
    'aria-invalid': problem ? ('true' as const) : undefined,
  };
  return (
    <div class={`rows__${part}`}>
      <label for={name}>
        {isLong ? (
          <>
            <span class="visually-hidden">{GROUPS[group]} </span>
            {label} {row + 1}
          </>
        ) : (
          <>
            {label}
            <span class="visually-hidden">
              {' '}
              {GROUPS[group]}ข้อ {row + 1}
            </span>
          </>
        )}
      </label>
      <FieldTexts name={name} problem={problem} />
      {isLong ? (
        <textarea {...wiring} rows={Math.max(2, value.split('\n').length, Math.ceil(value.length / LETTERS_IN_LINE))}>
          {value}
        </textarea>
      ) : (
        <input type="text" autoComplete="off" value={value} {...wiring} />
      )}
    </div>
  );
};

const LETTERS_IN_LINE = 45;

/** Comes back to the same rows, with everything that was typed. */
const MoreRows = ({ of, action }: { readonly of: 'results' | 'figures'; readonly action: string }) => (
  <button class="btn btn-outline" type="submit" name="more" value={of} formAction={`${action}#${of}`}>
    เพิ่มแถว<span class="visually-hidden">{GROUPS[of]}</span>
  </button>
);
