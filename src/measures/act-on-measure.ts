import { runTransition, type TransitionCommand } from '../approvals/run-transition.js';
import type { MeasureTransition } from '../core/measure/measure.lifecycle.js';
import type { Tx } from '../database/unit-of-work.js';
import type { MeasureRow } from './measure.entity.js';
import { measureKind } from './measure.kind.js';

/** Submit, sign off, approve, return, submit results, endorse, cancel: every deed of the lifecycle table. */
export const actOnMeasure = (tx: Tx, command: TransitionCommand<MeasureTransition>): Promise<MeasureRow> =>
  runTransition(tx, measureKind, command);
