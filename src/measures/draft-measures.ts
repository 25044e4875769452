import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { insertDrafts } from '../approvals/draft-content.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { watchLinks } from '../evidence/evidence-links.js';
import { MeasureRow } from './measure.entity.js';
import { measureKind } from './measure.kind.js';
import { refuseUnusable } from './refuse-unusable.js';

export interface MeasureToDraft {
  readonly content: MeasureContent;
  /** Recognises the same row of the same file; null for a measure that no file brought. */
  readonly importKey: string | null;
}

export interface DraftingMeasures {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly fiscalYear: number;
  readonly measures: readonly MeasureToDraft[];
  /** Hears how many are stored so far. */
  readonly told?: (stored: number) => Promise<void>;
}

/**
 * Drafts measures at the end of their year, in the order given; every one has its event in the log.
 * @throws DomainError permission.denied, input.* naming the field
 */
export async function draftMeasures(
  tx: Tx,
  { organizationId, actor, fiscalYear, measures, told }: DraftingMeasures,
): Promise<MeasureRow[]> {
  requireCapacity(actor, 'officer');
  const contents = measures.map(({ content }) => content);
  await refuseUnusable(tx, organizationId, contents, fiscalYear);
  const last = (await tx.maximum(MeasureRow, 'position', { organizationId, fiscalYear })) ?? 0;
  const drafts = measures.map(({ content, importKey }, index) =>
    tx.create(MeasureRow, {
      organizationId,
      id: uuidv7(),
      fiscalYear,
      title: content.title,
      position: last + 1 + index,
      importKey,
      state: 'draft',
      version: 1,
      round: 0,
      content,
      contentHash: contentHash(content),
      createdBy: actor.personId,
    }),
  );
  const links = contents.flatMap(({ evidence }) => evidence);
  await watchLinks(tx, organizationId, links);
  await insertDrafts(tx, measureKind, drafts, { actor, action: 'draft', told });
  return drafts;
}
