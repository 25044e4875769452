import { measureLifecycle, type MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { DomainError } from '../../src/core/errors.js';
import { historyOf, type HistoryEntry } from '../../src/audit/history.queries.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure, editPlan } from '../../src/measures/save-measure.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

const ROUNDS = 100;

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );

const act = (userName: string, transition: MeasureTransition, { id, contentHash }: MeasureRow): Promise<MeasureRow> =>
  agency.as(userName, (tx, actor) =>
    actOnMeasure(tx, {
      organizationId: agency.organizationId,
      itemId: id,
      transition,
      actor,
      seenVersion: null,
      shownHash: contentHash,
      reason: 'ขอให้แก้ไข',
    }),
  );

const waitingForTheExecutive = async (): Promise<MeasureRow> => {
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  const measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2568, content }),
  );
  await act('officer', 'submit', measure);
  return act('head-finance', 'sign_off', measure);
};

const edit = (measure: MeasureRow, word: string): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    editPlan(tx, {
      organizationId: agency.organizationId,
      actor,
      measureId: measure.id,
      seenVersion: measure.version,
      fields: { ...measure.content, title: word },
    }),
  );

/** Every event starts where the one before ended, and every move is a line of the table. */
function illegalMoves(history: readonly HistoryEntry[]): string[] {
  return history.flatMap(({ action, fromState, toState }, index) => {
    const before = history[index - 1]?.toState ?? '';
    const line = measureLifecycle.transitions[action as MeasureTransition] as
      (typeof measureLifecycle.transitions)[MeasureTransition] | undefined; // drafting and editing are no transitions
    const known = !line || ((line.from as readonly string[]).includes(fromState) && line.to === toState);
    return (index === 0 || before === fromState) && known ? [] : [`${before} | ${action} ${fromState} -> ${toState}`];
  });
}

it(`one of approve, return, cancel and stale edits wins, in each of ${ROUNDS} rounds of twenty at once`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const measure = await waitingForTheExecutive();
    const attempts = Array.from({ length: 20 }, (_unused, index) =>
      index % 4 === 0
        ? act('executive', 'return', measure)
        : index % 4 === 1
          ? edit(measure, `แก้ระหว่างรอ ${index}`)
          : act('executive', index % 4 === 2 ? 'approve' : 'cancel', measure),
    );
    const outcomes = await Promise.all(attempts.map(outcome));
    const history = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      historyOf(tx, agency.organizationId, 'measure', measure.id),
    );
    expect(illegalMoves(history)).toEqual([]);
    const decided = history
      .filter(({ action }) => ['approve', 'return', 'cancel'].includes(action))
      .map(({ action }) => action);
    // the executive may cancel what was just approved or returned, and nothing may follow a cancellation
    expect(decided).toEqual([expect.stringMatching(/approve|return/), ...decided.slice(1).map(() => 'cancel')]);
    expect(decided.length).toBeLessThanOrEqual(2);
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(
      decided.length + history.filter(({ action }) => action === 'edit_plan').length,
    );
  }
});

it('of twenty edits from one version one is kept, and no edit is lost without being told', async () => {
  const draft = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: 2568,
      content: aMeasure([agency.divisions.get('กองคลัง') ?? '']),
    }),
  );
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_unused, index) => outcome(edit(draft, `ฉบับ ${index}`))),
  );
  expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
  expect(outcomes.filter((each) => each === 'item.changed-meanwhile')).toHaveLength(19);
});
