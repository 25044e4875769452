import { THAI_MONTHS } from '../../../src/core/thai/dates.js';
import { Fieldset } from './choice-fields.js';
import type { FieldProps } from './field.js';

/** As typed: day 1 to 31, month 1 to 12, Buddhist year. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const NO_DATE: TypedDate = { day: '', month: '', year: '' };

interface DateFieldProps extends FieldProps {
  readonly value: TypedDate;
}

/** Day, Thai month name and Buddhist year: browsers' own date fields do not know the Buddhist era everywhere. */
export const DateField = ({ value, ...field }: DateFieldProps) => (
  <Fieldset {...field}>
    <div class="date">
      <DatePart id={field.name} name={`${field.name}.day`} label="วันที่" value={value.day} size={2} />
      <div class="date__part">
        <label for={`${field.name}-month`}>เดือน</label>
        <select class="form-select" id={`${field.name}-month`} name={`${field.name}.month`}>
          <option value="">เลือกเดือน</option>
          {THAI_MONTHS.map((month, index) => (
            <option value={String(index + 1)} selected={value.month === String(index + 1)} key={month}>
              {month}
            </option>
          ))}
        </select>
      </div>
      <DatePart id={`${field.name}-year`} name={`${field.name}.year`} label="ปี พ.ศ." value={value.year} size={4} />
    </div>
  </Fieldset>
);

interface DatePartProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly size: number;
}

const DatePart = ({ id, name, label, value, size }: DatePartProps) => (
  <div class="date__part">
    <label for={id}>{label}</label>
    <input
      class={`form-control date__input--${size}`}
      id={id}
      name={name}
      value={value}
      inputMode="numeric"
      maxLength={size}
      autoComplete="off"
    />
  </div>
);
