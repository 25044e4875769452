import { sentenceOf } from '../web/sentences.js';
import type { DomainError } from '../../src/core/errors.js';

/** A refusal for the terminal: the code, then the sentence in Thai and in English, each with what to do. */
export const refusalText = ({ code, details }: DomainError): string =>
  [`✗ ${code}`, `  ${sentenceOf(code, details, 'th')}`, `  ${sentenceOf(code, details, 'en')}`].join('\n');

/** The same for programs: one JSON object. */
export const refusalJson = ({ code, details }: DomainError): string =>
  JSON.stringify({
    ok: false,
    code,
    details,
    message: { th: sentenceOf(code, details, 'th'), en: sentenceOf(code, details, 'en') },
  });
