import type { JsonSchema } from '../schema/json-schema.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { placeholdersIn } from '../wording/placeholders.js';
import { PERIOD_STYLES } from './period-text.js';
import { COLUMN_KEYS, GROUPINGS, REPORT_PLACEHOLDERS, type ReportLayout } from './layout.js';

/** JSON Schema of a report layout. */
export const layoutSchema: JsonSchema = {
  type: 'object',
  required: [
    'columns',
    'grouping',
    'numbersTitles',
    'titleLines',
    'hasCover',
    'introduction',
    'digits',
    'orientation',
    'hasSignature',
  ],
  properties: {
    columns: {
      type: 'array',
      minItems: 2,
      maxItems: 10,
      items: {
        type: 'object',
        required: ['key', 'header', 'weight'],
        properties: {
          key: { type: 'string', enum: COLUMN_KEYS },
          header: { type: 'string', minLength: 1, maxLength: 200 },
          weight: { type: 'number', minimum: 1, maximum: 100 },
          spans: { type: 'boolean' },
        },
      },
    },
    grouping: { type: 'string', enum: GROUPINGS },
    numbersTitles: { type: 'boolean' },
    titleLines: { type: 'array', minItems: 1, maxItems: 5, items: { type: 'string', minLength: 1, maxLength: 300 } },
    hasCover: { type: 'boolean' },
    introduction: { type: ['string', 'null'], maxLength: 8000 },
    periodStyle: { type: 'string', enum: PERIOD_STYLES },
    digits: { type: 'string', enum: ['thai', 'arabic'] },
    orientation: { type: 'string', enum: ['landscape', 'portrait'] },
    hasSignature: { type: 'boolean' },
  },
};

export interface LayoutProblem {
  readonly path: string;
  readonly kind: string;
  readonly expected: string;
}

/** Every fault of a layout given from outside: shape, a column shown twice, an unknown placeholder. */
export function layoutProblems(layout: unknown): LayoutProblem[] {
  const shape = schemaProblems(layout, layoutSchema);
  if (shape.length > 0) return shape;
  const { columns, titleLines, introduction } = layout as ReportLayout; // the schema has just said so
  const keys = columns.map(({ key }) => key);
  return [
    ...(keys.includes('measure') ? [] : [{ path: 'columns', kind: 'column-missing', expected: 'measure' }]),
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index ? [] : [{ path: `columns[${index}]`, kind: 'column-twice', expected: key }],
    ),
    ...titleLines.flatMap((line, index) => unknownPlaceholders(line, `titleLines[${index}]`)),
    ...unknownPlaceholders(introduction ?? '', 'introduction'),
  ];
}

const unknownPlaceholders = (text: string, path: string): LayoutProblem[] =>
  strangePlaceholders(text).map((expected) => ({ path, kind: 'unknown-placeholder', expected }));

/** Placeholders of a text that no report fills, with their braces: a paragraph that holds one would be left out. */
export const strangePlaceholders = (text: string): string[] =>
  placeholdersIn(text)
    .filter((name) => !(REPORT_PLACEHOLDERS as readonly string[]).includes(name))
    .map((name) => `{${name}}`);
