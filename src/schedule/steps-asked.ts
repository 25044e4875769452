import type { DeedWatcher } from '../approvals/deed-watch.js';
import { turnOf, type Turn } from '../approvals/turn.js';
import type { ListedItem, ListedKind } from '../approvals/waiting-turns.queries.js';
import type { Slot } from '../core/route/route.js';
import type { Tx } from '../database/unit-of-work.js';
import { administratorsToday } from '../notices/administrators.queries.js';
import { notify } from '../notices/notify.js';
import { settleNotices } from '../notices/settle-notices.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';
import {
  askSignature,
  endSignatures,
  standingSignatures,
  type ItemRef,
  type StandingSignature,
} from './asked-signatures.js';
import { audienceOf, type Audience } from './audience.js';
import { tellOutcome } from './tell-outcome.js';

/**
 * Brings the signatures that are asked for into line with whose turn it is: ends what nobody needs, asks for what is new, tells
 * those who are asked and, when the item waits no longer, the submitter. Called once at the end of every deed on an item, in its
 * transaction and with its row locked; again at any time changes nothing.
 */
export async function stepsAsked(
  tx: Tx,
  kinds: readonly ListedKind[],
  { handedOn, ...ref }: Parameters<DeedWatcher>[1],
): Promise<void> {
  const kind = kinds.find(({ name }) => name === ref.itemKind);
  const item = kind ? await itemOf(tx, kind, ref) : null;
  if (!kind || !item) return;
  const turn = await turnOf(tx, kind, item);
  const standing = await standingSignatures(tx, ref);
  const ended = standing.filter((row) => !isWanted(row, item, turn));
  const isFresh = turn.open.some((slot) => !standing.some((row) => isOf(row, item, slot)));
  if (ended.length === 0 && !isFresh && !handedOn) return;

  const { at } = await momentOfSigning(tx);
  await endSignatures(
    tx,
    ref.organizationId,
    ended.map(({ id }) => id),
    at,
  );
  const administrators = await administratorsToday(tx, ref.organizationId);
  const asked = turn.open.map((slot) => ({ slot, audience: audienceOf(slot, item, turn, administrators) }));
  const fresh = asked.filter(({ slot }) => !standing.some((row) => isOf(row, item, slot)));
  for (const { slot, audience } of fresh) await ask(tx, ref, { item, turn, slot, audience }, at);
  const handed = asked.find(({ slot }) => slot.step === handedOn?.step && slot.postId === handedOn.postId);
  if (handed) await notify(tx, { ...handed.audience, ...noticeOf(ref), at });
  const stillAsked = asked.flatMap(({ audience }) => audience.personIds);
  await settleNotices(tx, { ...noticeOf(ref), kinds: ABOUT_SIGNATURES, stillAsked, at });
  if (turn.stage === null) await tellOutcome(tx, ref, item, at);
}

const ABOUT_SIGNATURES = ['waiting', 'reminder', 'nobody-to-sign'] as const;

async function ask(
  tx: Tx,
  ref: ItemRef,
  {
    item,
    turn,
    slot,
    audience,
  }: { readonly item: ListedItem; readonly turn: Turn; readonly slot: Slot; readonly audience: Audience },
  at: Date,
): Promise<void> {
  const dueInDays = turn.steps[slot.step]?.dueInDays ?? null;
  const dueOn = await askSignature(tx, ref, { round: item.round, slot, dueInDays }, at);
  await notify(tx, {
    ...audience,
    ...noticeOf(ref),
    dueOn,
    at,
  });
}

const noticeOf = ({ organizationId, itemKind, itemId }: ItemRef) => ({
  organizationId,
  item: { kind: itemKind, id: itemId },
});

const isWanted = (row: StandingSignature, item: ListedItem, turn: Turn): boolean =>
  turn.open.some((slot) => isOf(row, item, slot));

const isOf = (
  row: StandingSignature,
  { round }: { readonly round: number },
  slot: { readonly step: number; readonly postId: string },
): boolean => row.round === round && row.step === slot.step && row.postId === slot.postId;

const itemOf = (tx: Tx, kind: ListedKind, { organizationId, itemId }: ItemRef): Promise<ListedItem | null> =>
  tx
    .createQueryBuilder(kind.entity, 'item')
    .where('item.organization_id = :organizationId and item.id = :itemId', { organizationId, itemId })
    .getOne();
