import { inboxOf } from '../../src/approvals/inbox.queries.js';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { noticesOf } from '../../src/notices/notices.queries.js';
import { appoint } from '../../src/organizations/appoint.js';
import { repairSignatures } from '../../src/schedule/repair-signatures.js';
import { unsignedWork } from '../../src/schedule/unsigned.queries.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';

let agency: TestAgency;
let measure: MeasureRow;

/** The only head who is asked wrote the text; a colleague submitted it. */
beforeAll(async () => {
  agency = await testAgency();
  const { organizationId } = agency;
  const [post] = await agency.database.look<{ id: string }>(`select id from post where kind = 'officer'`);
  await agency.unitOfWork.inTenant(organizationId, (tx) =>
    appoint(tx, {
      organizationId,
      personId: agency.personId('head-finance'),
      postId: post?.id ?? '',
      startsOn: '2024-10-01',
      endsOn: null,
      recordedBy: agency.personId('admin'),
    }),
  );
  measure = await draftedMeasure(agency, {}, 'head-finance');
  await actsOn(agency, 'officer', 'submit', measure);
});
afterAll(() => agency.database.close());

const inboxFor = (userName: string) =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    inboxOf(tx, agency.organizationId, ITEM_KINDS, agency.personId(userName)),
  );

it('work that only its author could sign stands still, and administrators see who is kept out', async () => {
  const stuck = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    unsignedWork(tx, agency.organizationId, ITEM_KINDS),
  );
  expect(stuck).toMatchObject([{ itemId: measure.id, posts: [{ post: 'ผู้อำนวยการกองคลัง' }] }]);
  expect(stuck[0]?.posts[0]?.keptOut).toHaveLength(1);
});

it('it waits for others in the list of its author, who cannot sign it', async () => {
  const { forMe, forOthers } = await inboxFor('head-finance');
  expect(forMe).toEqual([]);
  expect(forOthers.map(({ id }) => id)).toEqual([measure.id]);
});

it('the administrators are told, and the author is not asked', async () => {
  const { unitOfWork, organizationId } = agency;
  await repairSignatures(unitOfWork, organizationId, ITEM_KINDS);
  await repairSignatures(unitOfWork, organizationId, ITEM_KINDS);
  const told = async (userName: string): Promise<string[]> => {
    const personId = agency.personId(userName);
    const notices = await unitOfWork.inTenant(organizationId, (tx) => noticesOf(tx, organizationId, personId));
    return notices.map(({ kind }) => kind);
  };
  expect(await told('head-finance')).toEqual([]);
  expect(await told('admin')).toEqual(['nobody-to-sign']);
});
