import { plainToInstance, Transform } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';

/** A field of text: trimmed, line ends as "\n", the first value when a browser sent several. */
export const Text = (): PropertyDecorator => Transform(({ value }) => oneText(value));

/** A password: exactly as typed, spaces and all. */
export const Secret = (): PropertyDecorator => Transform(({ value }) => (typeof value === 'string' ? value : ''));

/** Ticked boxes: all values, also of a single one. */
export const Ticked = (): PropertyDecorator =>
  Transform(
    ({ value }: { value: unknown }) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(oneText),
    {
      toClassOnly: true,
    },
  );

export interface ReadForm<Form> {
  readonly form: Form;
  /** One for each field that breaks its own rule; the messages of the rules are finished sentences. */
  readonly problems: readonly FieldProblem[];
}

/** A posted form as its class describes it; fields that the class does not name are dropped. */
export function readForm<Form extends object>(type: new () => Form, body: unknown): ReadForm<Form> {
  const blank = new type();
  const posted = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const known = Object.fromEntries(posted.filter(([name]) => Object.hasOwn(blank, name)));
  const form = plainToInstance(type, { ...blank, ...known });
  const errors = validateSync(form, { forbidUnknownValues: false });
  const problems = errors.map(({ property, constraints }) => ({
    field: property,
    sentence: Object.values(constraints ?? {})[0] ?? '',
  }));
  return { form, problems };
}

function oneText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.replace(/\r\n?/g, '\n').trim() : '';
}
