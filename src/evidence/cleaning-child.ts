import { createWriteStream } from 'node:fs';
import { DomainError } from '../core/errors.js';
import { cleanEvidence } from './clean-evidence.js';
import { answerOf, briefOf, refusalOf, type Brief } from './cleaning-words.js';

/**
 * A process that opens one file of a stranger and ends: whatever the file does to it, the web process lives on. The
 * brief and the file come by standard input, the answer goes out by descriptor 3; it has no settings and no database.
 */
const pieces: Buffer[] = [];
const out = createWriteStream('', { fd: 3 });

process.stdin.on('data', (piece: Buffer) => pieces.push(piece));
process.stdin.on('end', () => void answer().then((text) => out.end(text)));

async function answer(): Promise<string> {
  const { brief, bytes } = briefOf(Buffer.concat(pieces));
  try {
    return answerOf(await cleanEvidence({ ...(brief satisfies Brief), bytes }));
  } catch (error) {
    return refusalOf(error instanceof DomainError ? error : new DomainError('evidence.unreadable', { field: 'file' }));
  }
}
