import { createHmac, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { DecisionRow, type ItemRow } from '../approvals/approval.entities.js';
import type { ItemKind } from '../approvals/item-kind.js';
import { runTransition, type TransitionCommand } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemFinding } from './item-findings.js';
import { proofVerdict } from './proof-verdict.js';
import { reasonIn } from './save-settings.js';

export interface CheckedCommand<Name extends string> extends TransitionCommand<Name> {
  /** Why the item is submitted although the proof-reader found errors; needed only then, and kept with the decisions. */
  readonly overrideReason: string | null;
}

/** Reads one kind of item. */
export type FindingsOf<Row> = (tx: Tx, organizationId: OrganizationId, item: Row) => Promise<ItemFinding[]>;

const SUBMISSIONS: readonly string[] = ['submit', 'submit_results'];
const QUOTED = 3;

/** True for deeds that the proof-reader stands before. */
export const isProofread = (deed: string): boolean => SUBMISSIONS.includes(deed);

/**
 * A deed of the lifecycle table; a submission only when the proof-reader lets it pass. What refuses the deed by itself is
 * told first: the item is read as it was submitted, and a refusal undoes the submission with the transaction.
 * @throws DomainError as runTransition, and proofreading.personal-data, proofreading.errors-found
 */
export async function actChecked<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  findingsOf: FindingsOf<Row>,
  { overrideReason, ...command }: CheckedCommand<Name>,
): Promise<Row> {
  const item = await runTransition(tx, kind, command);
  if (!isProofread(command.transition)) return item;
  const { errors, uncleared } = proofVerdict(await findingsOf(tx, command.organizationId, item));
  // personal data is not quoted: refusals reach logs and other programs
  if (uncleared.length > 0) throw new DomainError('proofreading.personal-data', detailsOf(uncleared));
  if (errors.length === 0) return item;
  if (!overrideReason?.trim())
    throw new DomainError('proofreading.errors-found', { ...detailsOf(errors), quotes: quotesOf(errors) });
  await recordOverride(tx, kind, item, command, reasonIn({ reason: overrideReason }));
  return item;
}

const detailsOf = (findings: readonly ItemFinding[]): Record<string, unknown> => ({
  count: findings.length,
  fields: findings.map(({ rule, at }) => ({ field: at, rule })),
});

const quotesOf = (findings: readonly ItemFinding[]): string[] =>
  findings
    .map(({ quote }) => quote)
    .filter(Boolean)
    .slice(0, QUOTED);

async function recordOverride<Row extends ItemRow<object>>(
  tx: Tx,
  kind: Pick<ItemKind<Row, string, string>, 'name'>,
  item: Row,
  { organizationId, actor, request }: TransitionCommand<string>,
  reason: string,
): Promise<void> {
  const reasonKey = randomBytes(32);
  const postId = actor.posts[0]?.postId ?? '';
  await tx.insert(DecisionRow, {
    organizationId,
    id: uuidv7(),
    itemKind: kind.name,
    itemId: item.id,
    round: item.round,
    stage: '',
    step: -1,
    act: 'proofreading.override',
    postId,
    personId: actor.personId,
    actingOrderIds: [],
    shownHash: item.contentHash,
    reason,
    reasonKey,
    affirms: false,
  });
  await appendAudit(tx, {
    ...request,
    action: 'proofreading.override',
    itemKind: kind.name,
    itemId: item.id,
    actorPersonId: actor.personId,
    actorPostId: postId,
    contentHashBefore: item.contentHash,
    contentHashAfter: item.contentHash,
    reasonHash: createHmac('sha256', reasonKey).update(reason).digest('hex'),
  });
}
