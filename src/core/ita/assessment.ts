import type { JsonSchema } from '../schema/json-schema.js';
import type { AssessmentResult } from './analyse-scores.js';
import { LEVELS } from './rating.js';

/** What the assessors recommend about one question or item. */
export interface Recommendation {
  /** "i3", "e6", "O17": Latin letter, Arabic digits. */
  readonly code: string;
  readonly text: string;
  /** The indicator it concerns, where the officer knows better than the usual order of the questions. */
  readonly indicator?: number | null;
}

/** The result of one fiscal year as it is kept. */
export interface Assessment extends AssessmentResult {
  readonly recommendations: readonly Recommendation[];
}

/** The same as it comes in: the level may be left to the rule. */
export type AssessmentGiven = Omit<Assessment, 'level'> & { readonly level?: Assessment['level'] | null };

const score = { type: 'number', minimum: 0, maximum: 100 } as const;

/** The first year whose levels the rule knows (DOMAIN 1.2). */
const FIRST_RATED_YEAR = 2566;

/** JSON Schema of what a form, the API or a table may give. */
export const assessmentGivenSchema: JsonSchema = {
  type: 'object',
  required: ['fiscalYear', 'overall', 'instruments', 'indicators', 'recommendations'],
  properties: {
    fiscalYear: { type: 'integer', minimum: FIRST_RATED_YEAR, maximum: 2700 },
    overall: score,
    level: { type: ['string', 'null'], enum: LEVELS },
    instruments: {
      type: 'object',
      required: ['iit', 'eit1', 'eit2', 'oit'],
      properties: { iit: score, eit1: score, eit2: score, oit: score },
    },
    indicators: { type: 'array', minItems: 10, maxItems: 10, items: score },
    recommendations: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        required: ['code', 'text'],
        properties: {
          code: { type: 'string', minLength: 1, maxLength: 10 },
          text: { type: 'string', minLength: 1, maxLength: 4000 },
          indicator: { type: ['integer', 'null'], minimum: 1, maximum: 10 },
        },
      },
    },
  },
};
