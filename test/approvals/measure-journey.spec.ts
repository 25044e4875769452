import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { DomainError } from '../../src/core/errors.js';
import { verifyStoredChain } from '../../src/audit/verify-stored-chain.js';
import { historyOf } from '../../src/audit/history.queries.js';
import { inboxOf } from '../../src/approvals/inbox.queries.js';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure, editPlan, recordResults } from '../../src/measures/save-measure.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsOn } from '../support/deeds.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const divisionIds = (...names: string[]): string[] => names.map((name) => agency.divisions.get(name) ?? '');

const draft = (...divisions: string[]): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    draftMeasure(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: 2568,
      content: aMeasure(divisionIds(...divisions), { results: [], outcomes: [] }),
    }),
  );

const act = (
  userName: string,
  transition: MeasureTransition,
  measure: MeasureRow,
  reason?: string,
): Promise<MeasureRow> => actsOn(agency, userName, transition, measure, { reason });

const problemsOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof DomainError ? (error.details.problems ?? error.code) : error),
  );

describe('a measure of two divisions', () => {
  it('needs both heads, then the executive, then both heads again for the results', async () => {
    const measure = await draft('สำนักปลัด', 'กองคลัง');
    await act('officer', 'submit', measure);
    expect((await act('head-office', 'sign_off', measure)).state).toBe('division_review');
    expect((await act('head-finance', 'sign_off', measure)).state).toBe('executive_review');
    const approved = await act('executive', 'approve', measure);
    expect(approved.state).toBe('approved');

    const recorded = await agency.as('officer', (tx, actor) =>
      recordResults(tx, {
        organizationId: agency.organizationId,
        actor,
        measureId: measure.id,
        seenVersion: approved.version,
        fields: { results: [{ kind: 'dash', text: 'ทำแล้ว' }], outcomes: [{ kind: 'dash', text: 'ดีขึ้น' }], evidence: [] },
      }),
    );
    await act('officer', 'submit_results', recorded);
    await act('head-office', 'endorse', recorded);
    expect((await act('head-finance', 'endorse', recorded)).state).toBe('completed');

    const history = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      historyOf(tx, agency.organizationId, 'measure', measure.id),
    );
    expect(history.map(({ action }) => action)).toEqual([
      'draft',
      'submit',
      'sign_off',
      'sign_off',
      'pass_divisions',
      'approve',
      'record_results',
      'submit_results',
      'endorse',
      'endorse',
      'complete',
    ]);
    const verdict = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      verifyStoredChain(tx, agency.organizationId),
    );
    expect(verdict).toEqual({ intact: true, size: expect.any(Number), head: expect.any(String) });
  });

  it('waits in the inbox of exactly the heads who have not signed', async () => {
    const measure = await draft('กองช่าง', 'กองการศึกษา');
    await act('officer', 'submit', measure);
    await act('head-works', 'sign_off', measure);
    const waits = async (userName: string): Promise<boolean> => {
      const inbox = await agency.as(userName, (tx) =>
        inboxOf(tx, agency.organizationId, ITEM_KINDS, agency.personId(userName)),
      );
      return inbox.forMe.some(({ id }) => id === measure.id);
    };
    expect([await waits('head-works'), await waits('head-education'), await waits('head-finance')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a return', () => {
  it('goes back to the drafter with its reason, and the next round starts without the old signatures', async () => {
    const measure = await draft('สำนักปลัด', 'กองคลัง');
    await act('officer', 'submit', measure);
    await act('head-office', 'sign_off', measure);
    const returned = await act('head-finance', 'return', measure, 'ขอให้ระบุช่องทางเผยแพร่');
    expect(returned.state).toBe('draft');

    const edited = await agency.as('officer', (tx, actor) =>
      editPlan(tx, {
        organizationId: agency.organizationId,
        actor,
        measureId: measure.id,
        seenVersion: returned.version,
        fields: { ...returned.content, methods: [{ kind: 'dash', text: 'เผยแพร่ทางเว็บไซต์' }] },
      }),
    );
    await act('officer', 'submit', edited);
    expect((await act('head-finance', 'sign_off', edited)).state).toBe('division_review');
    expect(await problemsOf(act('head-finance', 'sign_off', edited))).toEqual(['route.already-decided']);
    expect((await act('head-office', 'sign_off', edited)).state).toBe('executive_review');

    const history = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      historyOf(tx, agency.organizationId, 'measure', measure.id),
    );
    expect(history.find(({ action }) => action === 'return')?.reason).toBe('ขอให้ระบุช่องทางเผยแพร่');
  });
});

describe('refusals', () => {
  it.each([
    ['a head whose division is not responsible', 'head-works', 'sign_off', ['route.not-your-turn']],
    ['the officer who submitted', 'officer', 'sign_off', ['route.not-your-turn']],
    ['the executive before the divisions', 'executive', 'approve', ['lifecycle.wrong-state']],
    ['a return without a reason', 'head-finance', 'return', ['lifecycle.reason-missing']],
  ] as const)('%s is refused', async (_sentence, userName, transition, problems) => {
    const measure = await draft('กองคลัง');
    await act('officer', 'submit', measure);
    expect(await problemsOf(act(userName, transition, measure))).toEqual(problems);
  });

  it('a signature on a text that changed meanwhile is refused', async () => {
    const measure = await draft('กองคลัง');
    await act('officer', 'submit', measure);
    expect(await problemsOf(act('head-finance', 'sign_off', { ...measure, contentHash: 'other' }))).toBe(
      'item.shown-hash-differs',
    );
  });

  it('lets only one of twenty simultaneous approvals through and tells the others', async () => {
    const measure = await draft('กองคลัง');
    await act('officer', 'submit', measure);
    await act('head-finance', 'sign_off', measure);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        act('executive', 'approve', measure).then(
          () => 'approved',
          (error: DomainError) => error.details.problems,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== 'approved')).toEqual(Array(19).fill(['lifecycle.wrong-state']));
    const decisions = await agency.database.look(`select 1 from decision where item_id = $1 and act = 'approve'`, [
      measure.id,
    ]);
    expect(decisions).toHaveLength(1);
  });
});
