import type { ComponentChildren } from 'preact';
import { describedBy, FieldTexts, type Choice, type FieldProps } from './field.js';

interface CheckboxesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

/** Several may be ticked. The first box carries the id that the error summary links to. */
export const Checkboxes = ({ choices, chosen, ...field }: CheckboxesProps) => (
  <Fieldset {...field}>
    <div class="choices">
      {choices.map(({ value, label }, index) => (
        <div class="choice" key={value}>
          <input
            class="choice__box"
            type="checkbox"
            id={index === 0 ? field.name : `${field.name}-${value}`}
            name={field.name}
            value={value}
            checked={chosen.includes(value)}
          />
          <label for={index === 0 ? field.name : `${field.name}-${value}`}>{label}</label>
        </div>
      ))}
    </div>
  </Fieldset>
);

interface RadiosProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly chosen: string;
}

export const Radios = ({ choices, chosen, ...field }: RadiosProps) => (
  <Fieldset {...field}>
    <div class="choices">
      {choices.map(({ value, label }, index) => (
        <div class="choice" key={value}>
          <input
            class="choice__box"
            type="radio"
            id={index === 0 ? field.name : `${field.name}-${value}`}
            name={field.name}
            value={value}
            checked={value === chosen}
          />
          <label for={index === 0 ? field.name : `${field.name}-${value}`}>{label}</label>
        </div>
      ))}
    </div>
  </Fieldset>
);

interface FieldsetProps extends FieldProps {
  readonly children: ComponentChildren;
}

export const Fieldset = ({ label, isOptional, children, ...field }: FieldsetProps) => (
  <fieldset class={field.problem ? 'field field--problem' : 'field'} aria-describedby={describedBy(field)}>
    <legend class="field__label">
      {label}
      {isOptional && <span class="field__optional"> (ไม่บังคับ)</span>}
    </legend>
    <FieldTexts {...field} />
    {children}
  </fieldset>
);
