import type { ItemKindName } from '../core/item.js';
import type { HandedTo, Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** A signature that somebody asked one of its lawful holders for. */
export interface Reassignment extends HandedTo {
  /** "item/round" */
  readonly key: string;
  readonly step: number;
  readonly postId: string;
}

/** The newest of each signature, in the present round of each item. */
export const reassignmentsOf = (
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  items: readonly { readonly id: string; readonly round: number }[],
): Promise<Reassignment[]> =>
  tx.query(
    `select distinct on (r.item_id, r.round, r.step, r.post_id) r.item_id || '/' || r.round as key, r.step,
       r.post_id as "postId", r.to_person_id as "personId", n.name, b.name as by, d.reason
     from reassignment r
     join person n on n.organization_id = r.organization_id and n.id = r.to_person_id
     join decision d on d.organization_id = r.organization_id and d.id = r.decision_id
     join person b on b.organization_id = d.organization_id and b.id = d.person_id
     where r.organization_id = $1 and r.item_kind = $2 and r.item_id || '/' || r.round = any ($3)
       and r.item_id = any ($4)
     order by r.item_id, r.round, r.step, r.post_id, r.made_at desc, r.id desc`,
    [organizationId, itemKind, items.map(({ id, round }) => `${id}/${round}`), items.map(({ id }) => id)],
  );

/** Says on each open slot whom it was handed to, as long as that person may still sign in its step. Pure. */
export const handedOn = (open: readonly Slot[], handed: readonly Reassignment[]): Slot[] =>
  open.map((slot) => {
    const found = handed.find(({ step, postId }) => step === slot.step && postId === slot.postId);
    const mayStill = open.some(
      ({ step, holders }) => step === slot.step && holders.some(({ personId }) => personId === found?.personId),
    );
    if (!found || !mayStill) return slot;
    const { personId, name, by, reason } = found;
    return { ...slot, handedTo: { personId, name, by, reason } };
  });
