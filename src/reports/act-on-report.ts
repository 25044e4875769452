import { runTransition, type TransitionCommand } from '../approvals/run-transition.js';
import type { ReportTransition } from '../core/report/report.lifecycle.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ReportRow } from './report.entity.js';
import { reportKind } from './report.kind.js';

/** Submit, sign, return, withdraw: every deed of the lifecycle table. */
export const actOnReport = (tx: Tx, command: TransitionCommand<ReportTransition>): Promise<ReportRow> =>
  runTransition(tx, reportKind, command);
