import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Claim } from '../outbox/claims.js';
import type { TargetKind } from './publication.entity.js';
import type { Wanted } from './targets/target.js';

export interface Intent extends Wanted {
  readonly target: TargetKind;
  /** This very generation was already seen fulfilled. */
  readonly isVerified: boolean;
  /** It was seen fulfilled at some time, perhaps not at the last look. */
  readonly wasVerified: boolean;
}

/**
 * The newest intent of a publication. Read after claiming.
 * @param lock true: it stays the newest until the transaction ends
 * @throws DomainError publication.not-found
 */
export async function readIntent(
  tx: Tx,
  { organizationId, refId: publicationId }: Claim,
  { lock = false }: { lock?: boolean } = {},
): Promise<Intent> {
  const [row] = await tx.query<IntentRow[]>(
    `select p.*, o.slug, e.title, e.fiscal_year, e.signed_at,
            p.verified_at is not null and p.observed_generation = p.generation as is_verified,
            p.observed_generation = p.generation as was_verified
     from publication p
     join edition e on e.organization_id = p.organization_id and e.id = p.edition_id
     join organization o on o.organization_id = p.organization_id
     where p.organization_id = $1 and p.id = $2 ${lock ? 'for no key update of p' : ''}`,
    [organizationId, publicationId],
  );
  if (!row) throw new DomainError('publication.not-found', { publicationId });
  return {
    organizationId,
    organizationSlug: row.slug,
    publicationId,
    documentId: row.document_id,
    language: row.language,
    generation: row.generation,
    presence: row.desired,
    sha256: row.desired_sha256,
    editionId: row.edition_id,
    itemKind: row.item_kind,
    itemId: row.item_id,
    title: row.title,
    fiscalYear: row.fiscal_year,
    signedAt: row.signed_at,
    reason: row.withdrawn_reason,
    target: row.target,
    isVerified: row.is_verified,
    wasVerified: row.was_verified,
  };
}

interface IntentRow {
  readonly slug: string;
  readonly document_id: string;
  readonly language: string;
  readonly generation: number;
  readonly desired: Wanted['presence'];
  readonly desired_sha256: string;
  readonly edition_id: string;
  readonly item_kind: ItemKindName;
  readonly item_id: string;
  readonly title: string;
  readonly fiscal_year: number;
  readonly signed_at: Date;
  readonly withdrawn_reason: string | null;
  readonly target: TargetKind;
  readonly is_verified: boolean;
  readonly was_verified: boolean;
}
