import { createHash } from 'node:crypto';
import { sortedJson } from '../core/sorted-json.js';

/** SHA-256 (hex) of what is printed. Survives the way through jsonb, which forgets the order of keys. */
export const snapshotHash = (snapshot: object): string =>
  createHash('sha256').update(sortedJson(snapshot)).digest('hex');
