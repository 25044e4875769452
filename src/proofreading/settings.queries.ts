import type { Severity } from '../core/proofreading/finding.js';
import type { ProofOptions } from '../core/proofreading/proof-context.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** What the organization decided about one rule; severity null keeps the rule's own. */
export interface RuleDecision {
  readonly rule: string;
  readonly isOff: boolean;
  readonly severity: Exclude<Severity, 'E'> | null;
  readonly reason: string;
  readonly setBy: string;
}

/** A wrong word and the right one; the same word twice allows what the proof-reader would object to. */
export interface LexiconWord {
  readonly word: string;
  readonly replacement: string;
  readonly reason: string;
  readonly setBy: string;
}

export const ruleDecisions = (tx: Tx, organizationId: OrganizationId): Promise<RuleDecision[]> =>
  tx.query(
    `select s.rule, s.is_off as "isOff", s.severity, s.reason, p.name as "setBy" from proofreading_setting s
     join person p on p.organization_id = s.organization_id and p.id = s.set_by
     where s.organization_id = $1 order by s.rule`,
    [organizationId],
  );

export const lexiconWords = (tx: Tx, organizationId: OrganizationId): Promise<LexiconWord[]> =>
  tx.query(
    `select l.word, l.replacement, l.reason, p.name as "setBy" from proofreading_lexicon l
     join person p on p.organization_id = l.organization_id and p.id = l.set_by
     where l.organization_id = $1 order by l.word`,
    [organizationId],
  );

/** The same as the proof-reader takes it. */
export async function proofOptions(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<Required<Pick<ProofOptions, 'settings' | 'lexicon'>>> {
  const decisions = await ruleDecisions(tx, organizationId);
  const words = await lexiconWords(tx, organizationId);
  return {
    settings: Object.fromEntries(
      decisions.map(({ rule, isOff, severity, reason }) => [
        rule,
        { off: isOff, reason, ...(severity ? { severity } : {}) },
      ]),
    ),
    lexicon: words.map(({ word, replacement }) => ({ wrong: word, right: replacement })),
  };
}
