import { DomainError, type ErrorCode } from '../core/errors.js';

/** What follows from a failure: another try later, or a person has to look. */
export interface Sorted {
  readonly tryAgain: boolean;
  /** Error code, then a blank and details for the operator. */
  readonly problem: string;
}

/** Time alone may cure these, even days. */
const MAY_PASS: ReadonlySet<ErrorCode> = new Set([
  'publication.unreachable',
  'publication.bytes-differ',
  'seal.timestamp-pending',
  'audit.witness-pending',
  'system.unavailable',
]);
/** These may be an accident of the machine; three in a row are the document's own. */
const MAY_BE_ACCIDENT: ReadonlySet<ErrorCode> = new Set([
  'document.render-failed',
  'document.render-timeout',
  'edition.bytes-missing',
  'seal.failed',
]);
const ACCIDENTS_IN_A_ROW = 3;
const LONGEST_PROBLEM = 500;

/** @param failures how many were recorded in a row before this one */
export function sortFailure(error: unknown, failures: number): Sorted {
  if (!(error instanceof DomainError))
    return { tryAgain: true, problem: described('system.unexpected', String(error)) };
  const isAccident = MAY_BE_ACCIDENT.has(error.code) && failures + 1 < ACCIDENTS_IN_A_ROW;
  const details = Object.keys(error.details).length > 0 ? JSON.stringify(error.details) : '';
  return { tryAgain: isAccident || MAY_PASS.has(error.code), problem: described(error.code, details) };
}

const described = (code: ErrorCode, details: string): string => `${code} ${details}`.trim().slice(0, LONGEST_PROBLEM);
