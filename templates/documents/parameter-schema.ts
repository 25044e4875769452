import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import type { Parameter } from './document-template.js';

const LONGEST_TEXT = 300;
const LONGEST_PROSE = 4000;
const MOST_ENTRIES = 50;

/** JSON Schema of a parameter that stands for text, numbers or dates; optional ones may be null. */
export function parameterSchema({ type, label, required, maxLength }: Parameter): JsonSchema {
  const base = { title: label.en };
  const text = (longest: number): JsonSchema => ({
    ...base,
    type: required ? 'string' : ['string', 'null'],
    maxLength: maxLength ?? longest,
    ...(required ? { minLength: 1 } : {}),
  });
  switch (type) {
    case 'date':
      return { ...base, type: required ? 'string' : ['string', 'null'], format: 'date' };
    case 'number':
    case 'fiscal-year':
      return { ...base, type: required ? 'number' : ['number', 'null'] };
    case 'list':
      return {
        ...base,
        type: required ? 'array' : ['array', 'null'],
        ...(required ? { minItems: 1 } : {}),
        maxItems: MOST_ENTRIES,
        items: { type: 'string', minLength: 1, maxLength: maxLength ?? LONGEST_PROSE },
      };
    case 'long-text':
      return text(LONGEST_PROSE);
    default:
      return text(LONGEST_TEXT);
  }
}
