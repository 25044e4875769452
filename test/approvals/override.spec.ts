import { commentOn, commentsOn } from '../../src/approvals/comments.js';
import { openOverrides, ratifyOverride } from '../../src/approvals/overrides.js';
import type { DomainError } from '../../src/core/errors.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { orderActing } from '../../src/organizations/order-acting.js';
import { postsHeldBy } from '../../src/organizations/who-may-act.queries.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
let measure: MeasureRow;
beforeEach(async () => {
  agency = await testAgency();
  await officerActsForFinance();
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  );
  await act('officer', 'submit');
});
afterEach(() => agency.database.close());

let organizationId: TestAgency['organizationId'];

/** The one situation where an officer could sign the own draft: they act for the division head. */
async function officerActsForFinance(): Promise<void> {
  ({ organizationId } = agency);
  await agency.unitOfWork.inTenant(organizationId, async (tx) => {
    const [post] = await postsHeldBy(tx, organizationId, agency.personId('head-finance'));
    await orderActing(tx, {
      organizationId,
      recordedBy: agency.personId('admin'),
      personId: agency.personId('officer'),
      postId: post?.postId ?? '',
      capacity: 'acting_for',
      throughOrderId: null,
      orderNumber: '1',
      orderedOn: '2020-01-01',
      startsOn: '2020-01-01',
      endsOn: null,
      itemKinds: null,
      inCapacityOf: null,
    });
  });
}

const act = (
  userName: string,
  transition: 'submit' | 'sign_off',
  more: { override?: boolean; reason?: string } = {},
): Promise<string> =>
  agency.as(userName, (tx, actor) =>
    actOnMeasure(tx, {
      organizationId,
      itemId: measure.id,
      transition,
      actor,
      seenVersion: null,
      shownHash: measure.contentHash,
      ...more,
    }).then(
      ({ state }) => state,
      (error: DomainError) => String(error.details.problems),
    ),
  );

const ratify = async (userName: string): Promise<string> => {
  const [open] = await agency.unitOfWork.inTenant(organizationId, (tx) => openOverrides(tx, organizationId));
  return agency.as(userName, (tx, actor) =>
    ratifyOverride(tx, { organizationId, overrideId: open?.id ?? '', actor }).then(
      () => 'ratified',
      (error: DomainError) => error.code,
    ),
  );
};

const openCount = async (): Promise<number> =>
  (
    await agency.unitOfWork.inTenant(organizationId, (tx) =>
      openOverrides(tx, organizationId, { itemKind: 'measure', itemId: measure.id }),
    )
  ).length;

it('a person who acts for the head may not sign off the own submission', async () => {
  expect(await act('officer', 'sign_off')).toBe('route.own-submission');
});

it('an emergency override needs a reason', async () => {
  expect(await act('officer', 'sign_off', { override: true })).toBe('lifecycle.reason-missing');
  expect(await openCount()).toBe(0);
});

it('an override stays flagged until another person ratifies it', async () => {
  expect(await act('officer', 'sign_off', { override: true, reason: 'น้ำท่วม ต้องประกาศภายในวันนี้' })).toBe(
    'executive_review',
  );
  expect(await openCount()).toBe(1);
  expect(await ratify('officer')).toBe('permission.denied');
  expect(await ratify('chief')).toBe('ratified');
  expect(await openCount()).toBe(0);
  expect(await ratify('chief')).toBe('override.not-open');
});

it('whoever overrode may not ratify, whatever posts they hold', async () => {
  await act('officer', 'sign_off', { override: true, reason: 'เร่งด่วน' });
  await agency.database.look(`update item_override set person_id = $1`, [agency.personId('chief')]);
  expect(await ratify('chief')).toBe('override.own');
});

it('an override does not open what is not a matter of four eyes', async () => {
  expect(await act('head-works', 'sign_off', { override: true, reason: 'เร่งด่วน' })).toBe('route.not-your-turn');
});

it('comments and notes stand on the item in order', async () => {
  const say = (userName: string, kind: 'comment' | 'noted', text: string): Promise<void> =>
    agency.as(userName, (tx, actor) =>
      commentOn(tx, measureKind, { organizationId, itemId: measure.id, actor, kind, text }),
    );
  await say('officer', 'comment', 'แนบแผนแล้ว');
  await say('chief', 'noted', '');
  await expect(say('chief', 'comment', ' ')).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(say('chief', 'comment', 'ก'.repeat(4_001))).rejects.toMatchObject({ code: 'input.too-long' });
  const comments = await agency.unitOfWork.inTenant(organizationId, (tx) =>
    commentsOn(tx, organizationId, 'measure', measure.id),
  );
  expect(comments.map(({ person, kind, text }) => [person, kind, text])).toEqual([
    ['นางสาวสมมุติ ขยันเขียน', 'comment', 'แนบแผนแล้ว'],
    ['นางสาวสมมุติ รอบคอบ', 'noted', ''],
  ]);
});
