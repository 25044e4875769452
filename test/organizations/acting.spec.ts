import { signatureLines, type ActingCapacity } from '../../src/core/acting/signature-block.js';
import type { DomainError } from '../../src/core/errors.js';
import { historyOf } from '../../src/audit/history.queries.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { revokeActing } from '../../src/organizations/order-acting.js';
import { signatureBlockOf } from '../../src/organizations/printed.queries.js';
import { today as todayOf } from '../../src/organizations/organizations.queries.js';
import { postsHeldBy } from '../../src/organizations/who-may-act.queries.js';
import { sentenceOf } from '../../templates/web/sentences.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { actsFor, actsOn, draftedMeasure, outcomeOf, postOf } from '../support/deeds.js';

let agency: TestAgency;
beforeEach(async () => {
  agency = await testAgency();
});
afterEach(() => agency.database.close());

const order = (
  userName: string,
  postId: string,
  capacity: ActingCapacity,
  more: Parameters<typeof actsFor>[4] = {},
): Promise<string> => actsFor(agency, userName, postId, capacity, { orderNumber: '๑๒/๒๕๖๘', ...more });

const block = (userName: string, postId: string): Promise<string[]> =>
  agency.unitOfWork.inTenant(agency.organizationId, async (tx) =>
    signatureLines(
      await signatureBlockOf(tx, agency.organizationId, {
        personId: agency.personId(userName),
        postId,
        itemKind: 'report',
      }),
    ),
  );

const submitted = async (): Promise<MeasureRow> => actsOn(agency, 'officer', 'submit', await draftedMeasure(agency));
const sign = (userName: string, measure: MeasureRow): Promise<string> =>
  outcomeOf(actsOn(agency, userName, 'sign_off', measure));

describe('the signature block of an acting person (DOMAIN 3.2)', () => {
  it.each<[string, ActingCapacity, string[]]>([
    ['chief', 'acting_for', ['ปลัดองค์การบริหารส่วนตำบลตัวอย่าง', 'รักษาราชการแทน', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง']],
    ['chief', 'performing_duties', ['ปลัดองค์การบริหารส่วนตำบลตัวอย่าง', 'ปฏิบัติหน้าที่', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง']],
    ['chief', 'delegated_by', ['ปลัดองค์การบริหารส่วนตำบลตัวอย่าง', 'ปฏิบัติราชการแทน', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง']],
  ])('names the own post of %s, then %s and the post acted for', async (userName, capacity, lines) => {
    const executive = await postOf(agency, 'executive');
    await order(userName, executive, capacity);
    expect((await block(userName, executive)).slice(1)).toEqual(lines);
  });

  it('names a chain of two', async () => {
    const [chief, executive] = [await postOf(agency, 'chief'), await postOf(agency, 'executive')];
    const first = await order('head-finance', chief, 'acting_for');
    await order('head-finance', executive, 'performing_duties', { throughOrderId: first });
    expect((await block('head-finance', executive)).slice(1)).toEqual([
      'ผู้อำนวยการกองคลัง',
      'รักษาราชการแทน',
      'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง',
      'ปฏิบัติหน้าที่',
      'นายกองค์การบริหารส่วนตำบลตัวอย่าง',
    ]);
  });

  it('names the further office', async () => {
    const executive = await postOf(agency, 'executive');
    await order('chief', executive, 'acting_for', { inCapacityOf: 'ผู้อำนวยการทางหลวงท้องถิ่น' });
    expect((await block('chief', executive)).at(-1)).toBe('ในฐานะผู้อำนวยการทางหลวงท้องถิ่น');
  });
});

describe('a measure while somebody acts for its division head', () => {
  it('is signed by the acting person, and the history says for whom and by which order', async () => {
    await order('head-works', await postOf(agency, 'head-finance'), 'acting_for');
    const measure = await submitted();
    expect(await sign('head-finance', measure)).toBe('route.not-your-turn');
    expect(await sign('head-works', measure)).toBe('executive_review');
    const history = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      historyOf(tx, agency.organizationId, 'measure', measure.id),
    );
    expect(history.find(({ action }) => action === 'sign_off')).toMatchObject({
      post: 'ผู้อำนวยการกองช่าง',
      acting: [{ capacity: 'acting_for', post: 'ผู้อำนวยการกองคลัง', orderNumber: '๑๒/๒๕๖๘' }],
    });
  });

  it('may be signed by either when it was delegated', async () => {
    await order('head-works', await postOf(agency, 'head-finance'), 'delegated_by');
    expect(await sign('head-finance', await submitted())).toBe('executive_review');
    expect(await sign('head-works', await submitted())).toBe('executive_review');
  });

  it('is not signed by an order over other kinds of item', async () => {
    await order('head-works', await postOf(agency, 'head-finance'), 'acting_for', { itemKinds: ['report'] });
    const measure = await submitted();
    expect(await sign('head-works', measure)).toBe('route.not-your-turn');
    expect(await sign('head-finance', measure)).toBe('executive_review');
  });

  it('goes back to the holder when the order is revoked', async () => {
    const orderId = await order('head-works', await postOf(agency, 'head-finance'), 'acting_for');
    const measure = await submitted();
    await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      revokeActing(tx, { organizationId: agency.organizationId, orderId, revokedBy: agency.personId('admin') }),
    );
    expect(await sign('head-works', measure)).toBe('route.not-your-turn');
    expect(await sign('head-finance', measure)).toBe('executive_review');
  });

  it('is not approved by the person who signed it off as acting head', async () => {
    const executive = await postOf(agency, 'executive');
    await order('head-works', await postOf(agency, 'head-finance'), 'acting_for');
    await order('head-works', executive, 'performing_duties');
    const measure = await submitted();
    await sign('head-works', measure);
    expect(await outcomeOf(actsOn(agency, 'head-works', 'approve', measure))).toBe('route.already-decided');
  });
});

describe('somebody who left their own post', () => {
  const leave = (userName: string): Promise<object[]> =>
    agency.database.look(
      `update appointment set ends_on = (now() at time zone 'Asia/Bangkok')::date - 1
       where person_id = $1 returning id`,
      [agency.personId(userName)],
    );

  it('signs for nobody any more, and the holder signs again', async () => {
    const finance = await postOf(agency, 'head-finance');
    await order('head-works', finance, 'acting_for');
    await leave('head-works');
    const measure = await submitted();
    expect(await sign('head-works', measure)).toBe('permission.denied');
    expect(await sign('head-finance', measure)).toBe('executive_review');
  });

  it('holds no post by acting orders, and no title is printed for them', async () => {
    await order('head-works', await postOf(agency, 'head-finance'), 'acting_for');
    await leave('head-works');
    const held = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      postsHeldBy(tx, agency.organizationId, agency.personId('head-works')),
    );
    expect(held).toEqual([]);
  });

  it('signs as the holder once appointed to the post they act for', async () => {
    const finance = await postOf(agency, 'head-finance');
    await order('head-works', finance, 'acting_in_post');
    await leave('head-finance');
    await agency.database.look('update appointment set post_id = $2 where person_id = $1 returning id', [
      agency.personId('head-works'),
      finance,
    ]);
    expect((await block('head-works', finance)).slice(1)).toEqual(['ผู้อำนวยการกองคลัง']);
  });
});

it('two who would act for each other are refused, and the sentence names both orders', async () => {
  const [finance, works] = [await postOf(agency, 'head-finance'), await postOf(agency, 'head-works')];
  await order('head-works', finance, 'acting_for', { orderNumber: '๗/๒๕๖๘' });
  const refusal = await order('head-finance', works, 'acting_for', { orderNumber: '๘/๒๕๖๘' }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ details: { problems: ['acting.circular'] } });
  const { details } = refusal as DomainError; // matched above
  expect(sentenceOf('acting.circular', details, 'th')).toContain('(คำสั่งที่ ๘/๒๕๖๘, ๗/๒๕๖๘)');
  expect(sentenceOf('acting.circular', details, 'en')).toContain('(orders ๘/๒๕๖๘, ๗/๒๕๖๘)');
});

it("a chain whose first link was revoked stands in nobody's way", async () => {
  const [chief, executive] = [await postOf(agency, 'chief'), await postOf(agency, 'executive')];
  const first = await order('head-finance', chief, 'acting_for');
  await order('head-finance', executive, 'performing_duties', { throughOrderId: first });
  await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    revokeActing(tx, { organizationId: agency.organizationId, orderId: first, revokedBy: agency.personId('admin') }),
  );
  const today = await agency.unitOfWork.inTenant(agency.organizationId, todayOf);
  await order('chief', executive, 'acting_for', { startsOn: today });
  expect((await block('chief', executive)).slice(1)).toEqual([
    'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง',
    'รักษาราชการแทน',
    'นายกองค์การบริหารส่วนตำบลตัวอย่าง',
  ]);
});

it('two orders for one post over the same days are refused', async () => {
  const executive = await postOf(agency, 'executive');
  await order('chief', executive, 'acting_for');
  await expect(order('head-finance', executive, 'acting_for')).rejects.toMatchObject({
    details: { problems: ['acting.overlap'] },
  });
});
