import { createHash } from 'node:crypto';

/** SHA-256 (hex) of the content as JSON with sorted keys: equal texts have equal hashes whatever the order of keys. */
export const contentHash = (content: object): string => createHash('sha256').update(sortedJson(content)).digest('hex');

export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => sortedJson(entry ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${sortedJson(entry)}`).join(',')}}`;
}
