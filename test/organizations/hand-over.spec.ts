import { inboxOf } from '../../src/approvals/inbox.queries.js';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { handOver, type HandedOver } from '../../src/organizations/hand-over.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeEach(async () => {
  agency = await testAgency();
});
afterEach(() => agency.database.close());

const over = (from: string, to: string, closesAccount = true): Promise<HandedOver> =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    handOver(tx, {
      organizationId: agency.organizationId,
      fromPersonId: agency.personId(from),
      toPersonId: agency.personId(to),
      closesAccount,
      recordedBy: agency.personId('admin'),
    }),
  );

const waitingFor = async (userName: string): Promise<number> => {
  const inbox = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    inboxOf(tx, agency.organizationId, ITEM_KINDS, agency.personId(userName)),
  );
  return inbox.forMe.length;
};

it('posts, waiting work and drafts pass to the other person, and nothing is left with the closed account', async () => {
  const { organizationId } = agency;
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  const [waiting] = await Promise.all(
    ['มาตรการที่รอ', 'มาตรการที่ร่างไว้'].map((title) =>
      agency.as('officer', (tx, actor) =>
        draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content: { ...content, title } }),
      ),
    ),
  );
  await agency.as('officer', (tx, actor) =>
    actOnMeasure(tx, {
      organizationId,
      itemId: waiting?.id ?? '',
      transition: 'submit',
      actor,
      seenVersion: null,
      shownHash: null,
    }),
  );
  expect([await waitingFor('head-finance'), await waitingFor('head-works')]).toEqual([1, 0]);

  expect(await over('head-finance', 'head-works')).toMatchObject({ posts: 1 });
  expect([await waitingFor('head-finance'), await waitingFor('head-works')]).toEqual([0, 1]);

  expect(await over('officer', 'auditor')).toMatchObject({ posts: 1, drafts: 1 });
  const left = await agency.database.look(
    `select 1 from appointment a join person p on p.id = a.person_id
     where p.closed_at is not null and (a.ends_on is null or a.ends_on >= (now() at time zone 'Asia/Bangkok')::date)`,
  );
  expect(left).toEqual([]);
});

it.each([
  ['to oneself', 'chief', 'chief', 'handover.same-person'],
  ['to a closed account', 'chief', 'officer', 'input.invalid'],
])('a hand-over %s is refused', async (_sentence, from, to, code) => {
  await over('officer', 'auditor');
  await expect(over(from, to)).rejects.toMatchObject({ code });
});
