import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventLine, manifestLine } from '../../src/audit/bundle.js';
import { canonicalBytes } from '../../src/audit/canonical-event.js';
import { chainStart } from '../../src/audit/chain.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { verifyBundleCommand } from '../../src/cli/verify-bundle.js';
import { aChain, anEvent, chainedBytes, subject } from './event-builder.js';

const SIZE = 30;
const events = aChain(SIZE);
const head = events.at(-1)?.hash ?? '';
const manifest = manifestLine({ ...subject, size: SIZE, head });
const whole = [manifest, ...events.map(eventLine)];
const hasPython = spawnSync('python3', ['--version']).error === undefined;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'bundle-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: string | Buffer): string {
  const path = join(folder, 'bundle.ndjson');
  writeFileSync(path, content);
  return path;
}
const bundle = (lines: readonly string[]): string => written(`${lines.join('\n')}\n`);
const changed = (line: number, change: (text: string) => string): string[] =>
  whole.map((text, index) => (index === line ? change(text) : text));
const withEvent = (position: number, canonical: (json: string) => string): string[] => {
  const bytes = events.map((event) =>
    event.seq === position ? Buffer.from(canonical(Buffer.from(event.bytes).toString())) : event.bytes,
  );
  return [manifest, ...chainedBytes(bytes).map(eventLine)];
};

/** Base64 of the same event with another state, under the old hash. */
function editedLine(line: string): string {
  const { seq, bytes, hash } = JSON.parse(line) as { seq: string; bytes: string; hash: string }; // as eventLine writes it
  const edited = Buffer.from(bytes, 'base64').toString().replace('approved', 'rejected');
  return eventLine({ seq: Number(seq), bytes: Buffer.from(edited), hash });
}

describe('an audit bundle', () => {
  it('is whole as it was exported, with and without its last line end', async () => {
    expect(await verifyBundle(bundle(whole))).toMatchObject({ usable: true, intact: true, size: SIZE, head });
    expect(await verifyBundle(written(whole.join('\n')))).toMatchObject({ usable: true, intact: true });
  });

  it('is whole when the log is still empty', async () => {
    const empty = manifestLine({ ...subject, size: 0, head: chainStart(subject).toString('hex') });
    expect(await verifyBundle(bundle([empty]))).toMatchObject({ intact: true, size: 0 });
  });

  it('compares with a hash known from elsewhere', async () => {
    expect(await verifyBundle(bundle(whole), new Map([[12, events[11]?.hash ?? '']]))).toMatchObject({ intact: true });
    expect(await verifyBundle(bundle(whole), new Map([[12, 'e'.repeat(64)]]))).toMatchObject({
      intact: false,
      position: 12,
      problem: 'anchor-differs',
    });
    expect(await verifyBundle(bundle(whole), new Map([[SIZE + 1, head]]))).toMatchObject({
      intact: false,
      problem: 'tail-missing',
    });
  });

  const BROKEN: readonly {
    readonly name: string;
    readonly lines: () => string[];
    readonly position: number;
    readonly problem: string;
  }[] = [
    {
      name: 'an edited event',
      lines: () => changed(9, (line) => editedLine(line)),
      position: 9,
      problem: 'hash-differs',
    },
    {
      name: 'a deleted line',
      lines: () => whole.filter((_, index) => index !== 9),
      position: 9,
      problem: 'position-differs',
    },
    {
      name: 'a line twice',
      lines: () => [...whole.slice(0, 10), ...whole.slice(9)],
      position: 10,
      problem: 'position-differs',
    },
    {
      name: 'two lines swapped',
      lines: () => [...whole.slice(0, 9), whole[10] ?? '', whole[9] ?? '', ...whole.slice(11)],
      position: 9,
      problem: 'position-differs',
    },
    { name: 'a cut tail', lines: () => whole.slice(0, 20), position: 20, problem: 'tail-missing' },
    {
      name: 'a line cut in half',
      lines: () => [...whole.slice(0, 20), (whole[20] ?? '').slice(0, 99)],
      position: 20,
      problem: 'line-malformed',
    },
    {
      name: 'an added event',
      lines: () => [manifest, ...aChain(SIZE + 1).map(eventLine)],
      position: SIZE + 1,
      problem: 'tail-added',
    },
    {
      name: 'an empty line in between',
      lines: () => [...whole.slice(0, 5), '', ...whole.slice(5)],
      position: 5,
      problem: 'line-malformed',
    },
    {
      name: 'a number in place of text',
      lines: () => changed(9, (line) => line.replace('"9"', '9')),
      position: 9,
      problem: 'line-malformed',
    },
    {
      name: 'loose base64',
      lines: () => changed(9, (line) => line.replace('"bytes":"', '"bytes":" ')),
      position: 9,
      problem: 'line-malformed',
    },
    {
      name: 'a further field',
      lines: () => changed(9, (line) => line.replace('{', '{"note":"",')),
      position: 9,
      problem: 'line-malformed',
    },
    {
      name: 'an edit with every later hash rebuilt',
      lines: () => withEvent(9, (json) => json.replace('approved', 'rejected')),
      position: SIZE,
      problem: 'head-differs',
    },
    {
      name: 'a duplicate key inside an event, rebuilt',
      lines: () => withEvent(9, (json) => json.replace('{', '{"action":"x",')),
      position: 9,
      problem: 'event-not-canonical',
    },
    {
      name: 'a float inside an event, rebuilt',
      lines: () => withEvent(9, (json) => json.replace('"42"', '42.0')),
      position: 9,
      problem: 'event-value-not-text',
    },
    {
      name: 'another opening time',
      lines: () => changed(0, (line) => line.replace('15:00:00', '15:00:01')),
      position: 1,
      problem: 'hash-differs',
    },
    {
      name: 'another organization',
      lines: () => changed(0, (line) => line.replace('018f6d2a', '018f6d2b')),
      position: 1,
      problem: 'organization-differs',
    },
    {
      name: 'another final hash',
      lines: () => changed(0, (line) => line.replace(/"head":"./, '"head":"e')),
      position: SIZE,
      problem: 'head-differs',
    },
  ];

  it.each(BROKEN)('is broken by $name, and the place is named', async ({ lines, position, problem }) => {
    expect(lines()).not.toEqual(whole);
    expect(await verifyBundle(bundle(lines()))).toMatchObject({ usable: true, intact: false, position, problem });
  });

  (hasPython ? it : it.skip)('is judged alike by a verifier in another language', () => {
    const judge = (lines: readonly string[]): string =>
      spawnSync('python3', ['test/audit/independent_verifier.py', bundle(lines)], { encoding: 'utf8' }).stdout.trim();
    expect(judge(whole)).toBe(`whole ${SIZE}`);
    const comparable = BROKEN.filter(({ name }) => !['a further field', 'loose base64'].includes(name)); // its line format is looser
    expect(comparable.map(({ lines }) => judge(lines()))).toEqual(
      comparable.map(({ position }) => `broken ${position}`),
    );
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a file that is no bundle', Buffer.from('{"format":"something-else"}\n')],
    ['a manifest with a number', Buffer.from(`${manifest.replace(`"${SIZE}"`, String(SIZE))}\n`)],
    ['a manifest with a key twice', Buffer.from(`${manifest.replace('{', '{"size":"1",')}\n`)],
    ['two megabytes without a line end', Buffer.alloc(2_000_000, 'a')],
    ['noise', Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * 7_919) % 256))],
  ])('such as %s is unusable', async (_name, content) => {
    expect(await verifyBundle(written(content))).toEqual({ usable: false, problem: 'manifest-malformed' });
  });

  it('that is not there is unusable', async () => {
    expect(await verifyBundle(join(folder, 'absent'))).toEqual({ usable: false, problem: 'bundle-unreadable' });
    expect(await verifyBundle(folder)).toEqual({ usable: false, problem: 'bundle-unreadable' });
  });
});

describe('prongsai audit verify <bundle>', () => {
  const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
    const said: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
    );
    try {
      return { code: await verifyBundleCommand(args), said: said.join('') };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };

  it('exits 0, 1 or 3 and names the first bad place in Thai and English', async () => {
    expect(await run(bundle(whole))).toMatchObject({
      code: 0,
      said: expect.stringContaining('บันทึกครบถ้วน 30 รายการ · The log is whole: 30 events') as unknown,
    });
    const cut = await run(bundle(whole.slice(0, 20)));
    expect(cut).toMatchObject({
      code: 1,
      said: expect.stringMatching(/รายการที่ 20 · .* broken at event 20[^]*รายการท้ายบันทึกหายไป/) as unknown,
    });
    expect(await run(join(folder, 'absent'))).toMatchObject({ code: 3 });
    expect(await run()).toMatchObject({ code: 3, said: expect.stringContaining('prongsai audit verify') as unknown });
    expect(await run(bundle(whole), '--known', 'nonsense')).toMatchObject({ code: 3 });
  });

  it('compares with --known and answers as JSON', async () => {
    expect(await run(bundle(whole), '--known', `${SIZE}:${head}`)).toMatchObject({ code: 0 });
    const { code, said } = await run(bundle(whole), '--json', '--known', `3:${'0'.repeat(64)}`);
    expect(code).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ usable: true, intact: false, position: 3, problem: 'anchor-differs' });
  });
});

it('writes only events that it would accept', () => {
  expect(() => canonicalBytes(anEvent(1, { at: '2026-11-20' }))).toThrow('event-value-malformed');
});
