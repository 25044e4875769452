import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { appendAudit } from '../audit/append-audit.js';
import { reasonHash } from '../audit/reason-hash.js';
import { DomainError } from '../core/errors.js';
import type { Severity } from '../core/proofreading/finding.js';
import { personalDataRule } from '../core/proofreading/personal-data.rule.js';
import { RULES } from '../core/proofreading/rules.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ProofreadingChange } from './changes.queries.js';

export const LONGEST_WORD = 100;
const LONGEST_REASON = 2_000;

interface Asked {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly reason: string;
}

export interface RuleSettingToSave extends Asked {
  readonly rule: string;
  readonly isOff: boolean;
  /** Null: the rule's own severity. A rule is never made harder than it is. */
  readonly severity: Exclude<Severity, 'E'> | null;
}

/**
 * Switches a rule off, lowers it, or sets it back.
 * @throws DomainError permission.denied, lifecycle.reason-missing, proofreading.rule-unknown, proofreading.rule-fixed
 */
export async function saveRuleSetting(tx: Tx, request: RuleSettingToSave): Promise<void> {
  const { organizationId, actor, rule, isOff, severity } = request;
  requireCapacity(actor, 'administrator');
  const reason = reasonIn(request);
  const known = RULES.find(({ id }) => id === rule);
  if (!known) throw new DomainError('proofreading.rule-unknown', { rule });
  if (rule === personalDataRule.id) throw new DomainError('proofreading.rule-fixed', { rule });
  const lowered = severity !== null && isHarder(severity, known.severity) ? null : severity;
  await tx.query(
    `insert into proofreading_setting (organization_id, rule, is_off, severity, reason, set_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, rule) do update set is_off = excluded.is_off, severity = excluded.severity,
       reason = excluded.reason, set_by = excluded.set_by, set_at = now()`,
    [organizationId, rule, isOff, lowered, reason, actor.personId],
  );
  const became = isOff ? 'off' : (lowered ?? 'usual');
  await recordChange(tx, request, { kind: 'rule', name: rule, became, reason });
}

export interface LexiconEntryToSave extends Asked {
  readonly word: string;
  /** The same as the word allows it; null takes the entry away. */
  readonly replacement: string | null;
}

/**
 * Adds, changes or takes away a word of the organization's own lexicon.
 * @throws DomainError permission.denied, lifecycle.reason-missing, input.invalid, input.too-long
 */
export async function saveLexiconEntry(tx: Tx, request: LexiconEntryToSave): Promise<void> {
  const { organizationId, actor } = request;
  requireCapacity(actor, 'administrator');
  const reason = reasonIn(request);
  const word = wordIn(request.word, 'word');
  const replacement = request.replacement === null ? null : wordIn(request.replacement, 'replacement');
  if (replacement === null) {
    await tx.query('delete from proofreading_lexicon where organization_id = $1 and word = $2', [organizationId, word]);
  } else {
    await tx.query(
      `insert into proofreading_lexicon (organization_id, word, replacement, reason, set_by) values ($1, $2, $3, $4, $5)
       on conflict (organization_id, word) do update set replacement = excluded.replacement, reason = excluded.reason,
         set_by = excluded.set_by, set_at = now()`,
      [organizationId, word, replacement, reason, actor.personId],
    );
  }
  await recordChange(tx, request, { kind: 'word', name: word, became: replacement, reason });
}

type Change = Pick<ProofreadingChange, 'kind' | 'name' | 'became' | 'reason'>;

/** The words of the reason are kept, the log holds their keyed hash. */
async function recordChange(tx: Tx, { organizationId, actor }: Asked, change: Change): Promise<void> {
  const { kind, name, became, reason } = change;
  const reasonKey = randomBytes(32);
  await tx.query(
    `insert into proofreading_change (organization_id, id, kind, name, became, reason, reason_key, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organizationId, uuidv7(), kind, name, became, reason, reasonKey, actor.personId],
  );
  await appendAudit(tx, {
    action: `proofreading.${kind}`,
    itemKind: 'proofreading',
    itemId: name,
    actorPersonId: actor.personId,
    contentHashAfter: contentHash({ became }),
    reasonHash: reasonHash({ reason, reasonKey }),
  });
}

/** @throws DomainError lifecycle.reason-missing, input.too-long */
export function reasonIn({ reason }: { readonly reason: string }): string {
  const text = reason.trim();
  if (text === '') throw new DomainError('lifecycle.reason-missing', { field: 'reason' });
  if (text.length > LONGEST_REASON) throw new DomainError('input.too-long', { field: 'reason', limit: LONGEST_REASON });
  return text;
}

function wordIn(given: string, field: string): string {
  const word = given.trim();
  if (word === '') throw new DomainError('input.invalid', { field });
  if (word.length > LONGEST_WORD) throw new DomainError('input.too-long', { field, limit: LONGEST_WORD });
  return word;
}

const HARDNESS: Readonly<Record<Severity, number>> = { I: 0, W: 1, E: 2 };
const isHarder = (one: Severity, other: Severity): boolean => HARDNESS[one] >= HARDNESS[other];
