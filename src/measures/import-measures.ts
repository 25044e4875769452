import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { MeasureRow } from './measure.entity.js';
import { draftMeasure } from './save-measure.js';

/** A measure as a reader of files found it; its key is the same when the same row is read again. */
export interface MeasureToImport {
  readonly contentKey: string;
  readonly content: MeasureContent;
}

export interface ImportOutcome {
  readonly created: readonly MeasureRow[];
  /** Measures of an earlier import, left as they are now. */
  readonly alreadyThere: readonly MeasureRow[];
}

/** All or none: drafts from a plan. A measure that was imported before is found again, not doubled. */
export async function importMeasures(
  tx: Tx,
  request: {
    readonly organizationId: OrganizationId;
    readonly actor: ActorInHand;
    readonly fiscalYear: number;
    readonly measures: readonly MeasureToImport[];
  },
): Promise<ImportOutcome> {
  const { organizationId, actor, fiscalYear, measures } = request;
  requireCapacity(actor, 'officer');
  if (measures.length === 0) throw new DomainError('import.no-measures');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`${organizationId}/${fiscalYear}`]);
  const before = await tx.findBy(MeasureRow, { organizationId, fiscalYear });
  const known = new Map(before.map((measure) => [measure.importKey, measure]));
  const created: MeasureRow[] = [];
  const alreadyThere: MeasureRow[] = [];
  for (const { contentKey, content } of measures) {
    const existing = known.get(contentKey);
    if (existing) alreadyThere.push(existing);
    else created.push(await draftMeasure(tx, { organizationId, actor, fiscalYear, content, importKey: contentKey }));
  }
  await appendAudit(tx, {
    action: 'import',
    itemKind: 'plan',
    itemId: String(fiscalYear),
    actorPersonId: actor.personId,
  });
  return { created, alreadyThere };
}
