import { bundleSaid } from '../../templates/console/verdicts.js';
import { BUNDLE_NOTE_SENTENCES, BUNDLE_PROBLEM_SENTENCES } from '../../templates/web/verdict-sentences.js';
import type { CosignedBy } from '../audit/bundle-cosignatures.js';
import type { NewestStamp } from '../audit/bundle-stamps.js';
import type { BundleVerdict } from '../audit/bundle-verdict.js';
import { verifyBundle } from '../audit/verify-bundle.js';
import type { BundleNote, BundleProblem } from '../core/verdicts.js';
import { bundleRequestOf } from './bundle-request.js';

const WHOLE = 0;
const BROKEN = 1;
const INCOMPLETE = 2;
const UNUSABLE = 3;

/**
 * `prongsai audit verify <bundle.tar>`: an exported log, checked without database and network.
 * @returns the exit code (RELIABILITY 5): 0 everything holds, 1 broken, 2 whole but not anchored or not covered to its end,
 *   3 the file or the command could not be used
 */
export async function verifyBundleCommand(args: string[]): Promise<number> {
  const request = await bundleRequestOf(args);
  const [file, ...more] = request?.positionals ?? [];
  if (!request || file === undefined || more.length > 0) {
    process.stderr.write(`${bundleSaid.usage}\n`);
    return UNUSABLE;
  }
  const verdict = await verifyBundle(file, request.anchors);
  process.stdout.write(request.isJson ? `${JSON.stringify(verdict)}\n` : bundleVerdictText(verdict));
  return exitCodeOf(verdict);
}

export function exitCodeOf(verdict: BundleVerdict): number {
  if (!verdict.usable) return UNUSABLE;
  if (!verdict.intact) return BROKEN;
  return verdict.notes.length === 0 ? WHOLE : INCOMPLETE;
}

export function bundleVerdictText(verdict: BundleVerdict): string {
  if (!verdict.usable) return `${bundleSaid.unusable}\n${problemLine(verdict.problem)}`;
  if (!verdict.intact) return `${bundleSaid.broken(verdict.file, verdict.position)}\n${problemLine(verdict.problem)}`;
  const lines = [
    verdict.period ? bundleSaid.period(verdict.period, verdict.size) : bundleSaid.intact(verdict.size),
    bundleSaid.head(verdict.head),
    bundleSaid.covered(verdict.checkpoints, verdict.covered),
    ...(verdict.stamp ? stampLines(verdict.stamp) : []),
    ...witnessLines(verdict.cosigned),
    ...(verdict.overrides.length > 0 ? [bundleSaid.overrides(verdict.overrides)] : []),
    ...verdict.notes.map(noteLine),
  ];
  return `${lines.join('\n')}\n`;
}

const stampLines = ({ size, at, authority, isTrusted }: NewestStamp): string[] => [
  bundleSaid.stamped(size, at, authority),
  ...(isTrusted ? [] : [`  ! ${bundleSaid.authorityNotChecked}`]),
];

function witnessLines(cosigned: readonly CosignedBy[]): string[] {
  const lines = cosigned.flatMap(({ witness, checkpoints, isTrusted }) => {
    const newest = checkpoints.at(-1);
    if (!newest) return [];
    const said = bundleSaid.cosigned(witness, checkpoints.length, newest.size, newest.at);
    return [said, ...(isTrusted ? [] : [`  ! ${bundleSaid.witnessNotChecked}`])];
  });
  const isSeen = cosigned.some(({ isTrusted, checkpoints }) => isTrusted && checkpoints.length > 0);
  return isSeen ? lines : [...lines, bundleSaid.noWitness];
}

const problemLine = (problem: BundleProblem): string =>
  `  ✗ ${BUNDLE_PROBLEM_SENTENCES[problem].th} · ${BUNDLE_PROBLEM_SENTENCES[problem].en} (${problem})\n`;

const noteLine = (note: BundleNote): string =>
  `  ! ${BUNDLE_NOTE_SENTENCES[note].th} · ${BUNDLE_NOTE_SENTENCES[note].en} (${note})`;
