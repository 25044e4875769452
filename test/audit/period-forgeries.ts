import { BUNDLE_FILES, checkpointFile, readEventLine, eventLine } from '../../src/audit/bundle.js';
import { checkpointAt } from '../../src/bench/sample-log.js';
import { leafHash, MerkleTree } from '../../src/audit/merkle.js';
import { textIn, withLine, withoutFile, withText, type Files } from './bundle-files.js';
import type { FileForgery, FoundAt, HonestBundle } from './file-forgeries.js';

const { manifest, earlier, inclusion } = BUNDLE_FILES;
const START: FoundAt = { file: manifest, position: 0, problem: 'start-not-proven' };

const ofBeginning = (name: string, found: FoundAt, edit: (text: string, place: number) => string): FileForgery => ({
  name,
  forge: ({ files }, place) => [withText(files, manifest, (text) => edit(text, place)), found],
});

const eventsBefore = (files: Files): string[] => textIn(files, earlier).trimEnd().split('\n');
const seqOf = (files: Files, line: number): number => readEventLine(eventsBefore(files)[line - 1] ?? '')?.seq ?? 0;

const reworded = (line: string): string => {
  const event = readEventLine(line);
  if (!event) throw new Error('no event');
  return eventLine({
    ...event,
    bytes: Buffer.from(Buffer.from(event.bytes).toString().replace('192.0.2.7', '192.0.2.9')),
  });
};

/** The checkpoint that a part goes on from, made for a log that began otherwise. */
function withOtherStart({ files, log, after, key }: HonestBundle): Files {
  const tree = new MerkleTree(log.events.map(({ bytes, seq }) => leafHash(seq === 1 ? Buffer.from('forged') : bytes)));
  return withText(files, checkpointFile(after), () => checkpointAt(after, tree, key).note);
}

/** Ways to forge where a part begins and what it rests on. */
export const PERIOD_FORGERIES: readonly FileForgery[] = [
  ofBeginning('another edge of the tree', START, (text) =>
    text.replace(/"edge": "(.)/, (_all, digit: string) => `"edge": "${digit === '0' ? '1' : '0'}`),
  ),
  ofBeginning('an edge that lacks a hash', START, (text) => text.replace(/"edge": ".{64}/, '"edge": "')),
  ofBeginning('a beginning where nobody signed', START, (text, place) =>
    text.replace('"after": "483"', `"after": "${400 + place}"`),
  ),
  ofBeginning('the beginning of the log', START, (text) => text.replace('"after": "483"', '"after": "0"')),
  ofBeginning(
    'another hash to go on from',
    { file: BUNDLE_FILES.events, position: 484, problem: 'hash-differs' },
    (text) => text.replace(/"head": "(.)/, (_all, digit: string) => `"head": "${digit === '0' ? '1' : '0'}`),
  ),
  ofBeginning(
    'other days',
    { file: BUNDLE_FILES.signature, position: 0, problem: 'manifest-signature-wrong' },
    (text, place) =>
      text.replace('"from": "2026-11-20"', `"from": "2026-10-${place + 1 < 10 ? `0${place + 1}` : place + 1}"`),
  ),
  {
    name: 'no checkpoint to begin with',
    forge: ({ files, after }) => [withoutFile(files, checkpointFile(after)), START],
  },
  { name: 'a beginning of another log, signed with the true key', forge: (bundle) => [withOtherStart(bundle), START] },
  {
    name: 'an event from before that says something else',
    forge: ({ files }, place) => {
      const [forged, line] = withLine(files, earlier, place, reworded);
      return [forged, { file: inclusion, position: seqOf(files, line), problem: 'proof-wrong' }];
    },
  },
  {
    name: 'an event from before that is cut in half',
    forge: ({ files }, place) => {
      const [forged, line] = withLine(files, earlier, place, (text) => text.slice(0, 99));
      return [forged, { file: earlier, position: seqOf(files, line - 1) + 1, problem: 'line-malformed' }];
    },
  },
  {
    name: 'an event from before without its proof',
    forge: ({ files }, place) => {
      const lines = eventsBefore(files);
      const seq = seqOf(files, (place % lines.length) + 1);
      const without = (text: string): string => text.replace(new RegExp(`\\{"seq":"${seq}".*\n`), '');
      return [withText(files, inclusion, without), { file: earlier, position: seq, problem: 'proof-missing' }];
    },
  },
  {
    name: 'an event of the part among those from before',
    forge: ({ files, parts }) => {
      const sealed = parts.proven.at(-1) ?? 0;
      const line = textIn(files, BUNDLE_FILES.events).split('\n')[sealed - 484] ?? '';
      const forged = withText(files, earlier, (text) => `${text}${line}\n`);
      return [forged, { file: earlier, position: sealed, problem: 'position-differs' }];
    },
  },
];
