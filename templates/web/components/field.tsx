import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Name of the field; also the id of its input, which the error summary links to. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, as a finished sentence. */
  readonly problem?: string;
  readonly isOptional?: boolean;
}

interface FieldFrameProps extends FieldProps {
  readonly children: ComponentChildren;
}

/** Label, hint, problem, input: in the order they are read. */
const FieldFrame = ({ name, label, hint, problem, isOptional, children }: FieldFrameProps) => (
  <div class={problem ? 'field field--problem' : 'field'}>
    <label class="field__label" for={name}>
      {label}
      {isOptional && <span class="field__optional"> (ไม่บังคับ)</span>}
    </label>
    <FieldTexts name={name} hint={hint} problem={problem} />
    {children}
  </div>
);

export const FieldTexts = ({ name, hint, problem }: Pick<FieldProps, 'name' | 'hint' | 'problem'>) => (
  <>
    {hint && (
      <p class="field__hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {problem && (
      <p class="field__problem" id={`${name}-problem`}>
        <span class="visually-hidden">ต้องแก้ไข: </span>
        {problem}
      </p>
    )}
  </>
);

/** Ids of the texts that describe an input. */
export const describedBy = ({
  name,
  hint,
  problem,
}: Pick<FieldProps, 'name' | 'hint' | 'problem'>): string | undefined =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;

/** Id, name and descriptions of an input: what ties it to its label, hint and problem. */
const wiring = (field: Pick<FieldProps, 'name' | 'hint' | 'problem'>) => ({
  id: field.name,
  name: field.name,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.problem ? ('true' as const) : undefined,
});

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly isSecret?: boolean;
  readonly autoComplete?: 'username' | 'current-password' | 'off';
  readonly maxLength?: number;
  readonly isShort?: boolean;
}

export const TextField = ({
  value,
  isSecret = false,
  autoComplete,
  maxLength,
  isShort = false,
  ...field
}: TextFieldProps) => (
  <FieldFrame {...field}>
    {isSecret ? (
      <input type="password" class="form-control" value={value} autoComplete={autoComplete} {...wiring(field)} />
    ) : (
      <input
        type="text"
        class={isShort ? 'form-control field__short' : 'form-control'}
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete ?? 'off'}
        {...wiring(field)}
      />
    )}
  </FieldFrame>
);

interface LongTextFieldProps extends FieldProps {
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
}

export const LongTextField = ({ value, rows = 4, maxLength, ...field }: LongTextFieldProps) => (
  <FieldFrame {...field}>
    <textarea class="form-control" {...wiring(field)} rows={rows} maxLength={maxLength}>
      {keepFirstLineBreak(value)}
    </textarea>
  </FieldFrame>
);

/** HTML drops one line break at the start of a text area. */
const keepFirstLineBreak = (value: string): string => (value.startsWith('\n') ? `\n${value}` : value);

interface FileFieldProps extends FieldProps {
  readonly accept: string;
  readonly isMultiple?: boolean;
}

export const FileField = ({ accept, isMultiple = false, ...field }: FileFieldProps) => (
  <FieldFrame {...field}>
    <input class="form-control" {...wiring(field)} type="file" accept={accept} multiple={isMultiple} />
  </FieldFrame>
);

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly choices: readonly Choice[];
}

export const SelectField = ({ value, choices, ...field }: SelectFieldProps) => (
  <FieldFrame {...field}>
    <select class="form-select" {...wiring(field)}>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value} key={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </FieldFrame>
);
