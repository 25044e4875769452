import type { EventProblem } from '../core/verdicts.js';

/**
 * The exact bytes of an audit event: RFC 8785 JSON of one flat object whose keys are fixed by the schema and whose values are
 * all strings ('' when absent, numbers as decimal digits). These bytes are hashed and stored; any other form is derived.
 */
export const EVENT_SCHEMA = 'prongsai-event.v1';

/** In canonical order. The database writes the same order, so a change here is a new schema. */
export const EVENT_KEYS = [
  'action',
  'actorPersonId',
  'actorPostId',
  'at',
  'authAgeSeconds',
  'authMethod',
  'clientAddress',
  'contentHashAfter',
  'contentHashBefore',
  'fileSha256',
  'fromState',
  'itemId',
  'itemKind',
  'onBehalfOf',
  'organizationId',
  'reasonHash',
  'requestId',
  'schema',
  'seq',
  'sessionHash',
  'softwareVersion',
  'toState',
] as const;

export type AuditEventKey = (typeof EVENT_KEYS)[number];
export type CanonicalEvent = Readonly<Record<AuditEventKey, string>>;

/** `at` is the database's clock in UTC with microseconds: 2026-11-20T15:57:00.123456Z. */
const FORMS: Partial<Record<AuditEventKey, RegExp>> = {
  action: /^[^\s]+$/,
  at: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/,
  authAgeSeconds: /^(|0|[1-9]\d*)$/,
  organizationId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  seq: /^[1-9]\d*$/,
};

const KEY_LIST = EVENT_KEYS.join();

/**
 * Canonical UTF-8 bytes of the event. Text must already be in Unicode NFC: it is checked, never changed.
 * @throws Error for a value that has no canonical form; that is a mistake in the program, not of a person
 */
export function canonicalBytes(event: CanonicalEvent): Uint8Array {
  const problem = problemOf(event);
  if (problem) throw new Error(`audit event of ${event.itemKind} ${event.itemId}: ${problem}`);
  return Buffer.from(canonicalText(event), 'utf8');
}

/** Reads bytes that must be exactly canonical; anything else is named, not repaired. Never throws. */
export function parseEvent(bytes: Uint8Array): CanonicalEvent | EventProblem {
  const text = textOf(bytes);
  const value = text === null ? undefined : jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'event-not-json';

  if (Object.keys(value).sort().join() !== KEY_LIST) return 'event-keys-differ';
  if (!isAllText(value)) return 'event-value-not-text';
  const problem = problemOf(value);
  if (problem) return problem;
  return canonicalText(value) === text ? value : 'event-not-canonical';
}

function problemOf(event: CanonicalEvent): EventProblem | null {
  if (event.schema !== EVENT_SCHEMA) return 'event-schema-unknown';
  const isSound = EVENT_KEYS.every((key) => isStorable(event[key]) && (FORMS[key]?.test(event[key]) ?? true));
  return isSound ? null : 'event-value-malformed';
}

/** JSON.stringify escapes a string exactly as RFC 8785 asks; only the order of the keys is ours to keep. */
const canonicalText = (event: CanonicalEvent): string =>
  `{${EVENT_KEYS.map((key) => `"${key}":${JSON.stringify(event[key])}`).join()}}`;

/** PostgreSQL cannot hold U+0000, and a lone surrogate has no UTF-8. */
const isStorable = (value: string): boolean =>
  isPlainAscii(value) || (!/[\0\p{Surrogate}]/u.test(value) && value.normalize('NFC') === value);

const isPlainAscii = (value: string): boolean => /^[\x01-\x7f]*$/.test(value);

const isAllText = (value: object): value is CanonicalEvent =>
  Object.values(value).every((entry) => typeof entry === 'string');

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
