import type { Parameter } from '../../../templates/documents/document-template.js';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { TypedParameter } from '../../../templates/web/components/parameter-field.js';
import { DATE_INCOMPLETE, fieldProblem } from '../../../templates/web/words/form-words.js';
import type { ParameterValues } from '../../core/announcement/announcement.js';
import { DomainError } from '../../core/errors.js';
import { arabicDigits } from '../../core/thai/digits.js';
import { Text, Ticked } from './form-reading.js';
import { isoFromTyped, typedFromIso } from './typed-date.js';

export class AnnouncementForm {
  @Text() templateId = '';
  @Text() fiscalYear = '';
  @Ticked() languages: string[] = [];
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

/** The parameters as typed, by name; their fields are called "p.<name>". */
export function typedParameters(parameters: readonly Parameter[], body: unknown): Record<string, TypedParameter> {
  const posted: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const text = (name: string): string => {
    const value = posted[name];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
  };
  return Object.fromEntries(
    parameters.map(({ name, type }) => [
      name,
      type === 'date'
        ? { day: text(`p.${name}.day`), month: text(`p.${name}.month`), year: text(`p.${name}.year`) }
        : text(`p.${name}`),
    ]),
  );
}

/** What a stored announcement looks like in its form. */
export const typedFromValues = (
  parameters: readonly Parameter[],
  values: ParameterValues,
): Record<string, TypedParameter> =>
  Object.fromEntries(parameters.map(({ name, type }) => [name, typedFrom(type, values[name] ?? null)]));

/** The typed parameters as the template wants them, and which are missing or cannot be read. */
export function parameterValues(
  parameters: readonly Parameter[],
  typed: Readonly<Record<string, TypedParameter>>,
): { values: ParameterValues; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const values: Record<string, ParameterValues[string]> = {};
  for (const { name, type, label, required } of parameters) {
    const value = valueOf(type, typed[name] ?? '');
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (value === undefined) problems.push({ field: `p.${name}`, sentence: DATE_INCOMPLETE });
    else if (required && isEmpty) {
      problems.push(fieldProblem(`p.${name}`, 'announcement.parameter-missing', { label: label.th }));
    } else if (!isEmpty || type === 'list') values[name] = value;
  }
  return { values, problems };
}

/** Faults that the template found, beside the field they are about. */
export function templateProblems(error: unknown, parameters: readonly Parameter[]): FieldProblem[] | null {
  if (!(error instanceof DomainError) || error.code !== 'document.data-invalid') return null;
  const { problems } = error.details;
  if (!Array.isArray(problems)) return [fieldProblem(null, error.code, error.details)];
  return problems.map((problem: { path: string; th: string }) => {
    const name = /^[^.[/]+/.exec(problem.path.replace(/^\//, ''))?.[0] ?? '';
    const parameter = parameters.find((each) => each.name === name);
    if (!parameter) return { field: null, sentence: problem.th };
    return { field: `p.${name}`, sentence: problem.th.replace(problem.path, parameter.label.th) };
  });
}

/** Undefined when what was typed is no date or number. */
function valueOf(type: Parameter['type'], typed: TypedParameter): ParameterValues[string] | undefined {
  if (typeof typed !== 'string') return isoFromTyped(typed);
  if (type === 'list' || type === 'table')
    return typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  if (type === 'number' || type === 'fiscal-year') return numberFrom(typed);
  return typed;
}

function numberFrom(text: string): number | null | undefined {
  if (text === '') return null;
  const number = Number(arabicDigits(text).replaceAll(',', ''));
  return Number.isFinite(number) ? number : undefined;
}

function typedFrom(type: Parameter['type'], value: ParameterValues[string]): TypedParameter {
  if (type === 'date') return typedFromIso(typeof value === 'string' ? value : null);
  return typeof value === 'object' ? (value ?? []).join('\n') : String(value);
}
