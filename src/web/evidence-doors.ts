import type { AnnouncementRow } from '../announcements/announcement.entity.js';
import { annexFileOf } from '../announcements/announcements.queries.js';
import { attachAnnex, removeAnnex } from '../announcements/attach-annex.js';
import type { ActorInHand } from '../approvals/actor.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { evidenceFileOf } from '../evidence/evidence-files.queries.js';
import type { StoredEvidence } from '../evidence/store-evidence.js';
import { attachEvidence, removeEvidence } from '../measures/attach-evidence.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import type { Me } from './desk.js';
import { announcementDoor, measureDoor, type ItemDoor, type TitledRow } from './item-doors.js';

interface Edit {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly itemId: string;
  readonly seenVersion: number;
}

/** A kind of item that takes files, as pages and API reach them. */
export interface EvidenceDoor<Row extends TitledRow = TitledRow> {
  readonly items: ItemDoor<Row>;
  /** @param title of the file, where the item gives titles; may be empty. @throws DomainError as the item's own use case */
  attach(tx: Tx, edit: Edit, file: StoredEvidence, title: string): Promise<Row>;
  /** @throws DomainError as the item's own use case */
  remove(tx: Tx, edit: Edit, fileId: string): Promise<Row>;
  /** @throws DomainError evidence.not-found */
  fileOf(tx: Tx, organizationId: OrganizationId, item: Row, fileId: string): Promise<EvidenceFileRow>;
  /** Id of the file that was attached last. */
  lastFileIn(item: Row): string;
}

/** Evidence of the results of measures. */
export const measureEvidence: EvidenceDoor<MeasureRow> = {
  items: measureDoor,
  attach: (tx, { itemId, ...edit }, file) => attachEvidence(tx, { ...edit, measureId: itemId, file }),
  remove: (tx, { itemId, ...edit }, fileId) => removeEvidence(tx, { ...edit, measureId: itemId, fileId }),
  fileOf: evidenceFileOf,
  lastFileIn: ({ content }) => content.files?.at(-1)?.id ?? '',
};

/** Annexes of announcements. */
export const announcementAnnexes: EvidenceDoor<AnnouncementRow> = {
  items: announcementDoor,
  attach: (tx, { itemId, ...edit }, file, title) => attachAnnex(tx, { ...edit, announcementId: itemId, file, title }),
  remove: (tx, { itemId, ...edit }, fileId) => removeAnnex(tx, { ...edit, announcementId: itemId, fileId }),
  fileOf: annexFileOf,
  lastFileIn: ({ content }) => content.annexes?.at(-1)?.fileId ?? '',
};

/** Takes a file out of an item that this person may see. @throws DomainError item.not-found, and as the item's use case */
export async function removeFile<Row extends TitledRow>(
  tx: Tx,
  me: Me,
  door: EvidenceDoor<Row>,
  { id, seenVersion, fileId }: { readonly id: string; readonly seenVersion: number; readonly fileId: string },
): Promise<Row> {
  await door.items.see(tx, me, id);
  const { organizationId } = me.visitor;
  return door.remove(tx, { organizationId, actor: me.actor, itemId: id, seenVersion }, fileId);
}
