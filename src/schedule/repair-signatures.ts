import { waitingTurns, type ListedKind, type WaitingTurn } from '../approvals/waiting-turns.queries.js';
import { lockItem } from '../approvals/run-transition.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { administratorsToday } from '../notices/administrators.queries.js';
import { notify } from '../notices/notify.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';
import { audienceOf, type Audience } from './audience.js';
import { stepsAsked } from './steps-asked.js';

/**
 * Finds items whose asked signatures do not agree with whose turn it is, and puts them right; tells those who may sign only
 * since an acting order began. There should be none of the first; this looks anyway.
 * @returns how many items were put right
 */
export async function repairSignatures(
  unitOfWork: UnitOfWork,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
): Promise<number> {
  const strayed = await unitOfWork.inTenant(organizationId, async (tx) => {
    const waiting = await waitingTurns(tx, organizationId, kinds);
    await tellNewcomers(tx, organizationId, waiting);
    return strayedItems(waiting, await standing(tx, organizationId));
  });
  for (const { itemKind, itemId } of strayed) {
    const kind = kinds.find(({ name }) => name === itemKind);
    if (!kind) continue;
    await unitOfWork.inTenant(organizationId, async (tx) => {
      await lockItem(tx, kind, organizationId, itemId);
      await stepsAsked(tx, kinds, { organizationId, itemKind, itemId });
    });
  }
  return strayed.length;
}

interface Standing {
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  /** item/round/step/post */
  readonly key: string;
}

const standing = (tx: Tx, organizationId: OrganizationId): Promise<Standing[]> =>
  tx.query(
    `select item_kind as "itemKind", item_id as "itemId", concat_ws('/', item_id, round, step, post_id) as key
     from asked_signature where organization_id = $1 and ended_at is null`,
    [organizationId],
  );

function strayedItems(waiting: readonly WaitingTurn[], stand: readonly Standing[]): Omit<Standing, 'key'>[] {
  const wanted = waiting.flatMap(({ kind, row, turn }) =>
    turn.open.map(({ step, postId }) => ({
      itemKind: kind.name,
      itemId: row.id,
      key: [row.id, row.round, step, postId].join('/'),
    })),
  );
  const wantedKeys = new Set(wanted.map(({ key }) => key));
  const standingKeys = new Set(stand.map(({ key }) => key));
  const strayed = [
    ...wanted.filter(({ key }) => !standingKeys.has(key)),
    ...stand.filter(({ key }) => !wantedKeys.has(key)),
  ];
  return [...new Map(strayed.map((one) => [one.itemId, one])).values()];
}

/** Whoever may sign now and was never told since the signature was asked; the administrators where nobody may any more. */
async function tellNewcomers(tx: Tx, organizationId: OrganizationId, waiting: readonly WaitingTurn[]): Promise<void> {
  if (waiting.length === 0) return;
  const administrators = await administratorsToday(tx, organizationId);
  const audiences = waiting.flatMap(({ row, turn }) =>
    turn.open.flatMap((slot) => {
      const { kind, personIds } = audienceOf(slot, row, turn, administrators);
      return personIds.map((personId) => ({ kind, itemId: row.id, postId: slot.postId, personId }));
    }),
  );
  const { at } = await momentOfSigning(tx);
  for (const { kind, itemKind, itemId, personId, dueOn } of await untold(tx, organizationId, audiences)) {
    await notify(tx, { organizationId, personIds: [personId], kind, item: { kind: itemKind, id: itemId }, dueOn, at });
  }
}

interface Listener {
  readonly kind: Audience['kind'];
  readonly itemId: string;
  readonly postId: string;
  readonly personId: string;
}

const untold = (
  tx: Tx,
  organizationId: OrganizationId,
  listeners: readonly Listener[],
): Promise<(Listener & { itemKind: ItemKindName; dueOn: string | null })[]> =>
  tx.query(
    `select distinct on (s.item_id, a.person_id, a.kind) a.kind, s.item_kind as "itemKind", s.item_id as "itemId",
       a.person_id as "personId", to_char(s.due_on, 'YYYY-MM-DD') as "dueOn"
     from unnest($2::text[], $3::uuid[], $4::uuid[], $5::uuid[]) as a (kind, item_id, post_id, person_id)
     join asked_signature s on s.organization_id = $1 and s.item_id = a.item_id and s.post_id = a.post_id
       and s.ended_at is null
     where not exists (
       select from notice n where n.organization_id = $1 and n.item_kind = s.item_kind and n.item_id = s.item_id
         and n.kind = a.kind and n.person_id = a.person_id and n.created_at > s.asked_at - interval '1 hour')
     order by s.item_id, a.person_id, a.kind, s.due_on`,
    [
      organizationId,
      listeners.map(({ kind }) => kind),
      listeners.map(({ itemId }) => itemId),
      listeners.map(({ postId }) => postId),
      listeners.map(({ personId }) => personId),
    ],
  );
