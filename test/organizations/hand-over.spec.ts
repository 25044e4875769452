import { watchDeeds } from '../../src/approvals/deed-watch.js';
import { inboxOf, type Inbox } from '../../src/approvals/inbox.queries.js';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import { historyOf } from '../../src/audit/history.queries.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { digestOf, type Duties } from '../../src/organizations/belongings.queries.js';
import { handOver, readBelongings } from '../../src/organizations/hand-over.js';
import { noticesOf } from '../../src/notices/notices.queries.js';
import { appoint } from '../../src/organizations/appoint.js';
import { closeAccount } from '../../src/organizations/keep-people.js';
import { stepsAsked } from '../../src/schedule/steps-asked.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';

let agency: TestAgency;
beforeEach(async () => {
  watchDeeds((tx, item) => stepsAsked(tx, ITEM_KINDS, item));
  agency = await testAgency();
});
afterEach(() => agency.database.close());

const over = (from: string, to: string, closesAccount = true): Promise<Duties> =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    handOver(tx, {
      organizationId: agency.organizationId,
      fromPersonId: agency.personId(from),
      toPersonId: agency.personId(to),
      closesAccount,
      recordedBy: agency.personId('admin'),
    }),
  );

const inbox = (userName: string): Promise<Inbox> =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    inboxOf(tx, agency.organizationId, ITEM_KINDS, agency.personId(userName)),
  );
const waitingFor = async (userName: string): Promise<number> => (await inbox(userName)).forMe.length;

const noticesFor = async (userName: string): Promise<string[]> => {
  const { organizationId, unitOfWork } = agency;
  const personId = agency.personId(userName);
  const notices = await unitOfWork.inTenant(organizationId, (tx) => noticesOf(tx, organizationId, personId));
  return notices.map(({ kind }) => kind);
};

const drafted = (title: string): Promise<MeasureRow> => draftedMeasure(agency, { title });

const act = (userName: string, transition: MeasureTransition, measure: MeasureRow): Promise<MeasureRow> =>
  actsOn(agency, userName, transition, measure, { reason: 'ขอให้ระบุช่องทาง' });

const postId = async (name: string): Promise<string> =>
  (await agency.database.look<{ id: string }>('select id from post where name = $1', [name]))[0]?.id ?? '';

const appointed = (userName: string, post: string, startsOn: string, endsOn: string | null): Promise<unknown> =>
  agency.unitOfWork.inTenant(agency.organizationId, async (tx) =>
    appoint(tx, {
      organizationId: agency.organizationId,
      personId: agency.personId(userName),
      postId: await postId(post),
      startsOn,
      endsOn,
      recordedBy: agency.personId('admin'),
    }),
  );

/** From today on, as "from..to" relative to today. */
const heldBy = async (userName: string, post: string): Promise<string[]> =>
  (
    await agency.database.look<{ days: string }>(
      `select (starts_on - d.today) || '..' || coalesce((ends_on - d.today)::text, '') as days
       from appointment a, (select (now() at time zone 'Asia/Bangkok')::date as today) d
       where a.person_id = $1 and a.post_id = $2 and (ends_on is null or ends_on >= d.today) order by starts_on`,
      [agency.personId(userName), await postId(post)],
    )
  ).map(({ days }) => days);

const daysAhead = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

it('posts, waiting work and drafts pass to the other person, and nothing is left with the closed account', async () => {
  const waiting = await drafted('มาตรการที่รอ');
  await drafted('มาตรการที่ร่างไว้');
  await act('officer', 'submit', waiting);
  expect([await waitingFor('head-finance'), await waitingFor('head-works')]).toEqual([1, 0]);

  expect(await over('head-finance', 'head-works')).toMatchObject({ posts: 1 });
  expect([await waitingFor('head-finance'), await waitingFor('head-works')]).toEqual([0, 1]);

  expect(await over('officer', 'auditor')).toMatchObject({ posts: 1, drafts: 1, waiting: 1 });
  const left = await agency.database.look(
    `select 1 from appointment a join person p on p.id = a.person_id
     where p.closed_at is not null and (a.ends_on is null or a.ends_on >= (now() at time zone 'Asia/Bangkok')::date)`,
  );
  expect(left).toEqual([]);
});

it('a submission that comes back is the successor’s, who is told, sees it, and corrects it', async () => {
  const measure = await drafted('มาตรการที่ถูกส่งคืน');
  await act('officer', 'submit', measure);
  expect((await inbox('auditor')).forOthers).toEqual([]);
  await over('officer', 'auditor');
  expect((await inbox('auditor')).forOthers.map(({ id }) => id)).toEqual([measure.id]);

  await act('head-finance', 'return', measure);

  expect((await inbox('auditor')).drafts.map(({ id }) => id)).toEqual([measure.id]);
  expect(await noticesFor('auditor')).toEqual(['returned']);
  const again = await act('auditor', 'submit', measure);
  expect(again).toMatchObject({ submittedBy: agency.personId('auditor'), succeededBy: null });
});

it('only the successor takes a submission back', async () => {
  const measure = await drafted('มาตรการที่เรียกคืน');
  await act('officer', 'submit', measure);
  await over('officer', 'auditor', false);
  const [post] = await agency.database.look<{ name: string }>(`select name from post where kind = 'officer'`);
  await appointed('officer', post?.name ?? '', daysAhead(0), null);
  await expect(act('officer', 'recall', measure)).rejects.toMatchObject({
    details: { problems: ['route.not-own-submission'] },
  });
  expect(await act('auditor', 'recall', measure)).toMatchObject({ state: 'draft' });
});

it('what was approved is told to the successor, and the log of the item says that it passed on', async () => {
  const measure = await drafted('มาตรการที่อนุมัติแล้ว');
  await act('officer', 'submit', measure);
  await over('officer', 'auditor');
  await act('head-finance', 'sign_off', measure);
  await act('executive', 'approve', measure);
  expect(await noticesFor('auditor')).toEqual(['decided']);
  const { organizationId } = agency;
  const history = await agency.unitOfWork.inTenant(organizationId, (tx) =>
    historyOf(tx, organizationId, 'measure', measure.id),
  );
  expect(history.map(({ action }) => action)).toEqual([
    'draft',
    'submit',
    'item.hand-over',
    'sign_off',
    'pass_divisions',
    'approve',
  ]);
});

it('a successor hands on what they took over', async () => {
  const measure = await drafted('มาตรการที่ส่งต่อสองครั้ง');
  await act('officer', 'submit', measure);
  await over('officer', 'auditor');
  await over('auditor', 'chief');
  await act('head-finance', 'return', measure);
  expect((await inbox('chief')).drafts.map(({ id }) => id)).toEqual([measure.id]);
  expect(await noticesFor('chief')).toContain('returned');
});

it('four eyes stay with who submitted, and an account with a submission of its own is not closed', async () => {
  const measure = await drafted('มาตรการที่รอ');
  await act('officer', 'submit', measure);
  const [stored] = await agency.database.look<{ created: string }>('select created_by as created from measure');
  expect(stored?.created).toBe(agency.personId('officer'));
  await agency.database.look('update measure set created_by = $1', [agency.personId('chief')]);
  await agency.database.look('delete from appointment where person_id = $1', [agency.personId('officer')]);
  const { organizationId } = agency;
  const personId = (userName: string): string => agency.personId(userName);
  const closing = agency.unitOfWork.inTenant(organizationId, (tx) =>
    closeAccount(tx, { organizationId, personId: personId('officer'), changedBy: personId('admin') }),
  );
  await expect(closing).rejects.toMatchObject({ code: 'person.work-waiting', details: { waiting: 1, drafts: 0 } });
  await over('officer', 'head-finance');
  expect((await act('head-finance', 'sign_off', measure)).submittedBy).toBe(personId('officer'));
});

describe('a post', () => {
  const POST = 'ผู้อำนวยการกองช่าง';

  it('that begins later passes with the day on which it ends', async () => {
    await agency.database.look(`update appointment set ends_on = $1 where person_id = $2`, [
      daysAhead(9),
      agency.personId('head-works'),
    ]);
    await appointed('head-finance', POST, daysAhead(10), daysAhead(40));
    await over('head-finance', 'chief');
    expect(await heldBy('chief', POST)).toEqual(['10..40']);
    expect(await heldBy('head-finance', POST)).toEqual([]);
    expect(await heldBy('chief', 'ผู้อำนวยการกองคลัง')).toEqual(['0..']);
  });

  it('that is held for a time ends on its day for the other too', async () => {
    await agency.database.look('update appointment set ends_on = $1 where person_id = $2', [
      daysAhead(15),
      agency.personId('head-works'),
    ]);
    await over('head-works', 'chief');
    expect(await heldBy('chief', POST)).toEqual(['0..15']);
  });

  it('that both hold is held once, for as long as either did', async () => {
    const [{ name } = { name: '' }] = await agency.database.look<{ name: string }>(
      `select p.name from post p join appointment a on a.post_id = p.id where a.person_id = $1`,
      [agency.personId('officer')],
    );
    await appointed('auditor', name, daysAhead(0), daysAhead(5));
    await over('officer', 'auditor');
    expect(await heldBy('auditor', name)).toEqual(['0..']);
  });
});

it('moves what was shown and nothing that came meanwhile', async () => {
  await drafted('มาตรการที่เห็น');
  const { organizationId, unitOfWork } = agency;
  const given = {
    organizationId,
    fromPersonId: agency.personId('officer'),
    toPersonId: agency.personId('auditor'),
    closesAccount: false,
    recordedBy: agency.personId('admin'),
  };
  const read = () => unitOfWork.inTenant(organizationId, (tx) => readBelongings(tx, given));
  const before = await read();
  expect(before).toMatchObject({ appointments: [{ endsOn: null }], items: [{ title: 'มาตรการที่เห็น' }], finished: 0 });
  await drafted('มาตรการที่มาทีหลัง');
  const move = async (shown: string) => unitOfWork.inTenant(organizationId, (tx) => handOver(tx, { ...given, shown }));
  await expect(move(digestOf(before))).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
  expect(await move(digestOf(await read()))).toMatchObject({ drafts: 2 });
});

it.each([
  ['to oneself', 'chief', 'chief', 'handover.same-person'],
  ['to a closed account', 'chief', 'officer', 'input.invalid'],
])('a hand-over %s is refused', async (_sentence, from, to, code) => {
  await over('officer', 'auditor');
  await expect(over(from, to)).rejects.toMatchObject({ code });
});
