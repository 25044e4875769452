import { createWriteStream } from 'node:fs';
import { DomainError } from '../core/errors.js';
import { frame, FrameReader } from './frames.js';
import { printDocument } from './pdf-printer.js';
import type { PrintRequest } from './print-request.js';

/**
 * A process of its own that prints: whatever a document does to it, the worker lives on. Requests come by standard
 * input, files go out by descriptor 3; it has no settings, no database and no reason to open anything.
 */
const LONGEST_REQUEST = 64 * 1024 * 1024;
const out = createWriteStream('', { fd: 3 });
let queue = Promise.resolve();

const requests = new FrameReader(LONGEST_REQUEST, ({ body }) => {
  queue = queue.then(async () => void out.write(await answer(JSON.parse(body.toString()) as PrintRequest))); // written by our own pool
});
// Ctrl-C reaches the whole process group; the worker decides when printing ends
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.on('data', (piece: Buffer) => requests.take(piece));
process.stdin.on('end', () => process.exit(0)); // the worker is gone
out.write(frame('ready'));

async function answer(request: PrintRequest): Promise<Buffer> {
  try {
    return frame('pdf', await printDocument(request));
  } catch (error) {
    if (error instanceof DomainError)
      return frame('refused', JSON.stringify({ code: error.code, details: error.details }));
    return frame('failed', error instanceof Error ? error.message : String(error));
  }
}
