import type { BundleRecord } from '../audit/bundle-records.js';
import type { LoggedFact, LogIndex } from '../audit/log-index.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ThenAndNow } from './records-then.js';

/** Where an edition is to be found on one target. */
export interface PublicationPlace {
  readonly id: string;
  readonly editionId: string;
  readonly itemId: string;
  readonly target: string;
  readonly address: string;
  readonly withdrawnReason: string;
}

/** One for each edition and target, also for editions that a later one has taken the place of. */
export const publicationPlaces = (tx: Tx, organizationId: OrganizationId): Promise<PublicationPlace[]> =>
  tx.query(
    `select p.id, e.id as "editionId", p.item_id as "itemId", p.target, p.address,
       coalesce(p.withdrawn_reason, '') as "withdrawnReason"
     from publication p join edition e on e.organization_id = p.organization_id and e.document_id = p.document_id
       and e.language = p.language
     where p.organization_id = $1 order by p.id, e.number, e.id`,
    [organizationId],
  );

/**
 * Publications as the log tells them until the end of a period: their rows are written over by later ones. How often an address
 * was written is not told in a part.
 */
export function publicationsThen(
  editions: readonly BundleRecord<'editions'>[],
  places: readonly PublicationPlace[],
  { then, now }: ThenAndNow,
): BundleRecord<'publications'>[] {
  return places.flatMap((place) => {
    const sha256 = editions.find(({ id }) => id === place.editionId)?.sealedSha256 ?? '';
    if (sha256 === '') return [];
    const last = newest(then, place.id);
    const isGone = last?.action === 'publication.withdraw' && last.fileSha256 === sha256;
    const isLast = newest(now, place.id)?.seq === last?.seq;
    return {
      editionId: place.editionId,
      target: place.target,
      address: place.address,
      desired: isGone ? 'tombstone' : 'present',
      desiredSha256: sha256,
      generation: '',
      verifiedAt: seenAt(then, place.id, sha256),
      withdrawnReason: isGone && isLast ? place.withdrawnReason : '',
    };
  });
}

const newest = (index: LogIndex, publicationId: string): LoggedFact | undefined =>
  index
    .of(publicationId)
    .filter(({ action }) => action === 'publication.publish' || action === 'publication.withdraw')
    .at(-1);

const seenAt = (index: LogIndex, publicationId: string, sha256: string): string =>
  index.of(publicationId).find(({ action, fileSha256 }) => action === 'publication.publish' && fileSha256 === sha256)
    ?.at ?? '';
