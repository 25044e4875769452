import { requireCapacity, writesAs, type ActorInHand } from './actor.js';
import { appendAudit, appendAudits } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import { lockItem } from './run-transition.js';

/** Rows of one INSERT, and events of one question: large enough that the way to the database counts little. */
const ROWS_AT_ONCE = 50;
const EVENTS_AT_ONCE = 500;

interface Drafting {
  readonly actor: ActorInHand;
  readonly action: string;
}

/** Stores a new draft and its first event. @throws DomainError permission.denied */
export async function insertDraft<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  draft: Row,
  drafting: Drafting,
): Promise<Row> {
  await insertDrafts(tx, kind, [draft], drafting);
  return draft;
}

/**
 * Stores many new drafts, then the first event of each: others wait for the log only at the end.
 * @param told how many are stored so far, after each portion
 * @throws DomainError permission.denied; what `told` throws
 */
export async function insertDrafts<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  drafts: readonly Row[],
  { actor, action, told }: Drafting & { readonly told?: (stored: number) => Promise<void> },
): Promise<void> {
  requireCapacity(actor, 'officer');
  for (let from = 0; from < drafts.length; from += ROWS_AT_ONCE) {
    const portion = drafts.slice(from, from + ROWS_AT_ONCE);
    await tx.insert(kind.entity, portion as never); // TypeORM's type of rows to insert does not follow a type parameter
    await told?.(from + portion.length);
  }
  const events = drafts.map(({ id, state, contentHash }) => ({
    action,
    itemKind: kind.name,
    itemId: id,
    toState: state,
    actorPersonId: actor.personId,
    actorPostId: writesAs(actor),
    contentHashAfter: contentHash,
  }));
  for (let from = 0; from < events.length; from += EVENTS_AT_ONCE) {
    await appendAudits(tx, events.slice(from, from + EVENTS_AT_ONCE));
  }
}

export interface ContentEdit {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly itemId: string;
  readonly seenVersion: number;
  /** The only state in which this may be changed. */
  readonly state: string;
  readonly action: string;
  /** Of a file that the change is about, for the log. */
  readonly fileSha256?: string;
}

/**
 * Changes the text of an item: the row moves only from the version that the person saw.
 * @param change what to set, from the row as it stands; may refuse
 * @throws DomainError permission.denied, item.not-found, item.changed-meanwhile, item.refused
 */
export async function editContent<
  Row extends ItemRow<object>,
  Name extends string,
  Effect extends string,
  Change extends Pick<Row, 'content' | 'contentHash'>,
>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  { organizationId, actor, itemId, seenVersion, state, action, fileSha256 }: ContentEdit,
  change: (item: Row) => Promise<Change>,
): Promise<Row & Change> {
  requireCapacity(actor, 'officer');
  const item = await lockItem(tx, kind, organizationId, itemId);
  const found = { itemId, state: item.state, version: item.version };
  if (item.version !== seenVersion) throw new DomainError('item.changed-meanwhile', found);
  if (item.state !== state) throw new DomainError('item.refused', { ...found, problems: ['lifecycle.wrong-state'] });
  const changed = { ...(await change(item)), version: item.version + 1 };
  const { affected } = await tx
    .createQueryBuilder()
    .update(kind.entity)
    .set({ ...changed, updatedAt: () => 'now()' } as never) // as above
    .where('organization_id = :organizationId and id = :itemId and version = :seenVersion', {
      organizationId,
      itemId,
      seenVersion,
    })
    .execute();
  if (affected !== 1) throw new DomainError('item.changed-meanwhile', found);
  await appendAudit(tx, {
    action,
    itemKind: kind.name,
    itemId,
    fromState: state,
    toState: state,
    actorPersonId: actor.personId,
    actorPostId: writesAs(actor),
    contentHashBefore: item.contentHash,
    contentHashAfter: changed.contentHash,
    ...(fileSha256 ? { fileSha256 } : {}),
  });
  return { ...item, ...changed };
}
