import { historyOf, type HistoryEntry } from '../../src/audit/history.queries.js';
import { inboxOf } from '../../src/approvals/inbox.queries.js';
import { saveRoute } from '../../src/approvals/routes.js';
import type { TransitionCommand } from '../../src/approvals/run-transition.js';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { RouteStep } from '../../src/core/route/route.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsOn, outcomeOf } from '../support/deeds.js';

/** Heads, then the chief, then the executive; results by heads, then the chief. */
const STEPS: RouteStep[] = [
  { stage: 'review', approvers: 'responsible_division_heads', need: 'all' },
  { stage: 'approval', approvers: 'chief_administrator', need: 'any' },
  { stage: 'approval', approvers: 'executive', need: 'any' },
  { stage: 'results', approvers: 'responsible_division_heads', need: 'all' },
  { stage: 'results', approvers: 'chief_administrator', need: 'any' },
];

let agency: TestAgency;
let measure: MeasureRow;
beforeEach(async () => {
  agency = await testAgency();
  const { organizationId, divisions } = agency;
  await agency.as('admin', (tx, actor) =>
    saveRoute(tx, { organizationId, actor, itemKind: 'measure', seenVersion: 1, steps: STEPS }),
  );
  const content = aMeasure(['กองคลัง', 'กองช่าง'].map((name) => divisions.get(name) ?? ''));
  measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  );
  await act('officer', 'submit');
});
afterEach(() => agency.database.close());

type More = Partial<Pick<TransitionCommand<MeasureTransition>, 'reason' | 'backToStep' | 'reasonCode'>>;

/** @returns the state afterwards, or the code of the refusal */
const act = (userName: string, transition: MeasureTransition, more: More = {}): Promise<string> =>
  outcomeOf(actsOn(agency, userName, transition, measure, more));

const all = async (...deeds: readonly (readonly [string, MeasureTransition])[]): Promise<string> => {
  let state = '';
  for (const [who, deed] of deeds) state = await act(who, deed);
  return state;
};

const waitsFor = async (userName: string): Promise<boolean> => {
  const { forMe } = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    inboxOf(tx, agency.organizationId, ITEM_KINDS, agency.personId(userName)),
  );
  return forMe.length > 0;
};

const history = (): Promise<HistoryEntry[]> =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    historyOf(tx, agency.organizationId, 'measure', measure.id),
  );

const toTheExecutive = () => all(['head-finance', 'sign_off'], ['head-works', 'sign_off'], ['chief', 'approve']);

describe('a return to an earlier step', () => {
  it('takes back the signatures from that step on, and only those', async () => {
    expect(await toTheExecutive()).toBe('executive_review');
    const back = { reason: 'ขอให้ปลัดตรวจตัวเลขอีกครั้ง', reasonCode: 'wrong-figures', backToStep: 1 } as const;
    expect(await act('executive', 'return', back)).toBe('executive_review');

    expect(await act('executive', 'approve')).toBe('route.not-your-turn');
    expect([await waitsFor('chief'), await waitsFor('executive'), await waitsFor('head-finance')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await all(['chief', 'approve'], ['executive', 'approve'])).toBe('approved');
  });

  it('goes back to the divisions from the executive, who all sign again', async () => {
    await toTheExecutive();
    expect(await act('executive', 'return', { reason: 'ไม่ครบ', reasonCode: 'incomplete', backToStep: 0 })).toBe(
      'division_review',
    );
    expect([await waitsFor('head-finance'), await waitsFor('head-works')]).toEqual([true, true]);
    expect(await toTheExecutive()).toBe('executive_review');
    expect(await act('executive', 'approve')).toBe('approved');
  });

  it('stands in the history with its code, its step and its words', async () => {
    await toTheExecutive();
    await act('executive', 'return', { reason: 'ตัวเลขไม่ตรง', reasonCode: 'wrong-figures', backToStep: 1 });
    expect((await history()).at(-1)).toMatchObject({
      action: 'return_to_approval',
      fromState: 'executive_review',
      toState: 'executive_review',
      reason: 'ตัวเลขไม่ตรง',
      reasonCode: 'wrong-figures',
      backToStep: 1,
    });
  });

  it('of results stays within the results', async () => {
    await toTheExecutive();
    await act('executive', 'approve');
    await all(['officer', 'submit_results'], ['head-finance', 'endorse'], ['head-works', 'endorse']);
    expect(await act('chief', 'return_results', { reason: 'x', backToStep: 0 })).toBe('route.step-not-earlier');
    expect(await act('chief', 'return_results', { reason: 'ขอหลักฐาน', backToStep: 3 })).toBe('results_review');
    expect(await waitsFor('head-works')).toBe(true);
    expect(await all(['head-works', 'endorse'], ['head-finance', 'endorse'], ['chief', 'endorse'])).toBe('completed');
  });

  it.each<[string, string, MeasureTransition, More, string]>([
    ['to the step that is asked', 'chief', 'return', { backToStep: 1 }, 'route.step-not-earlier'],
    ['to a later step', 'chief', 'return', { backToStep: 2 }, 'route.step-not-earlier'],
    ['to a step of the results', 'chief', 'return', { backToStep: 3 }, 'route.step-not-earlier'],
    ['to a step that does not exist', 'chief', 'return', { backToStep: -1 }, 'route.step-not-earlier'],
    ['without words', 'chief', 'return', { backToStep: 0, reason: ' ' }, 'lifecycle.reason-missing'],
    ['by somebody who is not asked', 'executive', 'return', { backToStep: 0 }, 'route.not-your-turn'],
    ['by who signed already', 'head-works', 'return', { backToStep: 0 }, 'route.already-decided'],
    ['with an approval', 'chief', 'approve', { backToStep: 0 }, 'input.invalid'],
    ['by the name of the move', 'chief', 'return_to_review', { backToStep: 0 }, 'request.not-found'],
  ])('is refused %s', async (_what, who, deed, more, code) => {
    await all(['head-finance', 'sign_off'], ['head-works', 'sign_off']);
    expect(await act(who, deed, { reason: 'เหตุผล', ...more })).toBe(code);
    expect(await act('chief', 'approve')).toBe('executive_review');
  });
});

it('a return to the submitter opens a new round, with its code or "other"', async () => {
  expect(await act('head-works', 'return', { reason: 'รูปแบบผิด', reasonCode: 'wrong-format' })).toBe('draft');
  await act('officer', 'submit');
  expect(await act('head-works', 'return', { reason: 'ยังผิด' })).toBe('draft');
  const returns = (await history()).filter(({ action }) => action === 'return');
  expect(returns.map(({ reasonCode, backToStep }) => [reasonCode, backToStep])).toEqual([
    ['wrong-format', null],
    ['other', null],
  ]);
});
