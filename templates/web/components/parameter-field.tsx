import type { Parameter } from '../../documents/document-template.js';
import { DateField, NO_DATE, type TypedDate } from './date-field.js';
import { LongTextField, TextField } from './field.js';

/** A parameter as typed: text for most, three parts for a date. */
export type TypedParameter = string | TypedDate;

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly typed: TypedParameter | undefined;
  readonly problem?: string;
}

/** The field of one template parameter. Agency, signer, date and year belong to the announcement and are not asked here. */
export const ParameterField = ({ parameter, typed, problem }: ParameterFieldProps) => {
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
    case 'signature-block':
      return null;
    case 'date':
      return <DateField {...field} value={typeof typed === 'object' ? typed : NO_DATE} />;
    case 'list':
      return <LongTextField {...field} value={text} rows={6} hint={field.hint ?? 'หนึ่งข้อต่อหนึ่งบรรทัด ไม่ต้องใส่เลขข้อ'} />;
    case 'long-text':
      return <LongTextField {...field} value={text} rows={6} maxLength={parameter.maxLength} />;
    case 'table':
      return (
        <LongTextField {...field} value={text} rows={8} hint={field.hint ?? 'วางตารางจาก Excel ได้ หนึ่งแถวต่อหนึ่งบรรทัด'} />
      );
    case 'number':
    case 'fiscal-year':
      return <TextField {...field} value={text} isShort />;
    case 'text':
      return <TextField {...field} value={text} maxLength={parameter.maxLength} />;
  }
};
