import type { ComponentChildren } from 'preact';
import { describedBy, FieldTexts, type Choice, type FieldProps } from './field.js';

interface CheckboxesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

/** Several may be ticked. */
export const Checkboxes = ({ chosen, ...field }: CheckboxesProps) => (
  <Choices type="checkbox" isChosen={(value) => chosen.includes(value)} {...field} />
);

interface RadiosProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly chosen: string;
}

/** One is chosen. */
export const Radios = ({ chosen, ...field }: RadiosProps) => (
  <Choices type="radio" isChosen={(value) => value === chosen} {...field} />
);

interface ChoicesProps extends FieldProps {
  readonly type: 'checkbox' | 'radio';
  readonly choices: readonly Choice[];
  readonly isChosen: (value: string) => boolean;
}

/** The first box carries the id that the error summary links to. */
const Choices = ({ type, choices, isChosen, ...field }: ChoicesProps) => (
  <Fieldset {...field}>
    <div class="choices">
      {choices.map(({ value, label }, index) => {
        const id = index === 0 ? field.name : `${field.name}-${value}`;
        return (
          <div class="choice" key={value}>
            <input class="choice__box" type={type} id={id} name={field.name} value={value} checked={isChosen(value)} />
            <label for={id}>{label}</label>
          </div>
        );
      })}
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
