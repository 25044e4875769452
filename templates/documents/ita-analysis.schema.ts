import { LEVELS } from '../../src/core/ita/rating.js';
import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import { instrumentNamesSchema } from './instrument-names.js';
import { measureSchema } from './measure-schema.js';
import { reportSchema } from './report-schema.js';

const score = { type: 'number', minimum: 0, maximum: 100 } as const;

const assessmentSchema: JsonSchema = {
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

const recommendationsSchema: JsonSchema = {
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

/** Schema of the data of every version. @param id of the template */
export const itaAnalysisSchema = (id: string): ReturnType<typeof reportSchema> =>
  reportSchema(
    id,
    'Analysis of the ITA result',
    {
      assessment: assessmentSchema,
      earlier: { type: 'array', maxItems: 2, items: assessmentSchema },
      recommendations: recommendationsSchema,
      measures: { type: 'array', maxItems: 500, items: measureSchema },
      foreword: { type: ['string', 'null'], maxLength: 8000 },
      instrumentNames: instrumentNamesSchema,
    },
    ['assessment', 'recommendations', 'measures'],
  );
