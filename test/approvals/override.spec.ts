import { watchOverrides } from '../../src/approvals/deed-watch.js';
import { commentOn, commentsOn } from '../../src/approvals/comments.js';
import { openOverrides, ratifyOverride } from '../../src/approvals/overrides.js';
import type { DomainError } from '../../src/core/errors.js';
import { claimMessage } from '../../src/notices/claim-message.js';
import { saveWishes } from '../../src/notices/preferences.js';
import { askAboutUnasked, askRatification } from '../../src/schedule/ask-ratification.js';
import { fireRatifications } from '../../src/schedule/fire-ratifications.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { actsFor, actsOn, draftedMeasure, outcomeOf, postOf } from '../support/deeds.js';

let agency: TestAgency;
let measure: MeasureRow;
beforeAll(() => watchOverrides(askRatification));
afterAll(() => watchOverrides(async () => undefined));
beforeEach(async () => {
  agency = await testAgency();
  ({ organizationId } = agency);
  // the one situation where an officer could sign the own draft
  await actsFor(agency, 'officer', await postOf(agency, 'head-finance'));
  measure = await draftedMeasure(agency);
  await act('officer', 'submit');
});
afterEach(() => agency.database.close());

let organizationId: TestAgency['organizationId'];

const act = (
  userName: string,
  transition: 'submit' | 'sign_off',
  more: { override?: boolean; reason?: string } = {},
): Promise<string> => outcomeOf(actsOn(agency, userName, transition, measure, more));

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

describe('an override tells those who may ratify it', () => {
  const decided = () => act('officer', 'sign_off', { override: true, reason: 'น้ำท่วม' });

  /** "who kind", unread first. */
  const told = async (): Promise<string[]> => {
    const rows = await agency.database.look<{ line: string }>(
      `select p.user_name || case when n.read_at is null then '' else ' (read)' end as line
       from notice n join person p using (organization_id)
       where p.id = n.person_id and n.kind = 'unratified' and n.item_id = $1 order by line`,
      [measure.id],
    );
    return rows.map(({ line }) => line);
  };

  const clock = async (): Promise<string[]> =>
    (
      await agency.database.look<{ line: string }>(
        `select nth || ' ' || coalesce(outcome, case when cancelled_at is null then 'open' else 'cancelled' end) as line
         from override_reminder order by nth`,
      )
    ).map(({ line }) => line);

  const firesAt = async (nth: number): Promise<Date> => {
    const [row] = await agency.database.look<{ at: Date }>(
      'select fires_at as at from override_reminder where nth = $1',
      [nth],
    );
    return row?.at ?? new Date(Number.NaN);
  };

  const fire = (at: Date): Promise<number> =>
    agency.unitOfWork.inTenant(organizationId, (tx) => fireRatifications(tx, organizationId, at));

  it('at once, but not the one who decided, and settles it when somebody ratifies', async () => {
    await decided();
    expect(await told()).toEqual(['auditor', 'chief', 'executive']);
    expect(await clock()).toEqual(['1 open', '2 open', '3 open', '4 open', '5 open']);
    expect(await ratify('auditor')).toBe('ratified');
    expect(await told()).toEqual(['auditor (read)', 'chief (read)', 'executive (read)']);
    expect(await clock()).toEqual([1, 2, 3, 4, 5].map((nth) => `${nth} cancelled`));
    expect(await fire(new Date('2100-01-01'))).toBe(0);
  });

  it.each([
    ['brings it by e-mail', false, 1],
    ['leaves it out when it was ratified meanwhile', true, 0],
  ])('a message %s', async (_name, isRatified, lines) => {
    await agency.as('chief', (tx, { personId }) =>
      saveWishes(tx, { organizationId, personId, wishes: { email: 'chief@example.go.th', kinds: {} } }),
    );
    await decided();
    if (isRatified) await ratify('auditor');
    const tomorrow = new Date(Date.now() + 86_400_000);
    const claimed = await agency.unitOfWork.inTenant(organizationId, (tx) =>
      claimMessage(tx, organizationId, ['email'], tomorrow),
    );
    expect(claimed?.address).toBe('chief@example.go.th');
    expect(claimed?.parts.filter(({ kind, itemId }) => kind === 'unratified' && itemId === measure.id)).toHaveLength(
      lines,
    );
  });

  it('again every third working day, once however many workers ask, and only the newest after a silence', async () => {
    await decided();
    const first = await firesAt(1);
    const fired = await Promise.all(Array.from({ length: 8 }, () => fire(first)));
    expect(fired.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await told()).toEqual(['auditor', 'auditor', 'chief', 'chief', 'executive', 'executive']);
    expect(await fire(await firesAt(4))).toBe(3);
    expect(await clock()).toEqual(['1 told', '2 overtaken', '3 overtaken', '4 told', '5 open']);
    expect(await told()).toHaveLength(9);
  });

  it('as long as another one on the same item is open', async () => {
    await decided();
    await agency.database.look(
      `insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason, made_at)
       select organization_id, gen_random_uuid(), item_kind, item_id, round, transition, $1, 'น้ำท่วม', made_at + interval '1 second'
       from item_override`,
      [agency.personId('auditor')],
    );
    const item = { organizationId, itemKind: 'measure', itemId: measure.id } as const;
    await agency.unitOfWork.inTenant(organizationId, (tx) => askRatification(tx, item));
    expect(await told()).toEqual(['auditor', 'chief', 'executive']);
    expect(await ratify('executive')).toBe('ratified');
    expect(await told()).toEqual(['auditor (read)', 'chief', 'executive']);
  });

  it('also when another one is ratified at the same moment', async () => {
    await decided();
    const item = { organizationId, itemKind: 'measure', itemId: measure.id } as const;
    const another = (): Promise<void> =>
      agency.unitOfWork.inTenant(organizationId, async (tx) => {
        await tx.query(
          `insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason)
           values ($1, gen_random_uuid(), 'measure', $2, 1, 'sign_off', $3, 'น้ำท่วม')`,
          [organizationId, measure.id, agency.personId('officer')],
        );
        await askRatification(tx, item);
      });
    for (let round = 0; round < 8; round += 1) {
      const [outcome] = await Promise.all(
        round % 2 === 0 ? [ratify('chief'), another()] : [another(), ratify('chief')].reverse(),
      );
      expect([outcome, await openCount()]).toEqual(['ratified', 1]);
      expect((await told()).filter((line) => !line.endsWith('(read)'))).toEqual(['auditor', 'chief', 'executive']);
    }
  });

  it('and the administrators when only the one who decided could', async () => {
    await agency.database.look(`delete from appointment where person_id = any ($1) and organization_id = $2`, [
      ['executive', 'chief', 'auditor'].map((name) => agency.personId(name)),
      organizationId,
    ]);
    await decided();
    expect(await told()).toEqual(['admin']);
  });

  it('also when it was made before anybody was told of such', async () => {
    await decided();
    await agency.database.look('truncate override_reminder, notice_part, notice_message, notice cascade');
    const ask = (): Promise<number> =>
      agency.unitOfWork.inTenant(organizationId, (tx) => askAboutUnasked(tx, organizationId));
    expect([await ask(), await ask()]).toEqual([1, 0]);
    expect(await told()).toEqual(['auditor', 'chief', 'executive']);
  });
});
