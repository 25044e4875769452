import { createReadStream } from 'node:fs';

import type { BundleProblem } from '../core/verdicts.js';
import type { BundleManifest } from './bundle.js';
import { readEventLine, readManifestLine } from './bundle.js';
import type { ChainVerdict } from './chain.js';
import { ChainWalk } from './chain.js';

const LINE_FEED = 0x0a;
const LONGEST_LINE = 1_048_576;

export type BundleVerdict =
  | { readonly usable: false; readonly problem: 'bundle-unreadable' | 'manifest-malformed' }
  | {
      readonly usable: true;
      readonly manifest: BundleManifest;
      readonly intact: true;
      readonly size: number;
      readonly head: string;
    }
  | {
      readonly usable: true;
      readonly manifest: BundleManifest;
      readonly intact: false;
      readonly position: number;
      readonly problem: BundleProblem;
    };

/**
 * Checks an exported log with nothing but the file: no database, no network, no package.
 * @param path NDJSON bundle: a manifest line, then one line per event
 * @param anchors hashes by position that are known from elsewhere; without one, an owner who rebuilt the whole log is not noticed
 */
export async function verifyBundle(path: string, anchors?: ReadonlyMap<number, string>): Promise<BundleVerdict> {
  const lines = linesOf(path);
  try {
    const first = await lines.next();
    const manifest = first.done ? null : readManifestLine(first.value);
    if (!manifest) return { usable: false, problem: 'manifest-malformed' };
    return { usable: true, manifest, ...(await walkLines(manifest, lines, anchors)) };
  } catch (error) {
    if (isFileError(error)) return { usable: false, problem: 'bundle-unreadable' };
    throw error;
  } finally {
    await lines.return(undefined);
  }
}

type Walked = Extract<ChainVerdict, { intact: true }> | { intact: false; position: number; problem: BundleProblem };

async function walkLines(
  manifest: BundleManifest,
  lines: AsyncIterable<string>,
  anchors: ReadonlyMap<number, string> | undefined,
): Promise<Walked> {
  const walk = new ChainWalk(manifest, anchors);
  for await (const line of lines) {
    const event = readEventLine(line);
    if (!event) return { intact: false, position: walk.size + 1, problem: 'line-malformed' };
    const broken = walk.accept(event);
    if (broken) return { intact: false, ...broken };
  }
  return walk.finish(manifest);
}

/** Own splitting: a hostile file without line ends must not fill the memory. An over-long line comes out cut, hence malformed. */
async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED, from)) {
      yield rest.toString('utf8', from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST_LINE) break;
  }
  if (rest.length > 0) yield rest.toString('utf8', 0, LONGEST_LINE);
}

const isFileError = (error: unknown): boolean => typeof error === 'object' && error !== null && 'syscall' in error;
