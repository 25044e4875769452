import type { ItemRow } from '../approvals/approval.entities.js';
import type { ItemKind } from '../approvals/item-kind.js';
import { runTransition, type TransitionCommand } from '../approvals/run-transition.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemFinding } from './item-findings.js';
import { proofVerdict } from './proof-verdict.js';
import { recordReasonedDeed } from './reasoned-deed.js';
import { reasonIn } from './save-settings.js';

export interface CheckedCommand<Name extends string> extends TransitionCommand<Name> {
  /** Why the item is submitted although the proof-reader found errors; needed only then, and kept with the decisions. */
  readonly overrideReason: string | null;
}

/** Reads one kind of item. */
export type FindingsOf<Row> = (tx: Tx, organizationId: OrganizationId, item: Row) => Promise<ItemFinding[]>;

const SUBMISSIONS: readonly string[] = ['submit', 'submit_results', 'submit_interim'];
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
  const { organizationId, actor, request } = command;
  const reason = reasonIn({ reason: overrideReason });
  const action = 'proofreading.override';
  await recordReasonedDeed(tx, { organizationId, actor, itemKind: kind.name, item, action, reason, request });
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
