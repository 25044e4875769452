import { isCalendarDate } from '../thai/dates.js';
import { hasForbiddenCharacter } from './forbidden-characters.js';
import type { JsonSchema, SchemaProblem, SchemaProblemKind, SchemaType } from './json-schema.js';

const MOST_PROBLEMS = 50;
/** Length of a string whose schema names no other. UTF-16 units. */
const DEFAULT_MAX_LENGTH = 20_000;
const DEFAULT_MAX_ITEMS = 10_000;

/**
 * Every fault of a value against a schema (at most 50), each with its field path. Stricter than JSON Schema:
 * fields that the schema does not name are refused unless it says `additionalProperties: true`, every string is
 * checked for control characters, and strings and arrays have an upper limit even where the schema names none.
 */
export function schemaProblems(value: unknown, schema: JsonSchema, path = ''): SchemaProblem[] {
  return [...problemsOf(value, schema, path)].slice(0, MOST_PROBLEMS);
}

function problemsOf(value: unknown, schema: JsonSchema, path: string): SchemaProblem[] {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return [problem(path, 'wrong-type', types.join(' | '))];
  }
  if (typeof value === 'string') return stringProblems(value, schema, path);
  if (typeof value === 'number') return numberProblems(value, schema, path);
  if (Array.isArray(value)) return arrayProblems(value, schema, path);
  if (isRecord(value)) return objectProblems(value, schema, path);
  return [];
}

function stringProblems(value: string, schema: JsonSchema, path: string): SchemaProblem[] {
  const longest = schema.maxLength ?? DEFAULT_MAX_LENGTH;
  if (value.length > longest) return [problem(path, 'too-long', String(longest))];
  if (hasForbiddenCharacter(value)) return [problem(path, 'control-character', '')];
  if (schema.enum && !schema.enum.includes(value)) return [problem(path, 'not-allowed', schema.enum.join(', '))];
  if (schema.minLength && value.trim().length < schema.minLength) {
    return [problem(path, value.trim() === '' ? 'missing' : 'too-short', String(schema.minLength))];
  }
  if (schema.format === 'date' && !isCalendarDate(value)) return [problem(path, 'not-a-date', 'YYYY-MM-DD')];
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
    return [problem(path, 'wrong-pattern', schema.description ?? schema.pattern)];
  }
  return [];
}

function numberProblems(value: number, schema: JsonSchema, path: string): SchemaProblem[] {
  if (schema.enum && !schema.enum.includes(value)) return [problem(path, 'not-allowed', schema.enum.join(', '))];
  const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = schema;
  return value < minimum || value > maximum ? [problem(path, 'out-of-range', `${minimum}–${maximum}`)] : [];
}

function arrayProblems(value: readonly unknown[], schema: JsonSchema, path: string): SchemaProblem[] {
  const most = schema.maxItems ?? DEFAULT_MAX_ITEMS;
  if (value.length > most) return [problem(path, 'too-many', String(most))];
  if (value.length < (schema.minItems ?? 0)) return [problem(path, 'too-few', String(schema.minItems))];
  const { items } = schema;
  return items ? value.flatMap((item, index) => problemsOf(item, items, `${path}[${index}]`)) : [];
}

function objectProblems(value: Readonly<Record<string, unknown>>, schema: JsonSchema, path: string): SchemaProblem[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name) || value[name] === undefined)
    .map((name) => problem(below(path, name), 'missing', ''));
  const present = Object.entries(value).filter(([, field]) => field !== undefined);
  return [
    ...missing,
    ...present.flatMap(([name, field]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known) return problemsOf(field, known, below(path, name));
      return schema.additionalProperties ? [] : [problem(below(path, name), 'unknown-field', '')];
    }),
  ];
}

function isOfType(value: unknown, type: SchemaType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

const typesOf = ({ type }: JsonSchema): readonly SchemaType[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
const problem = (path: string, kind: SchemaProblemKind, expected: string): SchemaProblem => ({ path, kind, expected });
