import { uuidv7 } from 'uuidv7';
import { DomainError } from '../core/errors.js';
import type { AnnexFile } from '../core/measure/evidence-file.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { EvidenceFileRow } from './evidence-file.entity.js';
import type { StoredEvidence } from './store-evidence.js';

/** The one item that a file belongs to. */
export type EvidenceOwner =
  | { readonly measureId: string; readonly announcementId: null }
  | { readonly measureId: null; readonly announcementId: string };

export const ofMeasure = (measureId: string): EvidenceOwner => ({ measureId, announcementId: null });
export const ofAnnouncement = (announcementId: string): EvidenceOwner => ({ measureId: null, announcementId });

interface Keeping {
  readonly organizationId: OrganizationId;
  readonly owner: EvidenceOwner;
  readonly personId: string;
}

/** Remembers a cleaned file as one of its item's. @throws DomainError evidence.already-there */
export async function keepEvidence(tx: Tx, keeping: Keeping, file: StoredEvidence): Promise<AnnexFile> {
  await refuseTwice(tx, keeping, file);
  return insertEvidence(tx, keeping, uuidv7(), file);
}

/** The same file for another item too, under an id of its own. @throws DomainError evidence.not-found */
export async function copyEvidence(tx: Tx, keeping: Keeping, from: string, id: string): Promise<void> {
  const { organizationId } = keeping;
  const row = await tx.findOneBy(EvidenceFileRow, { organizationId, id: from });
  if (!row) throw new DomainError('evidence.not-found', { fileId: from });
  const { name, kind, broughtSha256, sha256, size, thumbnailSha256, pages } = row;
  await insertEvidence(tx, keeping, id, { name, kind, broughtSha256, sha256, size, thumbnailSha256, pages });
}

/** The item names the file no more; versions that named it still have it. */
export async function setEvidenceAside(
  tx: Tx,
  { organizationId, personId }: Omit<Keeping, 'owner'>,
  id: string,
): Promise<void> {
  const removed = { removedBy: personId, removedAt: () => 'now()' };
  await tx.update(EvidenceFileRow, { organizationId, id }, removed);
}

async function insertEvidence(
  tx: Tx,
  { organizationId, owner, personId }: Keeping,
  id: string,
  file: StoredEvidence,
): Promise<AnnexFile> {
  const pages = [...file.pages];
  await tx.insert(EvidenceFileRow, { ...file, ...owner, pages, organizationId, id, addedBy: personId });
  const { name, kind, sha256 } = file;
  return { fileId: id, name, kind, sha256, pages };
}

async function refuseTwice(
  tx: Tx,
  { organizationId, owner }: Keeping,
  { broughtSha256 }: StoredEvidence,
): Promise<void> {
  const ofItem = owner.measureId === null ? { announcementId: owner.announcementId } : { measureId: owner.measureId };
  const rows = await tx.findBy(EvidenceFileRow, { organizationId, ...ofItem, broughtSha256 });
  const there = rows.find(({ removedAt }) => removedAt === null);
  if (there) throw new DomainError('evidence.already-there', { field: 'file', name: there.name });
}
