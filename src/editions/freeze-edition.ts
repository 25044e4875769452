import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { fontInForce } from './edition-font.js';
import { EditionEntity, type EditionLanguage } from './edition.entity.js';
import { snapshotHash } from './snapshot-hash.js';

export interface FreezeRequest {
  readonly organizationId: OrganizationId;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly documentId: string;
  readonly language: EditionLanguage;
  /** Name and version of a document template. */
  readonly template: string;
  readonly title: string;
  readonly fiscalYear: number;
  /** The template's data, complete: rendering reads nothing else. */
  readonly snapshot: object;
  readonly signedAt: Date;
}

/**
 * What was signed, word for word, with the typeface of the day, numbered within its document. Runs in the signer's transaction, so neither exists
 * without the other.
 * @returns the edition's id
 */
export async function freezeEdition(tx: Tx, request: FreezeRequest): Promise<string> {
  const { organizationId } = request;
  const id = uuidv7();
  const font = await fontInForce(tx, organizationId);
  const hash = snapshotHash(request.snapshot, font);
  await tx.insert(EditionEntity, {
    ...request,
    id,
    number: await nextNumber(tx, request),
    snapshotHash: hash,
    font,
    state: 'frozen',
  });
  await appendWork(tx, organizationId, 'edition.render', id);
  await appendAudit(tx, {
    action: 'edition.freeze',
    itemKind: 'edition',
    itemId: id,
    toState: 'frozen',
    contentHashAfter: hash,
  });
  return id;
}

/** Two signers of one document take turns here; the unique index would refuse the second otherwise. */
async function nextNumber(tx: Tx, { organizationId, documentId, language }: FreezeRequest): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId}/${documentId}`]);
  const [row] = await tx.query<{ next: number }[]>(
    `select coalesce(max(number), 0) + 1 as next from edition
     where organization_id = $1 and document_id = $2 and language = $3`,
    [organizationId, documentId, language],
  );
  return row?.next ?? 1;
}
