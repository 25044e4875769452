import { generateKeyPairSync } from 'node:crypto';
import { checkpointText, originOf, readCheckpoint } from '../../src/audit/checkpoint.js';
import { noteKeyOf, openNote, readVerifierKey, signNote, verifierKey } from '../../src/audit/signed-note.js';

const newKey = (): ReturnType<typeof generateKeyPairSync>['privateKey'] => generateKeyPairSync('ed25519').privateKey;
const NAME = originOf('018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70');
const secret = newKey();
const key = noteKeyOf(NAME, secret);
const TEXT = `${NAME}\n7\n${Buffer.alloc(32, 1).toString('base64')}\n`;

describe('a signed note', () => {
  it('opens with its key, alone or among others, and the same text has the same note', () => {
    const note = signNote(TEXT, NAME, secret);
    const others = [noteKeyOf('other', newKey()), noteKeyOf(NAME, newKey())];
    expect(openNote(note, [...others, key])).toEqual({ text: TEXT, key });
    expect(signNote(TEXT, NAME, secret)).toBe(note);
    expect(openNote(note, others)).toBeNull();
    expect(openNote(note, [])).toBeNull();
  });

  it('has keys that are read as they were written, and no others', () => {
    const text = verifierKey(key);
    expect(readVerifierKey(text)).toEqual(key);
    for (const other of [
      text.replace('+', '+0'),
      text.slice(0, -4),
      text.replace('prongsai', 'other'),
      'nonsense',
      '',
    ]) {
      expect(readVerifierKey(other)).toBeNull();
    }
  });

  it.each([
    ['another text', (note: string) => note.replace('\n7\n', '\n8\n')],
    [
      'another signature',
      (note: string) =>
        note.replace(/(.{9})\n$/, (_all, end: string) => `${end.startsWith('A') ? 'B' : 'A'}${end.slice(1)}\n`),
    ],
    ['no signature', (note: string) => note.slice(0, note.indexOf('—'))],
    ['no line end', (note: string) => note.trimEnd()],
    ['a carriage return', (note: string) => note.replace('\n', '\r\n')],
    ['a tab', (note: string) => note.replace('/', '/\t')],
    ['a signature of half the length', (note: string) => note.replace(/ \S{40}(\S+)\n$/, ' $1\n')],
    ['a hyphen in place of the dash', (note: string) => note.replace('—', '-')],
    [
      'another signature of the same key before it',
      (note: string) =>
        note.replace(
          '\n\n',
          `\n\n— ${NAME} ${Buffer.concat([Buffer.from(signatureHash(note)), Buffer.alloc(64)]).toString('base64')}\n`,
        ),
    ],
  ])('does not open with %s', (_name, change) => {
    const note = signNote(TEXT, NAME, secret);
    expect(change(note)).not.toBe(note);
    expect(openNote(change(note), [key])).toBeNull();
  });

  const signatureHash = (note: string): Uint8Array =>
    Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64').subarray(0, 4);
});

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    const checkpoint = { origin: NAME, size: 12, root: Buffer.alloc(32, 9) };
    expect(readCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
  });

  it.each([
    ['a leading zero', TEXT.replace('\n7\n', '\n07\n')],
    ['a negative size', TEXT.replace('\n7\n', '\n-7\n')],
    ['a further line', `${TEXT}extension\n`],
    ['a control character in the origin', TEXT.replace('/', '/\u0007')],
    ['a blank in the origin', TEXT.replace('/', ' ')],
    ['a short root', TEXT.replace('AQEBAQ', '')],
    ['nothing', ''],
  ])('is refused with %s', (_name, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});
