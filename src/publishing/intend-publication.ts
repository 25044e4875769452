import { uuidv7 } from 'uuidv7';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { TARGETS_OF_EVERY_ORGANIZATION, type Targets } from './targets/targets.js';

/** What publishing needs to know of a sealed edition. */
export interface SealedEdition {
  readonly organizationId: OrganizationId;
  readonly id: string;
  readonly itemKind: string;
  readonly itemId: string;
  readonly documentId: string;
  readonly language: string;
  readonly sealedSha256: string | null;
}

/**
 * Wants a sealed edition on every target of its organization: the next generation of the document there. An edition
 * that was overtaken by a newer one of its document while it waited is not wanted any more.
 */
export async function intendPublication(tx: Tx, targets: Targets, edition: SealedEdition): Promise<void> {
  const { organizationId, documentId, language } = edition;
  const organizationSlug = await slugOf(tx, organizationId);
  for (const kind of TARGETS_OF_EVERY_ORGANIZATION) {
    const address = targets[kind].addressOf({ organizationSlug, documentId, language });
    const [row] = await tx.query<{ id: string }[]>(INTEND, [
      organizationId,
      uuidv7(),
      documentId,
      language,
      kind,
      edition.id,
      edition.itemKind,
      edition.itemId,
      address,
      edition.sealedSha256,
    ]);
    if (row) await appendWork(tx, organizationId, 'publication.send', row.id);
  }
}

const INTEND = `
  insert into publication as p (organization_id, id, document_id, language, target, edition_id, item_kind, item_id,
    address, desired, desired_sha256)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'present', $10)
  on conflict (organization_id, document_id, language, target) do update set
    edition_id = excluded.edition_id, item_kind = excluded.item_kind, item_id = excluded.item_id,
    address = excluded.address, desired = 'present', desired_sha256 = excluded.desired_sha256,
    generation = p.generation + 1, verified_at = null, settled_at = null, withdrawn_reason = null
  where (select number from edition where organization_id = p.organization_id and id = p.edition_id)
      < (select number from edition where organization_id = p.organization_id and id = excluded.edition_id)
  returning id`;

async function slugOf(tx: Tx, organizationId: OrganizationId): Promise<string> {
  const [row] = await tx.query<{ slug: string }[]>('select slug from organization where organization_id = $1', [
    organizationId,
  ]);
  return row?.slug ?? '';
}
