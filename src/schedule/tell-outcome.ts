import { answersFor } from '../core/item.js';
import type { Tx } from '../database/unit-of-work.js';
import { notify } from '../notices/notify.js';
import type { ItemRef } from './asked-signatures.js';

/** The last deed of the round tells who answers for the submission how it ended; their own recall is no news to them. */
export async function tellOutcome(
  tx: Tx,
  { organizationId, itemKind, itemId }: ItemRef,
  item: { readonly round: number; readonly submittedBy: string | null; readonly succeededBy?: string | null },
  at: Date,
): Promise<void> {
  const [last]: { affirms: boolean; personId: string }[] = await tx.query(
    `select affirms, person_id as "personId" from decision
     where organization_id = $1 and item_kind = $2 and item_id = $3 and round = $4
       and set_aside_by is null and back_to_step is null and act <> 'reassign'
     order by decided_at desc, id desc limit 1`,
    [organizationId, itemKind, itemId, item.round],
  );
  const submitter = answersFor(item);
  if (!last || submitter === null || last.personId === submitter) return;
  const kind = last.affirms ? 'decided' : 'returned';
  await notify(tx, { organizationId, personIds: [submitter], kind, item: { kind: itemKind, id: itemId }, at });
}
