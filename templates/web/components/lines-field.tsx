import type { Line } from '../../../src/core/measure/measure.js';
import { LongTextField, type FieldProps } from './field.js';

interface LinesFieldProps extends FieldProps {
  /** The text as typed, or as textFromLines() gives it. */
  readonly value: string;
  readonly rows?: number;
}

/** A list edited as text, one line for each entry, so that it works without JavaScript. */
export const LinesField = ({ value, rows = 6, hint, ...field }: LinesFieldProps) => (
  <LongTextField
    {...field}
    value={value}
    rows={Math.max(rows, value.split('\n').length + 1)}
    hint={hint ?? 'หนึ่งข้อต่อหนึ่งบรรทัด ขึ้นต้นด้วย “1.” เป็นข้อลำดับเลข “-” เป็นข้อย่อย “#” เป็นหัวข้อ'}
  />
);

/** Numbered lines are numbered from 1 in each run, as they are printed. */
export const textFromLines = (lines: readonly Line[]): string => markedTexts(lines).join('\n');

/** The same, line by line. */
export function markedTexts(lines: readonly Line[]): string[] {
  let number = 0;
  return lines.map(({ kind, text }) => {
    number = kind === 'numbered' ? number + 1 : 0;
    return `${{ numbered: `${number}. `, dash: '- ', heading: '# ', plain: '' }[kind]}${text}`;
  });
}
