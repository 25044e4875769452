import { verifyStoredChain } from '../../src/audit/verify-stored-chain.js';
import { changeHoliday } from '../../src/schedule/change-holiday.js';
import { lateSignatures, latenessByDivision } from '../../src/schedule/late.queries.js';
import { ScheduleBench } from './schedule-bench.js';

/** A Thursday, ten in the morning in Thailand; three working days later is Tuesday the 14th. */
const THURSDAY = '2025-01-09T03:00:00Z';
const halfPastEight = (day: string): string => `${day}T01:30:00Z`;

let bench: ScheduleBench;
beforeAll(async () => (bench = await ScheduleBench.open()));
beforeEach(() => bench.forget());
afterAll(() => bench.close());

const inReview = async (): Promise<string> => {
  const { id } = await bench.submitted();
  await bench.askedAt(id, THURSDAY);
  return id;
};

describe('the clock', () => {
  it('reminds before, at and after the due day, each once, and tells the posts above', async () => {
    await inReview();
    const story: [string, string[]][] = [
      ['2025-01-13', ['head-finance reminder']],
      ['2025-01-14', ['head-finance reminder']],
      ['2025-01-17', ['head-finance reminder']],
      ['2025-01-21', ['chief escalation']],
      ['2025-01-22', ['head-finance reminder']],
      ['2025-01-27', ['head-finance reminder']],
      ['2025-01-28', ['executive escalation']],
      ['2025-01-30', ['head-finance reminder']],
      ['2025-02-04', ['head-finance reminder']],
    ];
    for (const [day, told] of story) {
      expect(await bench.fire(`${day}T01:29:59Z`)).toBe(0);
      expect(await bench.fire(halfPastEight(day))).toBe(1);
      expect(await bench.fire(halfPastEight(day))).toBe(0);
      expect([day, (await bench.told()).slice(-1)]).toEqual([day, told]);
    }
    expect(await bench.fire(halfPastEight('2025-12-01'))).toBe(0);
    expect(await bench.told()).toHaveLength(story.length);
  });

  it('fires once when eight workers come at the same moment', async () => {
    await inReview();
    const fired = await Promise.all(Array.from({ length: 8 }, () => bench.fire(halfPastEight('2025-01-13'))));
    expect(fired.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await bench.told()).toEqual(['head-finance reminder']);
  });

  it('tells only the newest reminder after a long silence, and every escalation', async () => {
    await inReview();
    expect(await bench.fire(halfPastEight('2025-01-28'))).toBe(7);
    expect(await bench.told()).toEqual(['chief escalation', 'executive escalation', 'head-finance reminder']);
    expect((await bench.clock()).filter((line) => line.endsWith('overtaken'))).toHaveLength(4);
  });

  it('takes its claim back when telling fails, and fires at the next turn', async () => {
    await inReview();
    await bench.agency.database.look('alter table notice add constraint broken check (false) not valid');
    await expect(bench.fire(halfPastEight('2025-01-13'))).rejects.toThrow();
    await bench.agency.database.look('alter table notice drop constraint broken');
    expect(await bench.fire(halfPastEight('2025-01-13'))).toBe(1);
    expect(await bench.told()).toEqual(['head-finance reminder']);
  });

  it('is silent once the signature is given', async () => {
    const id = await inReview();
    const [measure] = await bench.agency.database.look<{ id: string; contentHash: string }>(
      `select id, content_hash as "contentHash" from measure where id = $1`,
      [id],
    );
    await bench.act(measure ?? { id, contentHash: '' }, 'head-finance', 'sign_off');
    await bench.agency.database.look('truncate notice, notice_message, notice_part');
    await bench.fire(halfPastEight('2025-01-28'));
    expect((await bench.told()).filter((line) => line.startsWith('head-finance'))).toEqual([]);
  });

  it('says so when nobody holds the post', async () => {
    await inReview();
    await bench.agency.database.look(`update person set closed_at = now() where user_name = 'head-finance'`);
    await bench.fire(halfPastEight('2025-01-13'));
    await bench.agency.database.look('update person set closed_at = null');
    expect(await bench.told()).toEqual([]);
    expect((await bench.clock())[0]).toBe('before 1 nobody-to-tell');
  });

  describe('when a post above is vacant', () => {
    const vacate = (...userNames: string[]): Promise<object[]> =>
      bench.agency.database.look('update person set closed_at = now() where user_name = any ($1) returning id', [
        userNames,
      ]);
    afterEach(() => bench.agency.database.look('update person set closed_at = null'));

    it('tells the next post above that somebody holds', async () => {
      await inReview();
      await vacate('chief');
      await bench.fire(halfPastEight('2025-01-21'));
      expect((await bench.told()).filter((line) => line.endsWith('escalation'))).toEqual(['executive escalation']);
      expect((await bench.clock()).find((line) => line.startsWith('escalate 1'))).toBe('escalate 1 told');
    });

    it('tells whoever acts for it', async () => {
      await inReview();
      await vacate('chief', 'executive');
      await bench.agency.database.look(
        `insert into acting_order (organization_id, id, person_id, post_id, capacity, order_number, ordered_on, starts_on)
         select $1, gen_random_uuid(), $2, a.post_id, 'acting_in_post', '1/2568', '2024-01-01', '2024-01-01'
         from appointment a join person n on n.id = a.person_id where n.user_name = 'chief' and n.organization_id = $1
         returning id`,
        [bench.agency.organizationId, bench.agency.personId('head-works')],
      );
      await bench.fire(halfPastEight('2025-01-21'));
      expect((await bench.told()).filter((line) => line.endsWith('escalation'))).toEqual(['head-works escalation']);
    });

    it('tells the administrators when all of them are, and leaves an event', async () => {
      const id = await inReview();
      await vacate('chief', 'executive');
      await bench.fire(halfPastEight('2025-01-28'));
      expect((await bench.told()).filter((line) => line.endsWith('escalation'))).toEqual(['admin escalation']);
      const events = await bench.agency.database.look(
        `select 1 from audit_event where event->>'action' = 'signature.escalated' and event->>'itemId' = $1`,
        [id],
      );
      expect(events).toHaveLength(2);
    });
  });

  it('leaves an event of every escalation in an unbroken log', async () => {
    const id = await inReview();
    await bench.fire(halfPastEight('2025-01-28'));
    const { organizationId, unitOfWork, database } = bench.agency;
    expect(await unitOfWork.inTenant(organizationId, (tx) => verifyStoredChain(tx, organizationId))).toMatchObject({
      intact: true,
    });
    const [row] = await database.look<{ n: string }>(
      `select count(*) as n from audit_event where event->>'action' = 'signature.escalated' and event->>'itemId' = $1`,
      [id],
    );
    expect(row?.n).toBe('2');
  });
});

describe('a holiday of the agency', () => {
  const change = (day: string, what: { name: string; isHoliday: boolean } | null, who = 'admin') =>
    bench.agency.as(who, (tx, actor) =>
      changeHoliday(tx, { organizationId: bench.agency.organizationId, actor, day, change: what }),
    );

  it('moves due days and what the clock has still to do, and back', async () => {
    await inReview();
    await bench.fire(halfPastEight('2025-01-13'));
    await change('2025-01-14', { name: 'วันหยุดของจังหวัด', isHoliday: true });
    expect((await bench.asked())[0]?.dueOn).toBe('2025-01-15');
    expect(await bench.fire(halfPastEight('2025-01-14'))).toBe(0);
    await change('2025-01-14', null);
    expect((await bench.asked())[0]?.dueOn).toBe('2025-01-14');
    expect(await bench.fire(halfPastEight('2025-01-14'))).toBe(1);
  });

  it('may open the office on a national holiday', async () => {
    const { id } = await bench.submitted();
    await bench.askedAt(id, '2024-12-27T09:00:00Z');
    await change('2024-12-30', { name: 'เปิดทำการ', isHoliday: false });
    expect((await bench.asked())[0]?.dueOn).toBe('2025-01-03');
  });

  it.each([
    ['by somebody else', '2025-01-14', 'วันหยุด', 'officer', 'permission.denied'],
    ['on no day', '2025-02-30', 'วันหยุด', 'admin', 'input.invalid'],
    ['without a name', '2025-01-14', '  ', 'admin', 'input.invalid'],
  ])('is refused %s', async (_what, day, name, who, code) => {
    await expect(change(day, { name, isHoliday: true }, who)).rejects.toMatchObject({ code });
  });
});

describe('what is late', () => {
  it('is listed with its delay in working days, and counted by division', async () => {
    await inReview();
    const { organizationId, unitOfWork } = bench.agency;
    const on = (day: string) =>
      unitOfWork.inTenant(organizationId, async (tx) => ({
        late: await lateSignatures(tx, organizationId, day),
        divisions: await latenessByDivision(tx, organizationId, day),
      }));
    expect(await on('2025-01-14')).toEqual({ late: [], divisions: [] });
    await bench.fire(halfPastEight('2025-01-21'));
    expect(await on('2025-01-21')).toMatchObject({
      late: [
        {
          itemKind: 'measure',
          postName: 'ผู้อำนวยการกองคลัง',
          due: { dueOn: '2025-01-14', daysLeft: 0, daysLate: 5 },
          isEscalated: true,
        },
      ],
      divisions: [{ name: 'กองคลัง', late: 1, longest: 5 }],
    });
  });
});
