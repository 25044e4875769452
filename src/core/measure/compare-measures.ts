import { datedText, figureText } from '../thai/result-words.js';
import { interimTexts } from './interim-texts.js';
import type { MeasureContent } from './measure.js';

export interface FieldChange {
  readonly field: keyof MeasureContent;
  /** Paragraphs as they stood and as they would stand. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a signer of an amendment has to look at: every field whose text differs, in the order of the report. Pure. */
export function compareMeasures(before: MeasureContent, after: MeasureContent): FieldChange[] {
  return FIELDS.map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) })).filter(
    (change) => change.before.join('\n') !== change.after.join('\n'),
  );
}

const FIELDS = [
  'title',
  'theme',
  'indicators',
  'oCodes',
  'methods',
  'period',
  'responsible',
  'monitoring',
  'results',
  'outcomes',
  'figures',
  'interim',
  'evidence',
  'files',
] as const satisfies readonly (keyof MeasureContent)[];

function textOf(content: MeasureContent, field: (typeof FIELDS)[number]): string[] {
  switch (field) {
    case 'title':
    case 'theme':
      return content[field] ? [content[field]] : [];
    case 'indicators':
      return content.indicators.map(String);
    case 'oCodes':
      return [...content.oCodes];
    case 'period':
    case 'responsible':
      return [content[field].text];
    case 'evidence':
      return content.evidence.map(({ label, url }) => `${label} ${url}`.trim());
    case 'files':
      return (content.files ?? []).map(({ name }) => name);
    case 'figures':
      return (content.figures ?? []).map(figureText);
    case 'interim':
      return content.interim ? interimTexts(content.interim) : [];
    default:
      return content[field].map(datedText);
  }
}
