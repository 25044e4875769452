import { randomUUID } from 'node:crypto';
import type { MessageText } from '../../src/core/thai/notice-texts.js';
import { EmailSender } from '../../src/notices/email-sender.js';
import { LineSender } from '../../src/notices/line-sender.js';
import { decodedHeader, LoopbackMail } from './loopback-mail.js';
import { LoopbackLine } from './loopback-line.js';

const TEXT: MessageText = {
  subject: 'โปร่งใส: มาตรการรอท่านพิจารณา',
  body: 'มาตรการรอท่านพิจารณา\nhttp://example.go.th/measures/1',
};
const FROM = 'โปร่งใส <notices@example.go.th>';
const SIGNAL = new AbortController().signal;

describe('e-mail', () => {
  let mail: LoopbackMail;
  beforeEach(async () => (mail = await LoopbackMail.open(['gone@example.go.th'])));
  afterEach(() => mail.close());
  const send = (address = 'reader@example.go.th', id: string = randomUUID()) =>
    new EmailSender({ smtpUrl: mail.url, from: FROM }).send(id, address, TEXT, SIGNAL);

  it('arrives with its Thai subject and text, once, and says that a machine wrote it', async () => {
    const id = randomUUID();
    expect(await send('reader@example.go.th', id)).toEqual({ outcome: 'sent' });
    expect(mail.received).toHaveLength(1);
    const [{ to, headers, body } = { to: [], headers: new Map<string, string>(), body: '' }] = mail.received;
    expect(to).toEqual(['reader@example.go.th']);
    expect(decodedHeader(headers.get('subject') ?? '')).toBe(TEXT.subject);
    expect(decodedHeader(headers.get('from') ?? '')).toContain('โปร่งใส');
    expect(headers.get('message-id')).toBe(`<${id}@example.go.th>`);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(body.replace(/\r\n/g, '\n').trim()).toBe(TEXT.body);
  });

  it.each([
    ['a reader the server does not know', 'gone@example.go.th', null, { outcome: 'refused' }],
    ['a text the server refuses', 'reader@example.go.th', 554, { outcome: 'refused' }],
    ['a server that asks to come again', 'reader@example.go.th', 451, { outcome: 'later', mayHaveArrived: false }],
    ['an answer that is lost', 'reader@example.go.th', 'lost', { outcome: 'later', mayHaveArrived: true }],
  ] as const)('tells %s apart', async (_what, address, accident, expected) => {
    if (accident !== null) mail.accidents.push(accident);
    expect(await send(address)).toMatchObject(expected);
  });

  it('knows that nothing arrived where nobody listens', async () => {
    const url = mail.url;
    await mail.close();
    const outcome = await new EmailSender({ smtpUrl: url, from: FROM }).send(
      randomUUID(),
      'reader@example.go.th',
      TEXT,
      SIGNAL,
    );
    mail = await LoopbackMail.open();
    expect(outcome).toMatchObject({ outcome: 'later', mayHaveArrived: false });
  });
});

describe('LINE', () => {
  let line: LoopbackLine;
  beforeEach(async () => (line = await LoopbackLine.open()));
  afterEach(() => line.close());
  const READER = `U${'0123456789abcdef'.repeat(2)}`;
  const send = (id: string = randomUUID(), { to = READER, token = 'channel-token' } = {}) =>
    new LineSender(token, line.base).send(id, to, TEXT, SIGNAL);

  it('pushes one text with a retry key', async () => {
    const id = randomUUID();
    expect(await send(id)).toEqual({ outcome: 'sent' });
    expect(line.delivered.map(({ headers, body }) => [headers['x-line-retry-key'], body])).toEqual([
      [id, { to: READER, messages: [{ type: 'text', text: TEXT.body }] }],
    ]);
  });

  it('reads "already accepted" as sent, so that a lost answer never doubles a message', async () => {
    const id = randomUUID();
    line.accidents.push('lost');
    expect(await send(id)).toMatchObject({ outcome: 'later' });
    expect(await send(id)).toEqual({ outcome: 'sent' });
    expect([line.requests.length, line.delivered.length]).toEqual([2, 1]);
  });

  it.each([
    [500, 'later'],
    [503, 'later'],
    [429, 'later'],
    [400, 'refused'],
    [404, 'refused'],
  ])('sorts the answer %i as %s', async (status, outcome) => {
    line.accidents.push(status);
    expect(await send()).toMatchObject({ outcome, problem: `line ${status}` });
  });

  it('knows a refused text from a reader who is gone', async () => {
    line.accidents.push(400);
    expect(await send()).toEqual({ outcome: 'refused', problem: 'line 400', isGone: false });
    line.gone.add(READER);
    expect(await send()).toEqual({ outcome: 'refused', problem: 'line 400', isGone: true });
  });

  it('waits for the operator when the token is wrong', async () => {
    expect(await send(randomUUID(), { token: 'stale' })).toMatchObject({ outcome: 'later', problem: 'line 401' });
  });
});
