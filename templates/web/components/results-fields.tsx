import type { FieldProblem } from './error-summary.js';
import { problemOf } from './error-summary.js';
import { LinesField } from './lines-field.js';
import { FigureRows, ResultRows, type TypedFigure, type TypedResult } from './result-rows.js';

/** What final and interim results have in common, as typed. */
export interface TypedResults {
  readonly results: readonly TypedResult[];
  readonly outcomes: string;
  readonly figures: readonly TypedFigure[];
  /** The list to which more empty rows were asked. */
  readonly more: string;
}

interface ResultsFieldsProps {
  readonly typed: TypedResults;
  readonly action: string;
  readonly problems: readonly FieldProblem[];
}

const FEW = 2;
const MORE = 6;

/** Results with their days, outcomes in words and in figures. */
export const ResultsFields = ({ typed, action, problems }: ResultsFieldsProps) => {
  const blanks = (of: string): number => (typed.more === of ? MORE : FEW);
  return (
    <>
      <ResultRows rows={typed.results} blanks={blanks('results')} action={action} problems={problems} />
      <LinesField
        name="outcomes"
        label="ผลลัพธ์หรือความสำเร็จ"
        hint="เกิดผลดีอะไรขึ้นจากการดำเนินงานนั้น หนึ่งข้อต่อหนึ่งบรรทัด"
        value={typed.outcomes}
        problem={problemOf(problems, 'outcomes')}
      />
      <FigureRows rows={typed.figures} blanks={blanks('figures')} action={action} problems={problems} />
    </>
  );
};
