import { said, written } from '../../templates/console/demo.js';
import { slotsFor, turnOf } from '../approvals/turn.js';
import type { MeasureTransition } from '../core/measure/measure.lifecycle.js';
import { readPlan } from '../imports/read-plan.js';
import type { ImportedPlan } from '../imports/imported-plan.js';
import { DomainError } from '../core/errors.js';
import { actOnMeasure } from '../measures/act-on-measure.js';
import { importMeasures } from '../measures/import-measures.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { measureKind } from '../measures/measure.kind.js';
import { recordResults } from '../measures/save-measure.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import { findingsOfMeasure } from '../proofreading/item-findings.js';
import type { DemoCast } from './demo-cast.js';
import { completedByOfficer, edited, resultsOf } from './demo-completing.js';
import { submitProofread, type Say } from './demo-submitting.js';

export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LIKELY_YEAR = 2568;

/** Reads the plan for the year that the file itself names, and drafts its measures. */
export async function importPlan(
  cast: DemoCast,
  file: PlanFile,
  say: Say,
): Promise<{ plan: ImportedPlan; measures: MeasureRow[] }> {
  const divisions = await cast.look((tx) => divisionsOf(tx, cast.organizationId));
  const read = (fiscalYear: number): Promise<ImportedPlan> => readPlan(file, { fiscalYear, divisions });
  const plan = await read(LIKELY_YEAR).catch((error: unknown) => {
    const [year] =
      error instanceof DomainError && error.code === 'import.wrong-year' ? (error.details.found as number[]) : []; // the reader's list of years
    if (year === undefined) throw error;
    return read(year);
  });
  const { created } = await cast.as('officer', (tx, actor) =>
    importMeasures(tx, { ...plan, organizationId: cast.organizationId, actor }),
  );
  say(said.imported(file.name, created.length, plan.findings.length));
  return { plan, measures: [...created] };
}

/** From draft to completed: sign-offs, one return, approval, results, endorsement. */
export async function carryMeasures(cast: DemoCast, measures: readonly MeasureRow[], say: Say): Promise<void> {
  const [returned] = measures.slice(1, 2).concat(measures);
  for (const measure of measures) {
    const ready = await completedByOfficer(cast, measure, say);
    await submit(cast, 'submit', ready, say);
    say(said.submitted(ready.title));
    const agreed = ready.id === returned?.id ? await returnedOnce(cast, ready, say) : ready;
    const signers = await everySigner(cast, agreed, 'sign_off');
    say(said.signedOff(agreed.title, signers));
    await act(cast, 'executive', 'approve', agreed);
    say(said.approved(agreed.title, cast.nameOf('executive')));
    await reportResults(cast, agreed, say);
    say(said.endorsed(agreed.title));
  }
}

async function returnedOnce(cast: DemoCast, measure: MeasureRow, say: Say): Promise<MeasureRow> {
  const [signer = ''] = await openSigners(cast, measure);
  const draft = await act(cast, signer, 'return', measure, written.returnReason);
  say(said.returned(measure.title, written.returnReason));
  const monitoring = [...draft.content.monitoring, { kind: 'dash' as const, text: written.correction }];
  const corrected = await edited(cast, draft, { ...draft.content, monitoring });
  await submit(cast, 'submit', corrected, say);
  say(said.resubmitted(measure.title));
  return corrected;
}

async function reportResults(cast: DemoCast, { id, title }: MeasureRow, say: Say): Promise<void> {
  const approved = await current(cast, id);
  const fields = resultsOf(approved.content, (part) => say(said.completed(part, title)));
  const recorded = await cast.as('officer', (tx, actor) =>
    recordResults(tx, {
      organizationId: cast.organizationId,
      actor,
      measureId: id,
      seenVersion: approved.version,
      fields,
    }),
  );
  await submit(cast, 'submit_results', recorded, say);
  await everySigner(cast, recorded, 'endorse');
}

/** Lets everybody sign whom the route asks, one after the other. @returns their names */
async function everySigner(cast: DemoCast, measure: MeasureRow, deed: MeasureTransition): Promise<string[]> {
  const names: string[] = [];
  for (const signer of await openSigners(cast, measure)) {
    await act(cast, signer, deed, measure);
    names.push(cast.nameOf(signer));
  }
  return names;
}

/** Person ids of those whose signature the item waits for, each once. */
const openSigners = (cast: DemoCast, { id }: MeasureRow): Promise<string[]> =>
  cast.look(async (tx) => {
    const turn = await turnOf(tx, measureKind, await currentIn(tx, cast, id));
    const asked = turn.open.flatMap((slot) => slot.holders.slice(0, 1).map((holder) => holder.personId));
    return [...new Set(asked)].filter((personId) => slotsFor(turn, personId).length > 0);
  });

const submit = (cast: DemoCast, transition: 'submit' | 'submit_results', item: MeasureRow, say: Say): Promise<void> =>
  submitProofread(cast, { kind: measureKind, findingsOf: findingsOfMeasure, transition, item }, say);

const act = (
  cast: DemoCast,
  who: string,
  transition: MeasureTransition,
  measure: MeasureRow,
  reason?: string,
): Promise<MeasureRow> =>
  cast.as(who, (tx, actor) =>
    actOnMeasure(tx, {
      organizationId: cast.organizationId,
      itemId: measure.id,
      transition,
      actor,
      seenVersion: null,
      shownHash: measure.contentHash,
      reason,
    }),
  );

const current = (cast: DemoCast, id: string): Promise<MeasureRow> => cast.look((tx) => currentIn(tx, cast, id));

const currentIn = (tx: Parameters<typeof turnOf>[0], { organizationId }: DemoCast, id: string): Promise<MeasureRow> =>
  tx.findOneByOrFail(measureKind.entity, { organizationId, id });
