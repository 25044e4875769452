import type { ErrorCode } from '../core/errors.js';

/** Codes whose answer differs from 422 "understood, but not like this". */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'item.not-found': 404,
  'item.changed-meanwhile': 409,
  'item.refused': 409,
  'item.shown-hash-differs': 412,
  'edition.not-found': 404,
  'font.not-found': 404,
  'edition.bytes-missing': 503,
  'edition.bytes-differ': 503,
  'publication.not-found': 404,
  'publication.not-published': 409,
  'work.not-found': 404,
  'assessment.not-found': 404,
  'assessment.proposal-not-found': 404,
  'assessment.proposal-decided': 409,
  'organization.not-found': 404,
  'sign-in.failed': 401,
  'sign-in.required': 401,
  'sign-in.confirm': 401,
  'sign-in.too-many-attempts': 429,
  'permission.denied': 403,
  'import.file-too-large': 413,
  'input.body-too-large': 413,
  'idempotency.still-running': 409,
  'request.not-found': 404,
  'request.withdrawn': 410,
  'request.forbidden-origin': 403,
  'request.too-many': 429,
  'request.wrong-type': 415,
  'document.render-failed': 503,
  'document.render-timeout': 503,
  'system.unavailable': 503,
  'system.unexpected': 500,
};

export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 422;
