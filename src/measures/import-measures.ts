import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { draftMeasures } from './draft-measures.js';
import { differencesBetween, type ImportDifference, type MeasureToImport } from './import-differences.js';
import { MeasureRow } from './measure.entity.js';

export interface ImportOutcome {
  readonly created: readonly MeasureRow[];
  /** Measures of an earlier import, left as they are now. */
  readonly alreadyThere: readonly MeasureRow[];
  /** Those of them that say something else than the file. */
  readonly differing: readonly ImportDifference[];
}

/** All or none: drafts from a plan. A measure that was imported before is found again, not doubled. */
export async function importMeasures(
  tx: Tx,
  request: {
    readonly organizationId: OrganizationId;
    readonly actor: ActorInHand;
    readonly fiscalYear: number;
    readonly measures: readonly MeasureToImport[];
    /** Hears of how many measures it is sure so far that they are there when this ends. */
    readonly told?: (settled: number) => Promise<void>;
  },
): Promise<ImportOutcome> {
  const { organizationId, actor, fiscalYear, measures, told } = request;
  requireCapacity(actor, 'officer');
  if (measures.length === 0) throw new DomainError('import.no-measures');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`${organizationId}/${fiscalYear}`]);
  const before = await tx.findBy(MeasureRow, { organizationId, fiscalYear });
  const known = new Map(before.map((measure) => [measure.importKey, measure]));
  const alreadyThere = measures.flatMap(({ contentKey }) => known.get(contentKey) ?? []);
  const missing = measures.filter(({ contentKey }) => !known.has(contentKey));
  const created = await draftMeasures(tx, {
    organizationId,
    actor,
    fiscalYear,
    measures: missing.map(({ contentKey, content }) => ({ content, importKey: contentKey })),
    ...(told ? { told: (stored) => told(alreadyThere.length + stored) } : {}),
  });
  await appendAudit(tx, {
    action: 'import',
    itemKind: 'plan',
    itemId: String(fiscalYear),
    actorPersonId: actor.personId,
  });
  return { created, alreadyThere, differing: differencesBetween(before, measures) };
}
