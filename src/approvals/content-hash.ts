import { createHash } from 'node:crypto';
import { sortedJson } from '../core/sorted-json.js';

/** SHA-256 (hex) of the content as JSON with sorted keys: equal texts have equal hashes whatever the order of keys. */
export const contentHash = (content: object): string => createHash('sha256').update(sortedJson(content)).digest('hex');
