import { markRead } from '../../src/notices/mark-read.js';
import { noticesOf, readerAt } from '../../src/notices/notices.queries.js';
import { saveWishes, wishesOf } from '../../src/notices/preferences.js';
import { decodedHeader } from './loopback-mail.js';
import { ITEM, NoticeBench } from './notice-bench.js';

/** A Thursday, ten in the morning in Thailand. */
const MORNING = '2025-01-09T03:00:00Z';
/** When what was told in the morning goes out. */
const SOON = '2025-01-09T03:05:00Z';
const OTHER = { kind: 'report', id: '0190c0de-0000-7000-8000-000000000002' } as const;

let bench: NoticeBench;
beforeAll(async () => (bench = await NoticeBench.open(['gone@example.go.th'])));
beforeEach(() => bench.forget());
afterAll(() => bench.close());

const unread = (userName: string) =>
  bench.agency.unitOfWork.inTenant(bench.agency.organizationId, (tx) =>
    noticesOf(tx, bench.agency.organizationId, bench.agency.personId(userName), { onlyUnread: true }),
  );
const bodies = (): string[] => bench.mail.received.map(({ body }) => body);

describe('a notice', () => {
  it('stands in the house and goes out by mail and LINE, without the title or any name', async () => {
    await bench.reachable('chief');
    await bench.tell('chief', 'waiting', MORNING);
    expect(await bench.send(SOON)).toBe(2);
    expect(await unread('chief')).toMatchObject([{ kind: 'waiting', itemId: ITEM.id, isRead: false }]);
    expect(bench.mail.received.map(({ to }) => to)).toEqual([['chief@example.go.th']]);
    expect(bodies()[0]).toContain(`https://prongsai.example.go.th/measures/${ITEM.id}`);
    expect(bench.line.delivered).toHaveLength(1);
    expect(await bench.send(SOON)).toBe(0);
  });

  it('is not doubled within the hour for the same item and kind, and is unread again', async () => {
    await bench.reachable('chief');
    expect(await bench.tell('chief', 'waiting', MORNING)).toBe(1);
    await bench.agency.as('chief', (tx, { personId }) =>
      markRead(tx, { organizationId: bench.agency.organizationId, personId, noticeIds: 'all' }),
    );
    expect(await unread('chief')).toEqual([]);
    expect(await bench.tell('chief', 'waiting', '2025-01-09T03:59:59Z')).toBe(0);
    expect(await unread('chief')).toHaveLength(1);
    expect(await bench.tell('chief', 'reminder', '2025-01-09T03:30:00Z')).toBe(1);
    expect(await bench.tell('chief', 'waiting', '2025-01-09T03:30:00Z', OTHER)).toBe(1);
    expect(await bench.tell('chief', 'waiting', '2025-01-09T04:00:00Z')).toBe(1);
  });

  it('is told once when two transactions tell it at the same moment', async () => {
    const told = await Promise.all(Array.from({ length: 8 }, () => bench.tell('chief', 'waiting', MORNING)));
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await unread('chief')).toHaveLength(1);
  });

  it('reaches nobody whose account is closed', async () => {
    await bench.agency.database.look(`update person set closed_at = now() where user_name = 'chief'`);
    expect(await bench.tell('chief', 'waiting', MORNING)).toBe(0);
    await bench.agency.database.look('update person set closed_at = null');
  });

  it('is marked read by its reader only', async () => {
    await bench.tell('chief', 'waiting', MORNING);
    const [{ id } = { id: '' }] = await unread('chief');
    const { organizationId } = bench.agency;
    const asExecutive = await bench.agency.as('executive', (tx, { personId }) =>
      markRead(tx, { organizationId, personId, noticeIds: [id] }),
    );
    expect(asExecutive).toBe(0);
    const reader = await bench.agency.as('chief', (tx, { personId }) => readerAt(tx, organizationId, personId));
    expect([reader?.person.userName, reader?.unread]).toEqual(['chief', 1]);
  });
});

describe('wishes', () => {
  it('are the usual ones until somebody chooses', async () => {
    const { organizationId } = bench.agency;
    const wishes = await bench.agency.as('chief', (tx, { personId }) => wishesOf(tx, organizationId, personId));
    expect(wishes.contact).toEqual({ email: null, lineUserId: null });
    expect(wishes.kinds.waiting).toEqual({ inApp: true, email: 'at-once', line: 'at-once' });
    expect(Object.keys(wishes.kinds)).not.toContain('delivery-problem');
  });

  it('are kept for each kind and channel', async () => {
    await bench.reachable('chief', { waiting: { inApp: false, email: 'off', line: 'digest' } });
    await bench.tell('chief', 'waiting', MORNING);
    expect(await unread('chief')).toEqual([]);
    expect(await bench.messages()).toMatchObject([{ channel: 'line', at: '2025-01-10 01:30' }]);
  });

  it.each([
    ['a second reader', 'a@example.go.th, b@example.go.th'],
    ['a header line', 'a@example.go.th\nBcc: b@example.go.th'],
    ['a display name', 'ก <a@example.go.th>'],
    ['no host', 'a@'],
  ])('refuse an address with %s', async (_what, email) => {
    await expect(bench.reachable('chief', {}, email)).rejects.toMatchObject({
      code: 'input.invalid',
      details: { field: 'email' },
    });
  });
});

describe('the hours', () => {
  it('gather what happens within five minutes: forty decisions are one mail', async () => {
    await bench.reachable('chief');
    for (let count = 10; count < 50; count += 1) {
      const id = `0190c0de-0000-7000-8000-0000000001${count}`;
      await bench.tell('chief', 'waiting', `2025-01-09T03:0${count % 5}:00Z`, { kind: 'measure', id });
    }
    expect(await bench.send('2025-01-09T03:04:59Z')).toBe(0);
    expect(await bench.send(SOON)).toBe(2);
    expect([bench.mail.received.length, bench.line.delivered.length]).toEqual([1, 1]);
    expect(decodedHeader(bench.mail.received[0]?.headers.get('subject') ?? '')).toContain('40');
  });

  it('are each person’s own: quiet at noon instead of at night', async () => {
    const { organizationId, unitOfWork } = bench.agency;
    await bench.reachable('chief', { waiting: { inApp: true, email: 'at-once', line: 'off' } });
    const wishes = { email: 'chief@example.go.th', kinds: {}, quiet: { from: 12 * 60, until: 13 * 60 } };
    const personId = bench.agency.personId('chief');
    await unitOfWork.inTenant(organizationId, (tx) => saveWishes(tx, { organizationId, personId, wishes }));
    await bench.tell('chief', 'waiting', '2025-01-09T05:30:00Z');
    await bench.tell('chief', 'waiting', '2025-01-09T15:00:00Z', OTHER);
    expect(await bench.messages()).toMatchObject([{ at: '2025-01-09 06:00' }, { at: '2025-01-09 15:05' }]);
    const unlike = { ...wishes, quiet: { from: 1440, until: 0 } };
    await expect(
      unitOfWork.inTenant(organizationId, (tx) => saveWishes(tx, { organizationId, personId, wishes: unlike })),
    ).rejects.toMatchObject({ code: 'input.invalid', details: { field: 'quietFrom' } });
  });

  it('hold what comes at night until seven, in one message with one line for each item and kind', async () => {
    await bench.reachable('chief');
    await bench.tell('chief', 'waiting', '2025-01-08T13:30:00Z');
    await bench.tell('chief', 'waiting', '2025-01-08T15:00:00Z');
    await bench.tell('chief', 'returned', '2025-01-08T16:00:00Z', OTHER);
    expect(await bench.send('2025-01-08T23:59:00Z')).toBe(0);
    await bench.send('2025-01-09T00:00:00Z');
    expect(bench.mail.received).toHaveLength(1);
    expect(bodies()[0]?.match(/is waiting for you/g)).toHaveLength(1);
    expect(bodies()[0]).toContain('was returned for correction');
  });

  it('gather a digest until half past eight of the next working day', async () => {
    await bench.reachable('officer');
    await bench.tell('officer', 'published', '2025-01-10T04:00:00Z');
    await bench.tell('officer', 'decided', '2025-01-11T04:00:00Z', OTHER);
    expect(await bench.send('2025-01-13T01:29:59Z')).toBe(0);
    expect(await bench.send('2025-01-13T01:30:00Z')).toBe(1);
    expect(bodies()[0]).toContain('has been published');
    expect(bodies()[0]).toContain('has been decided');
  });

  it('put what comes after the digest has left into the next one', async () => {
    await bench.reachable('officer');
    await bench.tell('officer', 'published', '2025-01-09T01:00:00Z');
    await bench.send('2025-01-09T01:30:00Z');
    // a transaction that began before half past eight and ends after the postman was there
    await bench.tell('officer', 'published', '2025-01-09T01:29:59Z', OTHER);
    await bench.send('2025-01-09T01:31:00Z');
    expect(bodies()).toHaveLength(2);
    expect(bodies()[1]).toContain(OTHER.id);
  });
});

describe('the postman', () => {
  it('leaves out what was read meanwhile', async () => {
    await bench.reachable('chief');
    await bench.tell('chief', 'waiting', '2025-01-08T14:00:00Z');
    const { organizationId } = bench.agency;
    await bench.agency.as('chief', (tx, { personId }) => markRead(tx, { organizationId, personId, noticeIds: 'all' }));
    await bench.send(SOON);
    expect(bench.mail.received).toEqual([]);
    expect(await bench.messages()).toMatchObject([{ state: 'dropped' }, { state: 'dropped' }]);
  });

  it('tries again later what a server puts off, and delivers it once', async () => {
    await bench.reachable('chief');
    bench.mail.accidents.push(451);
    bench.line.accidents.push(500);
    await bench.tell('chief', 'waiting', MORNING);
    await bench.send(SOON);
    expect(await bench.messages()).toMatchObject([
      { channel: 'email', state: 'open', failures: 1, problem: 'smtp EMESSAGE DATA 451' },
      { channel: 'line', state: 'open', failures: 1, problem: 'line 500' },
    ]);
    expect(await bench.send('2025-01-09T03:05:59Z')).toBe(0);
    await bench.send('2025-01-09T03:30:00Z');
    expect([bench.mail.received.length, bench.line.delivered.length]).toEqual([1, 1]);
    expect(await bench.messages()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('sends no mail twice within the hour when the answer was lost', async () => {
    await bench.reachable('chief');
    bench.mail.accidents.push('lost');
    await bench.tell('chief', 'waiting', MORNING);
    await bench.send(SOON);
    await bench.send('2025-01-09T03:59:00Z');
    expect(bench.mail.received).toHaveLength(1);
    await bench.send('2025-01-09T04:05:01Z');
    expect(new Set(bench.mail.received.map(({ headers }) => headers.get('message-id'))).size).toBe(1);
  });

  it('takes up what a dead worker had claimed: a push at once, a mail after the hour', async () => {
    await bench.reachable('chief');
    await bench.tell('chief', 'waiting', MORNING);
    // two workers died right after they had claimed
    await bench.agency.database.look(
      `update notice_message set epoch = 1, first_tried_at = $1,
         lease_until = $1::timestamptz + case channel when 'email' then interval '1 hour' else interval '1 minute' end`,
      [MORNING],
    );
    await bench.send('2025-01-09T03:06:00Z');
    expect([bench.mail.received.length, bench.line.delivered.length]).toEqual([0, 1]);
    await bench.send('2025-01-09T04:00:00Z');
    expect([bench.mail.received.length, bench.line.delivered.length]).toEqual([1, 1]);
  });

  it('sends each message once when two of them go round at the same time', async () => {
    for (const name of ['chief', 'executive', 'head-finance', 'head-works', 'officer']) {
      await bench.reachable(name);
      await bench.tell(name, 'waiting', MORNING);
    }
    const tried = await Promise.all([bench.send(SOON), bench.send(SOON), bench.send(SOON)]);
    expect(tried.reduce((sum, one) => sum + one, 0)).toBe(10);
    expect([bench.mail.received.length, bench.line.requests.length]).toEqual([5, 5]);
  });

  it('gives up on an address that does not exist, and tells the reader and the administrators in the house', async () => {
    await bench.reachable('chief', { waiting: { inApp: true, email: 'at-once', line: 'off' } }, 'gone@example.go.th');
    await bench.tell('chief', 'waiting', MORNING);
    await bench.send(SOON);
    expect(await bench.messages()).toMatchObject([{ state: 'failed', problem: 'smtp EENVELOPE RCPT TO 550' }]);
    expect((await unread('chief')).map(({ kind }) => kind)).toContain('delivery-problem');
    expect((await unread('admin')).map(({ kind }) => kind)).toEqual(['delivery-problem']);
  });

  it('gives up after a day of trying', async () => {
    await bench.reachable('chief', { waiting: { inApp: true, email: 'off', line: 'at-once' } });
    await bench.tell('chief', 'waiting', MORNING);
    bench.line.accidents.push(500, 500);
    await bench.send(SOON);
    await bench.send('2025-01-10T02:30:00Z');
    expect(await bench.messages()).toMatchObject([{ state: 'failed', failures: 1 }]);
  });

  it('drops what nobody may be reached with any more', async () => {
    await bench.reachable('chief');
    await bench.tell('chief', 'waiting', MORNING);
    await bench.agency.database.look('delete from notice_contact');
    await bench.send(SOON);
    expect(await bench.messages()).toMatchObject([{ state: 'dropped' }, { state: 'dropped' }]);
    expect(bench.mail.received).toEqual([]);
  });
});
