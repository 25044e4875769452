import type { ChainedEvent } from './chain.js';

export const BUNDLE_FORMAT = 'prongsai-audit-bundle.v1';

/** First line of a bundle: which log, and where it ends. */
export interface BundleManifest {
  readonly organizationId: string;
  readonly createdAt: string;
  readonly size: number;
  readonly head: string;
}

const HASH = /^[0-9a-f]{64}$/;
const COUNT = /^(0|[1-9]\d{0,14})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One line without its line end. Numbers are decimal strings, as everywhere in the log. */
export const manifestLine = ({ organizationId, createdAt, size, head }: BundleManifest): string =>
  JSON.stringify({ format: BUNDLE_FORMAT, organizationId, createdAt, size: String(size), head });

export const eventLine = ({ seq, bytes, hash }: ChainedEvent): string =>
  JSON.stringify({ seq: String(seq), bytes: Buffer.from(bytes).toString('base64'), hash });

/** Null for a line that `manifestLine` could not have written. */
export function readManifestLine(line: string): BundleManifest | null {
  const { organizationId, createdAt, size, head } = fieldsOf(line);
  if (!UUID.test(organizationId ?? '') || !COUNT.test(size ?? '') || !HASH.test(head ?? '')) return null;
  if (!organizationId || !head || !createdAt || !/^[\x20-\x7e]+$/.test(createdAt)) return null;
  const manifest = { organizationId, createdAt, size: Number(size), head };
  return manifestLine(manifest) === line ? manifest : null;
}

/** Null for a line that `eventLine` could not have written: other keys, another order, loose base64. */
export function readEventLine(line: string): ChainedEvent | null {
  const { seq, bytes, hash } = fieldsOf(line);
  if (!COUNT.test(seq ?? '') || !HASH.test(hash ?? '') || bytes === undefined || hash === undefined) return null;
  const event = { seq: Number(seq), bytes: Buffer.from(bytes, 'base64'), hash };
  return eventLine(event) === line ? event : null;
}

function fieldsOf(line: string): Partial<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => typeof entry === 'string'));
  } catch {
    return {};
  }
}
