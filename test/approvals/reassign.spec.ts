import { historyOf } from '../../src/audit/history.queries.js';
import { inboxOf, type Inbox } from '../../src/approvals/inbox.queries.js';
import { reassign } from '../../src/approvals/reassign.js';
import { saveRoute } from '../../src/approvals/routes.js';
import { ITEM_KINDS, openItemKinds } from '../../src/app/item-kinds.js';
import type { DomainError } from '../../src/core/errors.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import { revokeActing } from '../../src/organizations/order-acting.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { actsFor, actsOn, draftedMeasure, outcomeOf, postOf } from '../support/deeds.js';

let agency: TestAgency;
let measure: MeasureRow;
let orderId: string;
let organizationId: TestAgency['organizationId'];

beforeAll(openItemKinds);

/** The head of works may sign for finance beside its own head (ปฏิบัติราชการแทน). */
beforeEach(async () => {
  agency = await testAgency();
  ({ organizationId } = agency);
  orderId = await actsFor(agency, 'head-works', await postOf(agency, 'head-finance'), 'delegated_by');
  measure = await submitted();
});
afterEach(() => agency.database.close());

async function submitted(): Promise<MeasureRow> {
  measure = await draftedMeasure(agency);
  await act('officer', 'submit');
  return measure;
}

const act = (userName: string, transition: MeasureTransition): Promise<string> =>
  outcomeOf(actsOn(agency, userName, transition, measure));

const codeOf = (error: DomainError): string =>
  error.code === 'item.refused' ? String(error.details.problems) : error.code;

const hand = async (by: string, to: string, more: { step?: number; reason?: string } = {}): Promise<string> => {
  const postId = await postOf(agency, 'head-finance');
  return agency.as(by, (tx, actor) =>
    reassign(tx, measureKind, {
      organizationId,
      itemId: measure.id,
      actor,
      step: more.step ?? 0,
      postId,
      toPersonId: agency.personId(to),
      reason: more.reason ?? 'ติดราชการ',
    }).then(() => 'handed on', codeOf),
  );
};

const inbox = (userName: string): Promise<Inbox> =>
  agency.unitOfWork.inTenant(organizationId, (tx) =>
    inboxOf(tx, organizationId, ITEM_KINDS, agency.personId(userName)),
  );

it.each(['admin', 'head-finance'])('a waiting signature is handed on by %s', async (by) => {
  expect(await hand(by, 'head-works')).toBe('handed on');
  const [task] = (await inbox('head-works')).forMe;
  expect(task?.handed).toMatchObject({ reason: 'ติดราชการ' });
  expect(task?.waitingFor.flatMap(({ people }) => people)).toHaveLength(1);
  const { forMe, forOthers } = await inbox('head-finance');
  expect([forMe.length, forOthers.length]).toEqual([0, 1]);
  expect(await act('head-works', 'sign_off')).toBe('executive_review');
});

it('nobody loses a right by it', async () => {
  await hand('admin', 'head-works');
  expect(await act('head-finance', 'sign_off')).toBe('executive_review');
});

it('it is told to the person, and stands in the history with its reason', async () => {
  await hand('head-finance', 'head-works');
  const told = await agency.database.look(
    `select 1 from notice where person_id = $1 and item_id = $2 and kind = 'waiting' and read_at is null`,
    [agency.personId('head-works'), measure.id],
  );
  expect(told).toHaveLength(1);
  const history = await agency.unitOfWork.inTenant(organizationId, (tx) =>
    historyOf(tx, organizationId, 'measure', measure.id),
  );
  expect(history.at(-1)).toMatchObject({
    action: 'reassign',
    reason: 'ติดราชการ',
    personId: agency.personId('head-finance'),
  });
  expect(history.at(-1)?.handedTo).toBe('นายตัวอย่าง มั่นคง');
});

it('it may be handed back, and ends with the right of whom it was handed to', async () => {
  await hand('head-finance', 'head-works');
  expect(await hand('head-works', 'head-finance')).toBe('handed on');
  expect((await inbox('head-finance')).forMe).toHaveLength(1);
  await hand('head-finance', 'head-works');
  await agency.unitOfWork.inTenant(organizationId, (tx) =>
    revokeActing(tx, { organizationId, orderId, revokedBy: agency.personId('admin') }),
  );
  expect((await inbox('head-works')).forMe).toEqual([]);
  expect((await inbox('head-finance')).forMe).toHaveLength(1);
});

it('where one of several posts is enough, the holder of another one may be asked', async () => {
  const postIds = [await postOf(agency, 'head-finance'), await postOf(agency, 'chief')];
  await agency.as('admin', (tx, actor) =>
    saveRoute(tx, {
      organizationId,
      actor,
      itemKind: 'measure',
      seenVersion: 1,
      steps: [
        { stage: 'review', approvers: { postIds }, need: 'any' },
        { stage: 'approval', approvers: 'executive', need: 'any' },
        { stage: 'results', approvers: 'executive', need: 'any' },
      ],
    }),
  );
  const { id } = await submitted();
  expect(await hand('head-finance', 'chief')).toBe('handed on');
  expect((await inbox('head-finance')).forMe.filter((task) => task.id === id)).toEqual([]);
  expect((await inbox('chief')).forMe.flatMap(({ waitingFor }) => waitingFor)).toHaveLength(1);
});

it.each([
  ['by somebody who is not asked', 'executive', 'head-works', {}, 'permission.denied'],
  ['by the submitter', 'officer', 'head-works', {}, 'permission.denied'],
  ['to somebody without the post or an order', 'admin', 'executive', {}, 'route.not-to-them'],
  ['to the submitter and author', 'admin', 'officer', {}, 'route.not-to-them'],
  ['without a reason', 'admin', 'head-works', { reason: ' ' }, 'lifecycle.reason-missing'],
  ['of a step that is not asked', 'admin', 'head-works', { step: 1 }, 'lifecycle.wrong-state'],
] as const)('it is refused %s', async (_what, by, to, more, code) => {
  expect(await hand(by, to, more)).toBe(code);
});
