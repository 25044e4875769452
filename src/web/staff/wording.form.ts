import type { Language } from '../../../templates/documents/document-template.js';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { DomainError } from '../../core/errors.js';
import { Text } from './form-reading.js';

/** The posted form of a wording. */
export class WordingForm {
  @Text() text = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

/** Which wording: the id of a template and a language. */
export interface Place {
  readonly template: string;
  readonly language: Language;
}

/** @throws DomainError document.language-unknown */
export function placeOf({ template, language }: Readonly<Record<keyof Place, string>>): Place {
  if (language !== 'th' && language !== 'en') throw new DomainError('document.language-unknown', { language });
  return { template, language };
}

/** Each faulty line of a refused wording; null when the refusal is about something else. */
export function problemLines(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError) || error.code !== 'document.data-invalid') return null;
  const found = error.details.problems as readonly { readonly th: string }[]; // as dataInvalid makes them
  return found.map(({ th }) => ({ field: 'text', sentence: th }));
}
