import { mayStillSign } from '../approvals/turn.js';
import { waitingTurns, type ListedKind, type WaitingTurn } from '../approvals/waiting-turns.queries.js';
import type { ItemKindName } from '../core/item.js';
import { needed, type Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** A post whose signature is asked and that nobody may give today. */
export interface UnsignedPost {
  readonly postId: string;
  readonly post: string;
  /** Who holds it but is kept out by four eyes; empty when nobody holds it or acts for it. */
  readonly keptOut: readonly string[];
}

/** An item that cannot go on, whoever signs in today. */
export interface UnsignedWork {
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly title: string;
  readonly since: Date;
  /** Empty when the route asks for a post that does not exist any more. */
  readonly posts: readonly UnsignedPost[];
}

/** Everything that waits for a signature nobody may give, oldest first within its kind. */
export const unsignedWork = async (
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
): Promise<UnsignedWork[]> => unsignedAmong(await waitingTurns(tx, organizationId, kinds));

/** The same of what waits. Pure. */
export const unsignedAmong = (waiting: readonly WaitingTurn[]): UnsignedWork[] =>
  waiting.filter(isStuck).map(({ kind, row, turn }) => ({
    itemKind: kind.name,
    itemId: row.id,
    title: row.title,
    since: row.updatedAt,
    posts: turn.open
      .filter((slot) => mayStillSign(slot, row, turn).length === 0)
      .map(({ postId, postName, holders }) => ({ postId, post: postName, keptOut: holders.map(({ name }) => name) })),
  }));

/** The step that is asked now lacks more signatures than people are left to give. */
function isStuck({ row, turn }: WaitingTurn): boolean {
  const asked = turn.open[0]?.step;
  const step = asked === undefined ? undefined : turn.steps[asked];
  if (asked === undefined || !step) return true;
  const ofStep = (slot: Pick<Slot, 'step'>): boolean => slot.step === asked;
  const missing = needed(step, turn.slots.filter(ofStep).length) - turn.affirmed.filter(ofStep).length;
  return turn.open.filter((slot) => mayStillSign(slot, row, turn).length > 0).length < missing;
}
