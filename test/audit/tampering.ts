import { eventLine, readEventLine, type BundleManifest } from '../../src/audit/bundle.js';
import { chainNext, chainStart, type ChainedEvent } from '../../src/audit/chain.js';
import { KEY_AT } from '../../src/bench/sample-log.js';
import { KEY_ACTION } from '../../src/audit/log-keys.js';
import { LogWalk, logStart, type Expectations, type LogBreak, type LogPlace } from '../../src/audit/log-walk.js';

/** A log of which a walk has been over already: what stands before a place need not be read again for every forgery. */
export class WalkedLog {
  private readonly places = new Map<number, LogPlace>();

  constructor(
    readonly events: readonly ChainedEvent[],
    readonly manifest: BundleManifest,
    readonly expected: Expectations,
    positions: readonly number[],
    from: LogPlace = logStart(manifest),
  ) {
    const walk = new LogWalk(manifest, expected, from);
    const needed = new Set(positions);
    for (const event of events.slice(from.size)) {
      if (needed.has(event.seq)) this.places.set(event.seq, walk.place);
      const broken = walk.accept(event);
      if (broken) throw new Error(`the honest log is broken: ${JSON.stringify(broken)}`);
    }
    if (walk.finish(manifest)) throw new Error('the honest log ends elsewhere');
  }

  /** What the verifier says of the log whose lines from `position` on are these. */
  judge(
    position: number,
    lines: Iterable<string>,
    manifest: BundleManifest = this.manifest,
  ): LogBreak | 'line-malformed' | null {
    const walk = new LogWalk(manifest, this.expected, this.places.get(position));
    for (const line of lines) {
      const event = readEventLine(line);
      if (!event) return 'line-malformed';
      const broken = walk.accept(event);
      if (broken) return broken;
    }
    return walk.finish(manifest);
  }

  /** The first place from `position` on where somebody signed what the log was. */
  signedFrom(position: number): number {
    const { checkpoints, known } = this.expected;
    return Math.min(...[...checkpoints.keys(), ...known.keys()].filter((size) => size >= position));
  }
}

export interface Forgery {
  readonly name: string;
  readonly lines: (log: WalkedLog, position: number) => Iterable<string>;
  /** Where it has to be found; the place itself when absent. */
  readonly foundAt?: (log: WalkedLog, position: number) => number;
  readonly problem?: string;
}

const textOf = (event: ChainedEvent): string => Buffer.from(event.bytes).toString('utf8');
const at = ({ events }: WalkedLog, position: number): ChainedEvent => events[position - 1] as ChainedEvent; // inside the log
const lastOf = ({ events }: WalkedLog): number => events.length;

function* honest({ events }: WalkedLog, from: number): Generator<string> {
  for (let place = from; place <= events.length; place += 1) yield eventLine(events[place - 1] as ChainedEvent); // inside the log
}

/** An owner of the database without the key: the hash of every event from there on is computed anew. */
function* rechained(log: WalkedLog, from: number, bytes: Iterable<Uint8Array>): Generator<string> {
  const { organizationId } = log.manifest;
  const before = log.events[from - 2];
  let head = before ? Buffer.from(before.hash, 'hex') : chainStart(log.manifest);
  let seq = from;
  for (const each of bytes) {
    head = chainNext(organizationId, seq, head, each);
    yield eventLine({ seq, bytes: each, hash: head.toString('hex') });
    seq += 1;
  }
}

function* bytesFrom({ events }: WalkedLog, from: number): Generator<Uint8Array> {
  for (let place = from; place <= events.length; place += 1) yield (events[place - 1] as ChainedEvent).bytes; // inside the log
}

function* then<Each>(first: Iterable<Each>, rest: Iterable<Each>): Generator<Each> {
  yield* first;
  yield* rest;
}

/** The event's bytes are others, its hash is left. */
const edited = (name: string, edit: (json: string) => string, problem = 'hash-differs'): Forgery => ({
  name,
  problem,
  lines: (log, n) =>
    then([eventLine({ ...at(log, n), bytes: Buffer.from(edit(textOf(at(log, n))), 'utf8') })], honest(log, n + 1)),
});

/** The event's line is another. */
const relined = (name: string, edit: (line: string) => string, problem = 'line-malformed'): Forgery => ({
  name,
  problem,
  lines: (log, n) => then([edit(eventLine(at(log, n)))], honest(log, n + 1)),
});

/** The event is another and the chain is made to fit. */
const rebuilt = (
  name: string,
  problem: string | undefined,
  edit: (json: string) => string | Uint8Array,
  foundAt?: Forgery['foundAt'],
): Forgery => ({
  name,
  ...(problem ? { problem } : {}),
  ...(foundAt ? { foundAt } : {}),
  lines: (log, n) => rechained(log, n, then([Buffer.from(edit(textOf(at(log, n))))], bytesFrom(log, n + 1))),
});

const signedAfter = (log: WalkedLog, n: number): number => log.signedFrom(n);
const beforeLast = (log: WalkedLog, n: number): number => Math.min(n, lastOf(log) - 1);
const renumbered = (event: ChainedEvent, seq: number): ChainedEvent => ({ ...event, seq });
const told = (event: ChainedEvent, seq: number): Uint8Array =>
  Buffer.from(textOf(event).replace(/"seq":"\d+"/, `"seq":"${seq}"`), 'utf8');
/** What then stands in the place of an event that was moved on; of the last event, one from before it. */
const movedUp = ({ events }: WalkedLog, n: number): ChainedEvent[] =>
  n === events.length ? events.slice(n - 500, n - 499) : events.slice(n, n + 500);
const AGE = '"authAgeSeconds":"42"';

/** Every way to forge a log of events that we could think of; more than forty. */
export const FORGERIES: readonly Forgery[] = [
  edited('an edited request', (json) => json.replace('"requestId":"018f', '"requestId":"118f')),
  edited('an edited person', (json) => json.replace('"actorPersonId":"', '"actorPersonId":"9')),
  edited('an edited time', (json) => json.replace(/T\d/, 'T9')),
  edited('an edited text hash', (json) => json.replace('"reasonHash":"', '"reasonHash":"a')),
  edited('an edited client address', (json) => json.replace('192.0.2.7', '192.0.2.8')),
  relined(
    'an edited hash',
    (line) => line.replace(/"hash":"(.)/, (_all, digit) => `"hash":"${digit === '0' ? '1' : '0'}`),
    'hash-differs',
  ),
  relined('a hash in capitals', (line) => line.replace(/"hash":"[0-9a-f]/, '"hash":"A')),
  relined('an emptied hash', (line) => line.replace(/"hash":"[^"]*"/, '"hash":""')),
  relined('a number in place of a text', (line) => line.replace(/"seq":"(\d+)"/, '"seq":$1')),
  relined('a further field', (line) => line.replace('{', '{"note":"",')),
  relined('loose base64', (line) => line.replace('"bytes":"', '"bytes":" ')),
  relined('an empty line', () => ''),
  relined('a line cut in half', (line) => line.slice(0, 99)),
  relined('a place with a leading zero', (line) => line.replace('"seq":"', '"seq":"0')),
  relined('another place', (line) => line.replace(/"seq":"\d+"/, '"seq":"7777777"'), 'position-differs'),
  { name: 'a deleted event', lines: (log, n) => honest(log, n + 1) },
  {
    name: 'a deleted event with the later ones renumbered',
    lines: function* (log, n) {
      for (const event of log.events.slice(n, n + 3)) yield eventLine(renumbered(event, event.seq - 1));
    },
  },
  { name: 'a deleted event and a rebuilt chain', lines: (log, n) => rechained(log, n, bytesFrom(log, n + 1)) },
  {
    name: 'a deleted event, its followers renumbered inside and rebuilt',
    foundAt: (log, n) => (n === lastOf(log) || n < KEY_AT ? n : log.signedFrom(n)),
    lines: (log, n) =>
      rechained(
        log,
        n,
        log.events.slice(n, n + 2_000).map((event) => told(event, event.seq - 1)),
      ),
  },
  { name: 'ten deleted events', lines: (log, n) => honest(log, n + 10) },
  {
    name: 'an inserted copy of an earlier event',
    lines: (log, n) => then([eventLine(renumbered(at(log, 1 + (n % 50)), n))], honest(log, n)),
    problem: 'seq-differs',
  },
  {
    name: 'an inserted event of its own',
    lines: (log, n) => then([eventLine({ ...at(log, n), hash: 'd'.repeat(64) })], honest(log, n)),
    problem: 'hash-differs',
  },
  {
    name: 'an inserted event and a rebuilt chain, renumbered inside',
    foundAt: (log, n) => (n <= KEY_AT ? KEY_AT : log.signedFrom(n)),
    lines: (log, n) => {
      const extra = told(
        { ...at(log, n), bytes: Buffer.from(textOf(at(log, n)).replace('192.0.2.7', '192.0.2.9')) },
        n,
      );
      const rest = log.events.slice(n - 1, n + 2_000).map((event) => told(event, event.seq + 1));
      return rechained(log, n, then([extra], rest));
    },
  },
  {
    name: 'a duplicated event',
    lines: (log, n) => then([eventLine(at(log, n)), eventLine(at(log, n))], honest(log, n + 1)),
    foundAt: (_log, n) => n + 1,
    problem: 'position-differs',
  },
  {
    name: 'two events swapped',
    lines: (log, n) => {
      const first = beforeLast(log, n);
      const swapped = [eventLine(at(log, first + 1)), eventLine(at(log, first))];
      return then(n > first ? swapped.slice(1) : swapped, honest(log, first + 2));
    },
    foundAt: (_log, n) => n,
  },
  {
    name: 'two events swapped and rebuilt, renumbered inside',
    foundAt: (log, n) => (n < KEY_AT ? n : log.signedFrom(n)),
    lines: (log, n) => {
      const other = n === lastOf(log) ? 3 : n + 1;
      return rechained(log, n, then([told(at(log, other), n), told(at(log, n), n + 1)], bytesFrom(log, n + 2)));
    },
  },
  {
    name: 'an event moved five hundred places on',
    lines: (log, n) => then(movedUp(log, n).map(eventLine), then([eventLine(at(log, n))], honest(log, n + 501))),
  },
  { name: 'a tail that was cut', lines: () => [], problem: 'tail-missing' },
  {
    name: 'an event of another organization',
    lines: (log, n) =>
      rechained(
        log,
        n,
        then([Buffer.from(textOf(at(log, n)).replace('2b3c4d5e6f70', 'ffffffffffff'))], bytesFrom(log, n + 1)),
      ),
    problem: 'organization-differs',
  },
  rebuilt('an edit in a rebuilt chain', undefined, (json) => json.replace('192.0.2.7', '192.0.2.8'), signedAfter),
  rebuilt('another time in a rebuilt chain', undefined, (json) => json.replace(/T\d/, 'T9'), signedAfter),
  rebuilt(
    'another person in a rebuilt chain',
    undefined,
    (json) => json.replace('"actorPersonId":"', '"actorPersonId":"9'),
    signedAfter,
  ),
  rebuilt('another sequence number', 'seq-differs', (json) => json.replace(/"seq":"\d+"/, '"seq":"7777777"')),
  rebuilt('a key that nobody announced', 'log-key-not-announced', (json) =>
    json
      .replace(/"action":"[^"]*"/, `"action":"${KEY_ACTION}"`)
      .replace(/"contentHashAfter":"[^"]*"/, `"contentHashAfter":"${'e'.repeat(64)}"`),
  ),
  rebuilt('a number', 'event-value-not-text', (json) => json.replace(AGE, '"authAgeSeconds":42')),
  rebuilt('a float', 'event-value-not-text', (json) => json.replace(AGE, '"authAgeSeconds":42.0')),
  rebuilt('null', 'event-value-not-text', (json) => json.replace(AGE, '"authAgeSeconds":null')),
  rebuilt('true', 'event-value-not-text', (json) => json.replace(AGE, '"authAgeSeconds":true')),
  rebuilt('a nested object', 'event-value-not-text', (json) => json.replace(AGE, '"authAgeSeconds":{}')),
  rebuilt('an age that is no number', 'event-value-malformed', (json) => json.replace(AGE, '"authAgeSeconds":"4.2"')),
  rebuilt('a duplicate key', 'event-not-canonical', (json) => json.replace('{', '{"action":"x",')),
  rebuilt('a duplicate key at the end', undefined, (json) => json.replace(/}$/, ',"toState":"draft"}')),
  rebuilt('reordered keys', 'event-not-canonical', (json) =>
    json.replace(/^{("action":"[^"]*"),("actorPersonId":"[^"]*")/, '{$2,$1'),
  ),
  rebuilt('an unknown key', 'event-keys-differ', (json) => json.replace(/}$/, ',"zone":""}')),
  rebuilt('a key named __proto__', 'event-keys-differ', (json) => json.replace(/}$/, ',"__proto__":""}')),
  rebuilt('a missing key', 'event-keys-differ', (json) => json.replace(`${AGE},`, '')),
  rebuilt('a blank between tokens', 'event-not-canonical', (json) => json.replace(':', ': ')),
  rebuilt('a line end after the object', 'event-not-canonical', (json) => `${json}\n`),
  rebuilt('a byte order mark', 'event-not-json', (json) => `\uFEFF${json}`),
  rebuilt('a needless escape', 'event-not-canonical', (json) => json.replace('password', '\\u0070assword')),
  rebuilt('an escape for U+0000', 'event-value-malformed', (json) => json.replace('password', '\\u0000')),
  rebuilt('a lone surrogate', 'event-value-malformed', (json) => json.replace('password', '\\ud800')),
  rebuilt('text that is not NFC', 'event-value-malformed', (json) => json.replace('password', 'e\u0301')),
  rebuilt('bytes that are not UTF-8', 'event-not-json', () => Buffer.from([0x7b, 0xff, 0x7d])),
  rebuilt('an unknown schema', 'event-schema-unknown', (json) =>
    json.replace('prongsai-event.v1', 'prongsai-event.v9'),
  ),
  rebuilt('another hash algorithm in the schema', 'event-schema-unknown', (json) =>
    json.replace('prongsai-event.v1', 'prongsai-event.v1+sha512'),
  ),
  rebuilt('a time of another form', 'event-value-malformed', (json) => json.replace('000Z"', 'Z"')),
  rebuilt('an array', 'event-not-json', (json) => `[${json}]`),
  rebuilt('no bytes at all', 'event-not-json', () => ''),
];
