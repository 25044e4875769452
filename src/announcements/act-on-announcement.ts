import { runTransition, type TransitionCommand } from '../approvals/run-transition.js';
import type { AnnouncementTransition } from '../core/announcement/announcement.lifecycle.js';
import type { Tx } from '../database/unit-of-work.js';
import type { AnnouncementRow } from './announcement.entity.js';
import { announcementKind } from './announcement.kind.js';

/** Submit, sign, return, withdraw: every deed of the lifecycle table. */
export const actOnAnnouncement = (
  tx: Tx,
  command: TransitionCommand<AnnouncementTransition>,
): Promise<AnnouncementRow> => runTransition(tx, announcementKind, command);
