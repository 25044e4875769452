import { dueOf } from '../../src/schedule/due.queries.js';
import { bangkokDay } from '../../src/core/time/calendar-days.js';
import { holidaysOfAgency } from '../../src/core/time/thai-holidays.js';
import { addWorkingDays } from '../../src/core/time/working-days.js';
import { orderActing } from '../../src/organizations/order-acting.js';
import { stepsAsked } from '../../src/schedule/steps-asked.js';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import { ScheduleBench } from './schedule-bench.js';

/** A Thursday, ten in the morning in Thailand. */
const THURSDAY = '2025-01-09T03:00:00Z';

let bench: ScheduleBench;
beforeAll(async () => (bench = await ScheduleBench.open()));
beforeEach(() => bench.forget());
afterAll(() => bench.close());

describe('a signature that is asked for', () => {
  it('is due so many working days after the submission, by the clock of the database', async () => {
    const measure = await bench.submitted();
    const [row] = await bench.agency.database.look<{ at: Date }>('select frozen_at as at from item_version');
    const from = bangkokDay(row?.at ?? new Date(0));
    const expected = addWorkingDays(from, 3, holidaysOfAgency([2567, 2568, 2569, 2570, 2571, 2572], []));
    expect(await bench.asked()).toEqual([{ post: 'ผู้อำนวยการกองคลัง', dueOn: expected, isEnded: false }]);
    const due = await bench.agency.unitOfWork.inTenant(bench.agency.organizationId, (tx) =>
      dueOf(tx, bench.agency.organizationId, 'measure', [measure.id]),
    );
    expect(due.get(measure.id)).toEqual({ dueOn: expected, daysLeft: 3, daysLate: 0 });
  });

  it('tells whoever may sign, and not the submitter', async () => {
    await bench.submitted('กองช่าง');
    expect(await bench.told()).toEqual(['head-finance waiting', 'head-works waiting']);
  });

  it('ends when it is given; the others stand', async () => {
    const measure = await bench.submitted('กองช่าง');
    await bench.act(measure, 'head-works', 'sign_off');
    expect((await bench.asked()).map(({ post, isEnded }) => [post, isEnded])).toEqual([
      ['ผู้อำนวยการกองคลัง', false],
      ['ผู้อำนวยการกองช่าง', true],
    ]);
  });

  it('passes to the next step with a due day of its own', async () => {
    const measure = await bench.submitted();
    await bench.act(measure, 'head-finance', 'sign_off');
    const due = await bench.agency.unitOfWork.inTenant(bench.agency.organizationId, (tx) =>
      dueOf(tx, bench.agency.organizationId, 'measure', [measure.id]),
    );
    expect(due.get(measure.id)).toMatchObject({ daysLeft: 2, daysLate: 0 });
    const asked = 'select stage, step from asked_signature where item_id = $1 and ended_at is null';
    expect(await bench.agency.database.look(asked, [measure.id])).toEqual([{ stage: 'approval', step: 1 }]);
    expect(await bench.told()).toEqual(['head-finance waiting', 'executive waiting']);
  });

  it('has no due day where the route sets none', async () => {
    await bench.agency.database.look(
      `update route set steps = jsonb_set(steps, '{2,dueInDays}', 'null') where item_kind = 'measure'`,
    );
    const measure = await bench.submitted();
    await bench.act(measure, 'head-finance', 'sign_off');
    await bench.act(measure, 'executive', 'approve');
    await bench.act(measure, 'officer', 'submit_results');
    expect((await bench.asked()).at(-1)).toEqual({ post: 'ผู้อำนวยการกองคลัง', dueOn: null, isEnded: false });
  });

  it('changes nothing when it is asked again', async () => {
    const measure = await bench.submitted();
    const before = [await bench.asked(), await bench.clock(), await bench.told()];
    const { organizationId, unitOfWork } = bench.agency;
    for (let time = 0; time < 3; time += 1) {
      await unitOfWork.inTenant(organizationId, (tx) =>
        stepsAsked(tx, ITEM_KINDS, { organizationId, itemKind: 'measure', itemId: measure.id }),
      );
    }
    expect([await bench.asked(), await bench.clock(), await bench.told()]).toEqual(before);
  });
});

describe('a post that nobody may sign for', () => {
  const close = (condition: string): Promise<object[]> =>
    bench.agency.database.look(`update person set closed_at = ${condition} where user_name = 'head-finance'`);

  it('is told to the administrators at once', async () => {
    await close('now()');
    const measure = await bench.submitted();
    await close('null');
    expect(await bench.told()).toEqual(['admin nobody-to-sign']);
    await bench.act(measure, 'head-finance', 'sign_off');
    expect(
      await bench.agency.database.look(`select 1 from notice where kind <> 'waiting' and read_at is null`),
    ).toEqual([]);
  });

  it('is told to them by the repair when the last holder leaves, once', async () => {
    await bench.submitted();
    await close('now()');
    await bench.repair();
    await bench.repair();
    await close('null');
    expect(await bench.told()).toEqual(['head-finance waiting', 'admin nobody-to-sign']);
  });
});

describe('the submitter', () => {
  it('hears of the decision', async () => {
    const measure = await bench.submitted();
    await bench.act(measure, 'head-finance', 'sign_off');
    await bench.act(measure, 'executive', 'approve');
    expect((await bench.told()).at(-1)).toBe('officer decided');
    expect((await bench.clock()).every((line) => line.endsWith('cancelled'))).toBe(true);
  });

  it('hears of a return, and asking again begins anew', async () => {
    const measure = await bench.submitted();
    await bench.act(measure, 'head-finance', 'return', 'ขอให้ระบุวิธีดำเนินการ');
    expect((await bench.told()).at(-1)).toBe('officer returned');
    await bench.act(measure, 'officer', 'submit');
    expect((await bench.asked()).map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('hears nothing of a recall, and the notices of it count as read', async () => {
    const measure = await bench.submitted();
    await bench.act(measure, 'officer', 'recall');
    expect(await bench.told()).toEqual(['head-finance waiting']);
    expect(await bench.agency.database.look('select 1 from notice where read_at is null')).toEqual([]);
    expect((await bench.asked()).map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});

describe('the repair', () => {
  it('finds nothing where everything is in line', async () => {
    await bench.submitted('กองช่าง');
    expect(await bench.repair()).toBe(0);
  });

  it('asks for what was lost, from the moment it was really asked', async () => {
    const measure = await bench.submitted();
    await bench.askedAt(measure.id, THURSDAY);
    expect(await bench.asked()).toEqual([{ post: 'ผู้อำนวยการกองคลัง', dueOn: '2025-01-14', isEnded: false }]);
    expect(await bench.repair()).toBe(0);
  });

  it('counts over the new year and over a weekend', async () => {
    const measure = await bench.submitted();
    await bench.askedAt(measure.id, '2024-12-27T09:00:00Z');
    expect((await bench.asked())[0]?.dueOn).toBe('2025-01-06');
  });

  it('ends what nobody needs any more', async () => {
    const measure = await bench.submitted();
    await bench.agency.database.look(`update measure set state = 'draft' where id = $1`, [measure.id]);
    expect(await bench.repair()).toBe(1);
    expect((await bench.asked()).map(({ isEnded }) => isEnded)).toEqual([true]);
    expect((await bench.clock()).every((line) => line.endsWith('cancelled'))).toBe(true);
  });

  it('tells whoever acts for the post since an order began, once', async () => {
    await bench.submitted();
    const { organizationId, database, unitOfWork } = bench.agency;
    const [post] = await database.look<{ id: string }>(`select id from post where name = 'ผู้อำนวยการกองคลัง'`);
    await unitOfWork.inTenant(organizationId, (tx) =>
      orderActing(tx, {
        organizationId,
        recordedBy: bench.agency.personId('admin'),
        personId: bench.agency.personId('head-works'),
        postId: post?.id ?? '',
        capacity: 'acting_for',
        orderNumber: '1/2568',
        orderedOn: '2025-01-01',
        startsOn: '2025-01-01',
        endsOn: null,
        itemKinds: null,
        throughOrderId: null,
        inCapacityOf: null,
      }),
    );
    await bench.repair();
    await bench.repair();
    expect(await bench.told()).toEqual(['head-finance waiting', 'head-works waiting']);
  });
});
