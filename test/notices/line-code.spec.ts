import { lineCodeIn, LINE_CODE_LETTERS, shownLineCode } from '../../src/core/notice/line-code.js';
import { lineCodeHash, newLineCode } from '../../src/notices/line-code.js';
import { isSignedByLine } from '../../src/notices/line-signature.js';

describe('a code for LINE', () => {
  it('has eight letters that nobody takes for one another, and is read back as it is shown', () => {
    const codes = Array.from({ length: 1_000 }, newLineCode);
    expect(new Set(codes).size).toBe(1_000);
    expect(new Set(codes.join(''))).toEqual(new Set(LINE_CODE_LETTERS));
    expect(LINE_CODE_LETTERS).not.toMatch(/[ILOU01]/);
    for (const code of codes) expect(lineCodeIn(shownLineCode(code))).toBe(code);
  });

  it.each([
    ['ABCD2345', 'ABCD2345'],
    ['abcd-2345', 'ABCD2345'],
    [' ABCD 2345\n', 'ABCD2345'],
    ['ＡＢＣＤ２３４５', 'ABCD2345'],
    ['ABCD234', 'ABCD234'],
    ['ABCD23456', 'ABCD23456'],
    ['0BCD2345', '0BCD2345'],
  ])('is read from %j, slips and all', (text, code) => expect(lineCodeIn(text)).toBe(code));

  it.each(['', 'ok', 'ABCD2', 'ABCD2345678', 'รหัส ABCD2345', 'กขคง๒๓๔๕', 'ABCD2345!', 'https://line.me'])(
    'is not read from %j',
    (text) => expect(lineCodeIn(text)).toBeNull(),
  );

  it('is kept under a key: without the secret of the channel the hash is another', () => {
    expect(lineCodeHash('ABCD2345', 'one')).toHaveLength(32);
    expect(lineCodeHash('ABCD2345', 'one')).toEqual(lineCodeHash('ABCD2345', 'one'));
    expect(lineCodeHash('ABCD2345', 'one')).not.toEqual(lineCodeHash('ABCD2345', 'two'));
    expect(lineCodeHash('ABCD2345', 'one')).not.toEqual(lineCodeHash('ABCD2346', 'one'));
  });
});

describe('a signature of LINE', () => {
  /** Made with: printf '%s' '{"destination":"x","events":[]}' | openssl dgst -sha256 -hmac 8c570fa6dd201bb328f1c1eac23a96d8 -binary | base64 */
  const BODY = Buffer.from('{"destination":"x","events":[]}');
  const SECRET = '8c570fa6dd201bb328f1c1eac23a96d8';
  const RIGHT = 'WbxUJnBdjv0tBWVgtrdInPadhNuexBziYFEo7M2t2mI=';

  it('is the one that openssl makes', () => expect(isSignedByLine(BODY, RIGHT, SECRET)).toBe(true));

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['its hexadecimal form', Buffer.from(RIGHT, 'base64').toString('hex')],
    ['its base64url form', Buffer.from(RIGHT, 'base64').toString('base64url')],
    ['a shorter one', RIGHT.slice(0, -1)],
    ['a longer one', `${RIGHT}=`],
    ['one with a changed letter', RIGHT.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))],
    ['letters outside ASCII', 'ก'.repeat(44)],
  ])('is not %s', (_what, given) => expect(isSignedByLine(BODY, given, SECRET)).toBe(false));

  it('is another for another body or secret', () => {
    expect(isSignedByLine(Buffer.from(`${BODY.toString()} `), RIGHT, SECRET)).toBe(false);
    expect(isSignedByLine(BODY, RIGHT, SECRET.replace('8', '9'))).toBe(false);
  });
});
