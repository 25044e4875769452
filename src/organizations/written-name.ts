import { DomainError } from '../core/errors.js';

const LONGEST_NAME = 200;

/** A name as it will stand in lists and documents, trimmed. @throws DomainError input.invalid naming the field */
export function writtenName(text: string, field: string): string {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME) throw new DomainError('input.invalid', { field });
  return name;
}

/** The same for a name that may be left out. @throws DomainError input.invalid naming the field */
export const optionalName = (text: string | null | undefined, field: string): string | null =>
  text?.trim() ? writtenName(text, field) : null;
