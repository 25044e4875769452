import type { Response } from 'express';
import type { HistoryEntry } from '../../audit/history.queries.js';
import { idsOf, marksOf, type Marks } from '../../approvals/marks.queries.js';
import type { ItemKindName } from '../../core/item.js';
import { slotsAsked } from '../../core/route/route.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { ItemFinding } from '../../proofreading/item-findings.js';
import type { ItemDoor, Sight, TitledRow } from '../item-doors.js';
import type { Visitor } from '../visitor.js';
import type { FindingReply, HistoryReply, ItemReply, ItemSummary, MovedReply } from './item.dto.js';

type Listed = Pick<TitledRow, 'id' | 'title' | 'fiscalYear' | 'state' | 'version' | 'updatedAt'>;

const summaryOf = (
  { id, title, fiscalYear, state, version, updatedAt }: Listed,
  { wasReturned, hasOpenOverride }: Marks,
): ItemSummary => ({
  id,
  title,
  fiscalYear,
  state,
  version,
  updatedAt: updatedAt.toISOString(),
  wasReturned,
  hasOpenOverride,
});

/** Rows of one kind with what stands beside their state. */
export async function summariesOf(
  tx: Tx,
  { organizationId }: Visitor,
  kind: ItemKindName,
  rows: readonly Listed[],
): Promise<ItemSummary[]> {
  const marks = await marksOf(tx, organizationId, kind, idsOf(rows));
  return rows.map((row) => summaryOf(row, marks(row.id)));
}

export const movedOf = ({ id, state, version, contentHash }: TitledRow): MovedReply => ({
  id,
  state,
  version,
  contentHash,
});

/** The whole item with whose turn it is and what the visitor may do; its content hash is the ETag. */
export function itemReply(
  response: Response,
  door: Pick<ItemDoor, 'signs'>,
  { item, turn, offers, returnSteps, handable }: Sight,
  { findings, marks }: { readonly findings: readonly ItemFinding[]; readonly marks: Marks },
): ItemReply {
  response.setHeader('ETag', `"${item.contentHash}"`);
  response.setHeader('Cache-Control', 'private, no-cache');
  return {
    ...summaryOf(item, marks),
    contentHash: item.contentHash,
    content: item.content,
    waitingFor: slotsAsked(turn.open).map(({ postName, holders }) => ({
      post: postName,
      people: holders.map(({ name }) => name),
    })),
    deeds: offers.map(({ name, label, labelEn, asksReason, problems }) => ({
      name,
      label: { th: label, en: labelEn },
      asksReason,
      signs: door.signs(name),
      problems: [...problems],
    })),
    returnSteps: [...returnSteps],
    handable: handable.map(({ slot, people }) => ({
      step: slot.step,
      postId: slot.postId,
      post: slot.postName,
      people: people.map(({ personId, name, postName }) => ({ personId, name, post: postName })),
    })),
    findings: findings.map(findingReply),
  };
}

export const findingReply = ({
  key,
  rule,
  severity,
  at,
  start,
  end,
  quote,
  message,
  suggestion,
  clearance,
}: ItemFinding): FindingReply => ({
  key,
  rule,
  severity,
  at,
  start,
  end,
  quote,
  message,
  suggestion,
  isCleared: clearance !== null,
});

export const historyReply = ({
  seq,
  at,
  action,
  fromState,
  toState,
  person,
  post,
  acting,
  reason,
  reasonCode,
  backToStep,
  handedTo,
  isSetAside,
  contentHashBefore,
  contentHash,
  isComparable,
}: HistoryEntry): HistoryReply => ({
  seq,
  at: at.toISOString(),
  action,
  fromState,
  toState,
  person,
  post,
  acting: acting.map((link) => ({ ...link })),
  reason,
  reasonCode,
  backToStep,
  handedTo,
  isSetAside,
  contentHashBefore,
  contentHash,
  isComparable,
});
