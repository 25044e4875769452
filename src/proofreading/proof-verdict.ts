import { personalDataRule } from '../core/proofreading/personal-data.rule.js';
import type { ItemFinding } from './item-findings.js';

/** What stops a submission: errors until somebody overrides them, personal data until each place is cleared. */
export interface ProofVerdict {
  readonly errors: readonly ItemFinding[];
  readonly uncleared: readonly ItemFinding[];
}

export function proofVerdict(findings: readonly ItemFinding[]): ProofVerdict {
  const serious = findings.filter(({ severity }) => severity === 'E');
  return {
    errors: serious.filter(({ rule }) => rule !== personalDataRule.id),
    uncleared: serious.filter(({ rule, clearance }) => rule === personalDataRule.id && clearance === null),
  };
}
