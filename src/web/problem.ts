import type { DomainError, ErrorCode } from '../core/errors.js';
import { SENTENCES, sentenceOf } from '../../templates/web/sentences.js';
import { statusOf } from './http-status.js';

interface TwoLanguages {
  readonly th: string;
  readonly en: string;
}

/** RFC 9457, with our stable code, both languages, and every objection and field that is known. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: TwoLanguages;
  readonly objections?: readonly { readonly code: string; readonly detail: TwoLanguages }[];
  readonly fields?: readonly unknown[];
  /** Which of several causes of this code it was; of some codes only. */
  readonly reason?: string;
  /** State and version of the item now, where a person or program can go on from. */
  readonly state?: string;
  readonly version?: number;
  readonly reference: string;
}

export function problemOf({ code, details }: DomainError, reference: string): Problem {
  const objections = objectionsIn(details).map((each) => ({ code: each, detail: inBoth(each, details) }));
  return {
    type: `urn:prongsai:problem:${code}`,
    title: titleOf(code),
    status: statusOf(code),
    code,
    detail: inBoth(code, details),
    ...(objections.length > 0 ? { objections } : {}),
    ...(Array.isArray(details.fields) ? { fields: details.fields } : fieldsIn(details)),
    ...(typeof details.reason === 'string' ? { reason: details.reason } : {}),
    ...(typeof details.state === 'string' ? { state: details.state } : {}),
    ...(typeof details.version === 'number' ? { version: details.version } : {}),
    reference,
  };
}

/** The same for every occurrence (RFC 9457 3.1.3): the sentence without what only details could fill in. */
const titleOf = (code: ErrorCode): string => sentenceOf(code, {}, 'en').split(/(?<=[.?!]) /)[0] ?? code;

/** The codes of every objection of a refused transition. */
export const objectionsIn = (details: DomainError['details']): ErrorCode[] =>
  Array.isArray(details.problems) ? details.problems.filter(isErrorCode) : [];

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in SENTENCES;

const inBoth = (code: ErrorCode, details: DomainError['details']): TwoLanguages => ({
  th: sentenceOf(code, details, 'th'),
  en: sentenceOf(code, details, 'en'),
});

/** The data of documents names its faults by path; other refusals name one field. */
function fieldsIn({ field, problems }: DomainError['details']): { fields?: readonly unknown[] } {
  if (typeof field === 'string') return { fields: [{ field }] };
  return Array.isArray(problems) && problems.some((each) => typeof each === 'object') ? { fields: problems } : {};
}
