import { createWriteStream } from 'node:fs';
import { DomainError } from '../core/errors.js';
import { inspectFont, specimenOf } from './font-examiner.js';
import { frame, FrameReader, type Frame, type FrameKind } from './frames.js';
import { printDocument } from './pdf-printer.js';
import type { PrintRequest } from './print-request.js';

/**
 * A process of its own that prints: whatever a document or a font does to it, the worker lives on. Requests come by
 * standard input, files go out by descriptor 3; it has no settings, no database and no reason to open anything.
 */
const LONGEST_REQUEST = 64 * 1024 * 1024;
const out = createWriteStream('', { fd: 3 });
let queue = Promise.resolve();
/** Font files that came ahead of the request they belong to. */
let fonts: Uint8Array[] = [];

const requests = new FrameReader(LONGEST_REQUEST, ({ kind, body }) => {
  if (kind === 'font') return void fonts.push(Uint8Array.from(body));
  const given = fonts;
  fonts = [];
  queue = queue.then(async () => void out.write(await answer({ kind, body }, given)));
});
// Ctrl-C reaches the whole process group; the worker decides when printing ends
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.on('data', (piece: Buffer) => requests.take(piece));
process.stdin.on('end', () => process.exit(0)); // the worker is gone
out.write(frame('ready'));

async function answer(request: Frame, files: readonly Uint8Array[]): Promise<Buffer> {
  try {
    const [kind, body] = await carryOut(request, files);
    return frame(kind, body);
  } catch (error) {
    if (error instanceof DomainError)
      return frame('refused', JSON.stringify({ code: error.code, details: error.details }));
    return frame('failed', error instanceof Error ? error.message : String(error));
  }
}

async function carryOut(
  { kind, body }: Frame,
  files: readonly Uint8Array[],
): Promise<[FrameKind, Uint8Array | string]> {
  if (kind === 'inspect') return ['reports', JSON.stringify(files.map(inspectFont))];
  const { family, ...request } = JSON.parse(body.toString()) as PrintRequest & { family?: string }; // written by our own pool
  const font = family === undefined ? undefined : { family, files };
  if (kind === 'specimen') return ['pdf', await specimenOf({ family: family ?? '', files })];
  return ['pdf', await printDocument({ ...request, ...(font ? { font } : {}) })];
}
