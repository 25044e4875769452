import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { DomainError } from '../core/errors.js';
import { planOf } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { importDifferences, type ImportDifference, type MeasureToImport } from './import-differences.js';
import type { MeasureRow } from './measure.entity.js';
import { editPlan, recordInterim, recordResults } from './save-measure.js';

/** Names exactly what was shown: the same measures in the same versions, differing in the same fields. Hex. */
export const differencesSeen = (differences: readonly ImportDifference[]): string =>
  contentHash({
    shown: differences.map(({ measure, merged }) => ({ id: measure.id, version: measure.version, merged })),
  });

/**
 * Lets measures of an earlier import say what the file says now, by a person's choice: the plan of drafts, the results of approved
 * measures. All or none; every change has its event.
 * @param seen `differencesSeen` of what the person looked at
 * @throws DomainError permission.denied, item.changed-meanwhile when they are others by now, item.refused, input.*
 */
export async function takeOverFile(
  tx: Tx,
  request: {
    readonly organizationId: OrganizationId;
    readonly actor: ActorInHand;
    readonly fiscalYear: number;
    readonly measures: readonly MeasureToImport[];
    readonly seen: string;
  },
): Promise<MeasureRow[]> {
  const { organizationId, actor, fiscalYear, measures, seen } = request;
  requireCapacity(actor, 'officer');
  const differences = await importDifferences(tx, organizationId, fiscalYear, measures);
  if (differencesSeen(differences) !== seen) throw new DomainError('item.changed-meanwhile', {});
  const changed: MeasureRow[] = [];
  for (const difference of differences.filter(({ takeable }) => takeable.length > 0)) {
    changed.push(await takenOver(tx, { organizationId, actor }, difference));
  }
  return changed;
}

async function takenOver(
  tx: Tx,
  at: { readonly organizationId: OrganizationId; readonly actor: ActorInHand },
  { measure, takeable, merged }: ImportDifference,
): Promise<MeasureRow> {
  const edit = { ...at, measureId: measure.id };
  if (measure.state === 'draft') return editPlan(tx, { ...edit, seenVersion: measure.version, fields: planOf(merged) });
  const { results, outcomes, figures, evidence, interim } = merged;
  let changed = measure;
  if (takeable.some((field) => field !== 'interim')) {
    const fields = { results, outcomes, evidence, ...(figures ? { figures } : {}) };
    changed = await recordResults(tx, { ...edit, seenVersion: changed.version, fields });
  }
  if (!interim || !takeable.includes('interim')) return changed;
  return recordInterim(tx, { ...edit, seenVersion: changed.version, fields: interim });
}
