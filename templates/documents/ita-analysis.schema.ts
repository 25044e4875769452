import { LEVELS } from '../../src/core/ita/rating.js';
import type { JsonSchema } from '../../src/core/schema/json-schema.js';

const score = { type: 'number', minimum: 0, maximum: 100 } as const;

export const assessmentSchema: JsonSchema = {
  type: 'object',
  required: ['fiscalYear', 'overall', 'level', 'instruments', 'indicators'],
  properties: {
    fiscalYear: { type: 'integer', minimum: 2500, maximum: 2700 },
    overall: score,
    level: { type: 'string', enum: LEVELS },
    instruments: {
      type: 'object',
      required: ['iit', 'eit1', 'eit2', 'oit'],
      properties: { iit: score, eit1: score, eit2: score, oit: score },
    },
    indicators: { type: 'array', minItems: 10, maxItems: 10, items: score },
  },
};

export const recommendationsSchema: JsonSchema = {
  type: 'array',
  maxItems: 200,
  items: {
    type: 'object',
    required: ['code', 'text'],
    properties: {
      code: { type: 'string', pattern: '^[ieoO][0-9]{1,2}$', description: 'i3, e1, O17' },
      text: { type: 'string', minLength: 1, maxLength: 4000 },
    },
  },
};
