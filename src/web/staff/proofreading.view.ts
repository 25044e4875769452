import type { Choice } from '../../../templates/web/components/field.js';
import { links } from '../../../templates/web/links.js';
import type { ChangeRow, RuleRow, WordRow } from '../../../templates/web/pages/staff/proofreading.page.js';
import {
  becauseText,
  changeText,
  MODE_LABELS,
  ruleTitle,
  SEVERITY_LABELS,
} from '../../../templates/web/words/proof-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { DomainError } from '../../core/errors.js';
import type { Severity } from '../../core/proofreading/finding.js';
import { personalDataRule } from '../../core/proofreading/personal-data.rule.js';
import type { Rule } from '../../core/proofreading/rule.js';
import { RULES } from '../../core/proofreading/rules.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { ProofreadingChange } from '../../proofreading/changes.queries.js';
import type { RuleSettingToSave } from '../../proofreading/save-settings.js';
import type { LexiconWord, RuleDecision } from '../../proofreading/settings.queries.js';

type Mode = keyof typeof MODE_LABELS;

/** Every rule in the order of the proof-reader, with what this agency decided about it. */
export const ruleRow = (decisions: readonly RuleDecision[]): RuleRow[] =>
  RULES.map(({ id, severity, title }) => {
    const decision = decisions.find(({ rule }) => rule === id);
    return {
      rule: id,
      title: title.th,
      usual: SEVERITY_LABELS[severity],
      now: modeOf(decision) === 'usual' ? '' : MODE_LABELS[modeOf(decision)],
      because: decision ? becauseText(decision.setBy, decision.reason) : '',
      href: id === personalDataRule.id ? null : links.proofreadingRule(id),
    };
  });

export const wordRow = ({ word, replacement, reason, setBy }: LexiconWord): WordRow => ({
  word,
  replacement,
  because: becauseText(setBy, reason),
});

export const changeRow = (change: ProofreadingChange, digits: DigitStyle): ChangeRow => ({
  id: change.id,
  at: change.changedAt.toISOString(),
  atText: momentText(change.changedAt, digits),
  subject: change.kind === 'rule' ? ruleTitle(change.name) : change.name,
  change: changeText(change.kind, change.name, change.became),
  who: change.changedBy,
  reason: change.reason,
});

/** @throws DomainError request.not-found for a rule that does not exist or cannot be changed */
export function knownRule(id: string): Rule {
  const rule = RULES.find((each) => each.id === id && id !== personalDataRule.id);
  if (!rule) throw new DomainError('request.not-found');
  return rule;
}

export function modeOf(decision: RuleDecision | undefined): Mode {
  if (decision?.isOff) return 'off';
  return decision?.severity ?? 'usual';
}

/** Only what is milder than the rule itself. */
export const modeChoices = (severity: Severity): Choice[] =>
  (
    ['usual', ...(severity === 'E' ? (['W', 'I'] as const) : severity === 'W' ? (['I'] as const) : []), 'off'] as const
  ).map((mode) => ({ value: mode, label: MODE_LABELS[mode] }));

/** @throws DomainError input.invalid */
export function settingOf(mode: string): Pick<RuleSettingToSave, 'isOff' | 'severity'> {
  if (!Object.hasOwn(MODE_LABELS, mode)) throw new DomainError('input.invalid', { field: 'mode' });
  return { isOff: mode === 'off', severity: mode === 'W' || mode === 'I' ? mode : null };
}
