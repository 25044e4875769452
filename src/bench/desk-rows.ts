import { uuidv7 } from 'uuidv7';
import type { BulkRows } from './bulk-insert.js';
import type { BenchMeasure, Hand, Hands } from './desk-years.js';

const STEP_OF: Readonly<Record<string, number>> = { review: 0, approval: 1, results: 2 };

/** The text is frozen when the plan is submitted and again with the results. */
export const versionsOf = ({ officer }: Hands, { row, deeds, at }: BenchMeasure): BulkRows =>
  deeds.flatMap(([, action], nth) =>
    action === 'submit' || action === 'submit_results'
      ? [
          {
            ...ofItem(row),
            id: uuidv7(),
            number: action === 'submit' ? 1 : 2,
            content: row.content,
            content_hash: row.content_hash,
            frozen_by: officer.personId,
            frozen_at: at(nth),
          },
        ]
      : [],
  );

interface Signature {
  readonly row: BenchMeasure['row'];
  readonly hand: Hand;
  readonly action: string;
  readonly stage: string;
  readonly at: string;
}

export const signaturesOf = (
  hands: Hands,
  { row, deeds, at }: BenchMeasure,
  rowOf: (one: Signature) => object,
): BulkRows =>
  deeds.flatMap(([hand, action, , , stage], nth) =>
    stage === '' ? [] : [{ ...rowOf({ row, hand: hands[hand], action, stage, at: at(nth) }) }],
  );

export const decisionRow = ({ row, hand, action, stage, at }: Signature): object => ({
  ...ofItem(row),
  id: uuidv7(),
  round: stage === 'results' ? 2 : 1,
  stage,
  step: STEP_OF[stage],
  act: action,
  post_id: hand.postId,
  person_id: hand.personId,
  acting_order_ids: [],
  shown_hash: row.content_hash,
  affirms: true,
  decided_at: at,
});

export const askedRow = ({ row, hand, stage, at }: Signature, endedAt: string | null = at): object => ({
  ...ofItem(row),
  id: uuidv7(),
  round: stage === 'results' ? 2 : 1,
  stage,
  step: STEP_OF[stage],
  post_id: hand.postId,
  asked_at: at,
  due_in_days: 5,
  due_on: at.slice(0, 10),
  ended_at: endedAt,
});

export const askedNow = ({ executive }: Hands, { row, isWaiting, at }: BenchMeasure): BulkRows =>
  isWaiting ? [{ ...askedRow({ row, hand: executive, action: '', stage: 'approval', at: at(5) }, null) }] : [];

/** Whoever is asked is told, and reads it when they sign. */
export const noticesOf = (hands: Hands, { row, deeds, isWaiting, at }: BenchMeasure): BulkRows =>
  [...deeds, ...(isWaiting ? [['executive', '', '', '', 'approval'] as const] : [])].flatMap(
    ([hand, , , , stage], nth) =>
      stage === ''
        ? []
        : [
            {
              ...ofItem(row),
              id: uuidv7(),
              person_id: hands[hand].personId,
              kind: 'waiting',
              in_app: true,
              created_at: at(nth),
              read_at: isWaiting && hand === 'executive' ? null : at(nth),
            },
          ],
  );

const ofItem = ({ organization_id, id }: BenchMeasure['row']): Record<string, unknown> => ({
  organization_id,
  item_kind: 'measure',
  item_id: id,
});
