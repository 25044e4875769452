import type { JsonSchema } from '../../src/core/schema/json-schema.js';

const LONGEST_LINE = 60_000;
const cell = { type: 'string', maxLength: LONGEST_LINE } as const;
const date = { type: ['string', 'null'], format: 'date' } as const;

/** Paragraphs of a table cell. */
export const linesSchema: JsonSchema = {
  type: 'array',
  maxItems: 500,
  items: {
    type: 'object',
    required: ['kind', 'text'],
    properties: { kind: { type: 'string', enum: ['numbered', 'dash', 'heading', 'plain'] }, text: cell },
  },
};

/** Lines of results with the days on which it was done. */
const resultLinesSchema: JsonSchema = {
  ...linesSchema,
  items: {
    ...linesSchema.items,
    properties: {
      ...linesSchema.items?.properties,
      on: { type: 'string', format: 'date' },
      until: { type: 'string', format: 'date' },
    },
  },
};

const figuresSchema: JsonSchema = {
  type: 'array',
  maxItems: 500,
  items: {
    type: 'object',
    required: ['name', 'value', 'unit'],
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 2000 },
      value: { type: 'number', minimum: 0 },
      unit: { type: 'string', minLength: 1, maxLength: 200 },
      target: { type: 'number', minimum: 0 },
    },
  },
};

/** One measure as it is frozen into a snapshot: MeasureContent of core/measure, all parts that documents print. */
export const measureSchema: JsonSchema = {
  type: 'object',
  required: ['title', 'methods', 'period', 'responsible'],
  properties: {
    id: { type: ['string', 'null'], maxLength: 100 },
    title: { type: 'string', minLength: 1, maxLength: LONGEST_LINE },
    theme: { type: ['string', 'null'], maxLength: 2000 },
    indicators: { type: 'array', maxItems: 10, items: { type: 'integer', minimum: 1, maximum: 10 } },
    oCodes: { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 10 } },
    methods: linesSchema,
    period: {
      type: 'object',
      required: ['text'],
      properties: { startsOn: date, endsOn: date, text: { type: 'string', maxLength: 1000 } },
    },
    responsible: {
      type: 'object',
      required: ['text'],
      properties: {
        everyDivision: { type: 'boolean' },
        divisionIds: { type: 'array', items: { type: 'string', maxLength: 100 } },
        text: { type: 'string', maxLength: 2000 },
      },
    },
    monitoring: linesSchema,
    results: resultLinesSchema,
    outcomes: linesSchema,
    figures: figuresSchema,
    evidence: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        required: ['label', 'url'],
        properties: { label: { type: 'string', maxLength: 1000 }, url: { type: 'string', maxLength: 2000 } },
      },
    },
  },
};
