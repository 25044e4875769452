import type { Parameter } from '../../documents/document-template.js';
import { DateField, NO_DATE, type TypedDate } from './date-field.js';
import { LongTextField, SelectField, TextField, type Choice } from './field.js';

/** A parameter as typed: text for most, three parts for a date. */
export type TypedParameter = string | TypedDate;

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly typed: TypedParameter | undefined;
  readonly fiscalYears: readonly Choice[];
  /** Posts that may sign, for signature blocks. */
  readonly signers: readonly Choice[];
  readonly problem?: string;
}

/** The field of one template parameter. The agency is never asked: it is the one that is signed in. */
export const ParameterField = ({ parameter, typed, fiscalYears, signers, problem }: ParameterFieldProps) => {
  const field = {
    name: `p.${parameter.name}`,
    label: parameter.label.th,
    hint: parameter.hint?.th,
    isOptional: !parameter.required,
    problem,
  };
  const text = typeof typed === 'string' ? typed : '';
  switch (parameter.type) {
    case 'agency':
      return null;
    case 'date':
      return <DateField {...field} value={typeof typed === 'object' ? typed : NO_DATE} />;
    case 'fiscal-year':
      return <SelectField {...field} value={text} choices={fiscalYears} />;
    case 'signature-block':
      return <SelectField {...field} value={text} choices={signers} />;
    case 'list':
      return <LongTextField {...field} value={text} rows={8} hint={field.hint ?? 'หนึ่งข้อต่อหนึ่งบรรทัด ไม่ต้องใส่เลขข้อ'} />;
    case 'long-text':
      return <LongTextField {...field} value={text} rows={6} maxLength={parameter.maxLength} />;
    case 'table':
      return (
        <LongTextField {...field} value={text} rows={8} hint={field.hint ?? 'วางตารางจาก Excel ได้ หนึ่งแถวต่อหนึ่งบรรทัด'} />
      );
    case 'number':
      return <TextField {...field} value={text} isShort />;
    case 'text':
      return <TextField {...field} value={text} maxLength={parameter.maxLength} />;
  }
};
