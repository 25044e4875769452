import { appendAudit } from '../audit/append-audit.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Step } from './steps.js';

/** The event by which an auditor finds work that was set aside; the cause stands with the work itself. */
export async function recordQuarantine(tx: Tx, step: Step, refId: string): Promise<void> {
  await appendAudit(tx, { action: `${step}.quarantined`, itemKind: nounOf(step), itemId: refId });
}

/** What the work's reference is the id of: "edition" or "publication". */
export const nounOf = (step: Step): string => step.slice(0, step.indexOf('.'));
