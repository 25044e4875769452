import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { canonicalBytes, EVENT_KEYS, parseEvent } from '../../src/audit/canonical-event.js';
import type { ChainedEvent, ChainVerdict } from '../../src/audit/chain.js';
import { chainStart, verifyChain } from '../../src/audit/chain.js';
import type { ChainProblem } from '../../src/core/verdicts.js';
import { aChain, anEvent, chainedBytes, subject } from './event-builder.js';

interface Example {
  keys: string[];
  organizationId: string;
  createdAt: string;
  h0: string;
  events: { canonical: string; hash: string }[];
}
const example = JSON.parse(readFileSync(join(process.cwd(), 'test/audit/chain-example.json'), 'utf8')) as Example; // our own file

const SIZE = 40;
const POSITIONS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, SIZE - 1, SIZE];
const whole = aChain(SIZE);
const promised = { size: SIZE, head: whole.at(-1)?.hash ?? '' };
const text = (event: ChainedEvent): string => Buffer.from(event.bytes).toString('utf8');
const verify = (events: readonly ChainedEvent[], known?: ReadonlyMap<number, string>): ChainVerdict =>
  verifyChain(subject, events, promised, known);

/** The log with the event at `position` written differently but its hash left as it was. */
function rewritten(position: number, change: (canonical: string) => string): ChainedEvent[] {
  return whole.map((event) =>
    event.seq === position ? { ...event, bytes: Buffer.from(change(text(event)), 'utf8') } : event,
  );
}

/** The same, by an owner who also recomputes every hash from there on. */
function rebuilt(position: number, change: (canonical: string) => string): ChainedEvent[] {
  return chainedBytes(rewritten(position, change).map(({ bytes }) => bytes));
}

const at = (position: number): ChainedEvent => whole[position - 1] ?? whole[0]!; // every position used is inside the log
const without = (position: number): ChainedEvent[] => whole.filter(({ seq }) => seq !== position);
const withInserted = (position: number, event: ChainedEvent): ChainedEvent[] => [
  ...whole.slice(0, position - 1),
  event,
  ...whole.slice(position - 1),
];
const withReplaced = (position: number, event: ChainedEvent): ChainedEvent[] =>
  whole.map((each) => (each.seq === position ? event : each));
const foreign = chainedBytes(
  Array.from({ length: SIZE }, (_, index) =>
    canonicalBytes(anEvent(index + 1, { organizationId: '018f6d2a-7c4b-7d3e-9f10-ffffffffffff' })),
  ),
);
const flipBit = (bytes: Uint8Array, index: number): Uint8Array =>
  bytes.map((byte, place) => (place === index ? byte ^ 1 : byte));

type Mutation = readonly [
  string,
  (position: number) => readonly ChainedEvent[],
  ChainProblem | 'any',
  ((position: number) => number)?,
];

const MUTATIONS: readonly Mutation[] = [
  [
    'an edited value',
    (n) => rewritten(n, (json) => json.replace('executive_review', 'division_review')),
    'hash-differs',
  ],
  ['an edited person', (n) => rewritten(n, (json) => json.replace('000000000001"', '000000000009"')), 'hash-differs'],
  ['an edited time', (n) => rewritten(n, (json) => json.replace('15:57', '14:57')), 'hash-differs'],
  ['a flipped bit in the bytes', (n) => withReplaced(n, { ...at(n), bytes: flipBit(at(n).bytes, 40) }), 'any'],
  [
    'an edited hash',
    (n) => withReplaced(n, { ...at(n), hash: at(n).hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
    'hash-differs',
  ],
  ['a hash in capitals', (n) => withReplaced(n, { ...at(n), hash: `A${at(n).hash.slice(1)}` }), 'hash-differs'],
  ['an emptied hash', (n) => withReplaced(n, { ...at(n), hash: '' }), 'hash-differs'],
  ['a deleted event', (n) => without(n), 'any'],
  [
    'a deleted event with the later ones renumbered',
    (n) => without(n).map((event, index) => ({ ...event, seq: index + 1 })),
    'any',
  ],
  ['a deleted event and a rebuilt chain', (n) => chainedBytes(without(n).map(({ bytes }) => bytes)), 'any'],
  ['an inserted copy of another event', (n) => withInserted(n, { ...at(1 + (n % SIZE)), seq: n }), 'any'],
  [
    'an inserted event with a hash of its own',
    (n) =>
      withInserted(n, {
        seq: n,
        bytes: canonicalBytes(anEvent(n, { action: 'measure.cancel' })),
        hash: 'd'.repeat(64),
      }),
    'hash-differs',
  ],
  ['a duplicated event', (n) => withInserted(n + 1, at(n)), 'position-differs', (n) => n + 1],
  ['two events swapped', (n) => swapped(n), 'position-differs', (n) => Math.min(n, SIZE - 1)],
  [
    'two events swapped and renumbered',
    (n) => swapped(n).map((event, index) => ({ ...event, seq: index + 1 })),
    'seq-differs',
    (n) => Math.min(n, SIZE - 1),
  ],
  ['a tail that was cut', (n) => whole.slice(0, n - 1), 'tail-missing'],
  ['an event of another organization', (n) => withReplaced(n, foreign[n - 1] ?? at(n)), 'organization-differs'],
  [
    'another organization in a rebuilt chain',
    (n) => rebuilt(n, (json) => json.replace('2b3c4d5e6f70', 'ffffffffffff')),
    'organization-differs',
  ],
  [
    'an edit in a rebuilt chain',
    (n) => rebuilt(n, (json) => json.replace('executive_review', 'draft')),
    'head-differs',
    () => SIZE,
  ],
  [
    'another sequence number in a rebuilt chain',
    (n) => rebuilt(n, (json) => json.replace(/"seq":"\d+"/, '"seq":"999"')),
    'seq-differs',
  ],
  [
    'a number instead of text',
    (n) => rebuilt(n, (json) => json.replace('"authAgeSeconds":"42"', '"authAgeSeconds":42')),
    'event-value-not-text',
  ],
  [
    'a float',
    (n) => rebuilt(n, (json) => json.replace('"authAgeSeconds":"42"', '"authAgeSeconds":42.0')),
    'event-value-not-text',
  ],
  ['null', (n) => rebuilt(n, (json) => json.replace('"fileSha256":""', '"fileSha256":null')), 'event-value-not-text'],
  [
    'a nested object',
    (n) => rebuilt(n, (json) => json.replace('"fileSha256":""', '"fileSha256":{}')),
    'event-value-not-text',
  ],
  [
    'a duplicate key',
    (n) => rebuilt(n, (json) => json.replace('{', '{"action":"measure.return",')),
    'event-not-canonical',
  ],
  ['a duplicate key at the end', (n) => rebuilt(n, (json) => json.replace(/}$/, ',"toState":"draft"}')), 'any'],
  [
    'reordered keys',
    (n) => rebuilt(n, (json) => json.replace(/^{("action":"[^"]*"),("actorPersonId":"[^"]*")/, '{$2,$1')),
    'event-not-canonical',
  ],
  ['an unknown key', (n) => rebuilt(n, (json) => json.replace(/}$/, ',"zone":""}')), 'event-keys-differ'],
  ['a key named __proto__', (n) => rebuilt(n, (json) => json.replace(/}$/, ',"__proto__":""}')), 'event-keys-differ'],
  ['a missing key', (n) => rebuilt(n, (json) => json.replace('"fileSha256":"",', '')), 'event-keys-differ'],
  ['a blank between tokens', (n) => rebuilt(n, (json) => json.replace(':', ': ')), 'event-not-canonical'],
  ['a line end after the object', (n) => rebuilt(n, (json) => `${json}\n`), 'event-not-canonical'],
  ['a byte order mark', (n) => rebuilt(n, (json) => `\uFEFF${json}`), 'event-not-json'],
  ['a needless escape', (n) => rebuilt(n, (json) => json.replace('approved', '\\u0061pproved')), 'event-not-canonical'],
  ['an escape for U+0000', (n) => rebuilt(n, (json) => json.replace('approved', '\\u0000')), 'event-value-malformed'],
  ['a lone surrogate', (n) => rebuilt(n, (json) => json.replace('approved', '\\ud800')), 'event-value-malformed'],
  ['text that is not NFC', (n) => rebuilt(n, (json) => json.replace('approved', 'e\u0301')), 'event-value-malformed'],
  [
    'bytes that are not UTF-8',
    (n) => chainedBytes(whole.map((event) => (event.seq === n ? Buffer.from([0x7b, 0xff, 0x7d]) : event.bytes))),
    'event-not-json',
  ],
  [
    'an unknown schema',
    (n) => rebuilt(n, (json) => json.replace('prongsai-event.v1', 'prongsai-event.v9')),
    'event-schema-unknown',
  ],
  ['a time of another form', (n) => rebuilt(n, (json) => json.replace('.123456Z', '.123Z')), 'event-value-malformed'],
  ['an array', (n) => rebuilt(n, (json) => `[${json}]`), 'event-not-json'],
  ['no bytes at all', (n) => rebuilt(n, () => ''), 'event-not-json'],
];

function swapped(position: number): ChainedEvent[] {
  const first = Math.min(position, SIZE - 1);
  return whole.map((event) => (event.seq === first ? at(first + 1) : event.seq === first + 1 ? at(first) : event));
}

describe('audit chain', () => {
  it('gives the hashes of the worked example', () => {
    expect(EVENT_KEYS).toEqual(example.keys);
    expect(chainStart(example).toString('hex')).toBe(example.h0);
    const chain = chainedBytes(
      example.events.map(({ canonical }) => Buffer.from(canonical, 'utf8')),
      example,
    );
    expect(chain.map(({ hash }) => hash)).toEqual(example.events.map(({ hash }) => hash));
    expect(verifyChain(example, chain, { size: chain.length, head: chain.at(-1)?.hash ?? '' })).toMatchObject({
      intact: true,
      size: 2,
    });
  });

  it('writes and reads the canonical bytes of the worked example', () => {
    for (const { canonical } of example.events) {
      const event = parseEvent(Buffer.from(canonical, 'utf8'));
      expect(typeof event).toBe('object');
      if (typeof event === 'object') expect(Buffer.from(canonicalBytes(event)).toString('utf8')).toBe(canonical);
    }
  });

  it('finds an untouched log whole', () => {
    expect(verify(whole)).toEqual({ intact: true, ...promised });
  });

  it('finds an empty log whole when nothing was promised', () => {
    const h0 = chainStart(subject).toString('hex');
    expect(verifyChain(subject, [], { size: 0, head: h0 })).toEqual({ intact: true, size: 0, head: h0 });
  });

  it.each(MUTATIONS.map(([name, mutate, problem, positionOf]) => ({ name, mutate, problem, positionOf })))(
    'finds $name, wherever it is',
    ({ mutate, problem, positionOf = (n: number) => n }) => {
      for (const tried of POSITIONS) {
        const verdict = verify(mutate(tried));
        expect({ tried, ...verdict }).toMatchObject({ tried, intact: false, position: positionOf(tried) });
        if (problem !== 'any') expect(verdict).toMatchObject({ problem });
      }
    },
  );

  it('finds an event added behind the promised end', () => {
    expect(verify(aChain(SIZE + 1))).toEqual({ intact: false, position: SIZE + 1, problem: 'tail-added' });
  });

  it('finds another opening time and another organization at once', () => {
    expect(verifyChain({ ...subject, createdAt: '2026-11-20T15:00:00.000001Z' }, whole, promised)).toMatchObject({
      position: 1,
    });
    expect(
      verifyChain({ ...subject, organizationId: '018f6d2a-7c4b-7d3e-9f10-000000000000' }, whole, promised),
    ).toMatchObject({ position: 1 });
  });

  it('finds a wholly rebuilt log through a hash that is known from elsewhere', () => {
    const forged = rebuilt(7, (json) => json.replace('executive_review', 'draft'));
    const head = forged.at(-1)?.hash ?? '';
    expect(verifyChain(subject, forged, { size: SIZE, head })).toMatchObject({ intact: true });
    expect(verifyChain(subject, forged, { size: SIZE, head }, new Map([[20, at(20).hash]]))).toEqual({
      intact: false,
      position: 20,
      problem: 'anchor-differs',
    });
    expect(
      verifyChain(subject, [], { size: 0, head: chainStart(subject).toString('hex') }, new Map([[20, at(20).hash]])),
    ).toMatchObject({ problem: 'tail-missing' });
    expect(verify(whole, new Map([[20, at(20).hash]]))).toMatchObject({ intact: true });
  });

  it.each([
    ['text that is not NFC', { authMethod: 'e\u0301' }],
    ['U+0000', { authMethod: '\0' }],
    ['a lone surrogate', { authMethod: '\ud800' }],
    ['a sequence number that is none', { seq: '01' }],
  ])('refuses to write %s', (_name, change) => {
    expect(() => canonicalBytes(anEvent(1, change))).toThrow('event-value-malformed');
  });
});
