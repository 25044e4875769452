import { createHash } from 'node:crypto';
import { sortedJson } from '../core/sorted-json.js';
import type { EditionFont } from './edition-font.js';

/**
 * SHA-256 (hex) of what is printed and in which typeface. Survives the way through jsonb, which forgets the order of
 * keys. The house font is not part of it.
 */
export const snapshotHash = (snapshot: object, font: EditionFont | null): string =>
  createHash('sha256')
    .update(sortedJson(font ? { snapshot, font } : snapshot))
    .digest('hex');
