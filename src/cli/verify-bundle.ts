import { parseArgs } from 'node:util';

import { bundleSaid } from '../../templates/console/verdicts.js';
import { BUNDLE_PROBLEM_SENTENCES } from '../../templates/web/verdict-sentences.js';
import type { BundleVerdict } from '../audit/verify-bundle.js';
import { verifyBundle } from '../audit/verify-bundle.js';
import type { BundleProblem } from '../core/verdicts.js';

const WHOLE = 0;
const BROKEN = 1;
const UNUSABLE = 3;

/**
 * `prongsai audit verify <bundle.ndjson>`: an exported log, checked without database and network.
 * `--known 120:<sha256>` compares with a hash that is known from elsewhere, such as a published document.
 * @returns the exit code: 0 whole, 1 broken, 3 the file or the command could not be used
 */
export async function verifyBundleCommand(args: string[]): Promise<number> {
  const request = requestOf(args);
  if (!request) {
    process.stderr.write(`${bundleSaid.usage}\n`);
    return UNUSABLE;
  }
  const verdict = await verifyBundle(request.file, request.anchors);
  process.stdout.write(request.isJson ? `${JSON.stringify(verdict)}\n` : textOf(verdict, request.anchors.size > 0));
  if (!verdict.usable) return UNUSABLE;
  return verdict.intact ? WHOLE : BROKEN;
}

interface BundleRequest {
  readonly file: string;
  readonly isJson: boolean;
  readonly anchors: ReadonlyMap<number, string>;
}

function requestOf(args: string[]): BundleRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, known: { type: 'string', multiple: true, default: [] } },
    });
    const [file, ...more] = positionals;
    const anchors = values.known.map(anchorOf);
    if (file === undefined || more.length > 0 || anchors.includes(null)) return null;
    return { file, isJson: values.json, anchors: new Map(anchors.filter((anchor) => anchor !== null)) };
  } catch {
    return null; // an unknown option: the usage text says which ones there are
  }
}

function anchorOf(text: string): [number, string] | null {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return position !== undefined && hash !== undefined ? [Number(position), hash] : null;
}

function textOf(verdict: BundleVerdict, isAnchored: boolean): string {
  if (!verdict.usable) return `${bundleSaid.unusable}\n${problemLine(verdict.problem)}`;
  if (!verdict.intact) return `${bundleSaid.broken(verdict.position)}\n${problemLine(verdict.problem)}`;
  const lines = [
    bundleSaid.intact(verdict.size),
    bundleSaid.head(verdict.head),
    ...(isAnchored ? [] : [bundleSaid.unanchored]),
  ];
  return `${lines.join('\n')}\n`;
}

const problemLine = (problem: BundleProblem): string =>
  `  ✗ ${BUNDLE_PROBLEM_SENTENCES[problem].th} · ${BUNDLE_PROBLEM_SENTENCES[problem].en} (${problem})\n`;
