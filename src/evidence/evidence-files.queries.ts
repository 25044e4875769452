import { In } from 'typeorm';
import { DomainError } from '../core/errors.js';
import type { EvidenceFile } from '../core/measure/evidence-file.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { EvidenceFileRow } from './evidence-file.entity.js';

interface Showing {
  readonly id: string;
  readonly content: { readonly files?: readonly Pick<EvidenceFile, 'id' | 'sha256'>[] };
}

/** The files that an item names, in its order. A file that it names no more is not among them. */
export async function evidenceFilesOf(
  tx: Tx,
  organizationId: OrganizationId,
  { content: { files = [] } }: Pick<Showing, 'content'>,
): Promise<EvidenceFileRow[]> {
  if (files.length === 0) return [];
  const rows = await tx.findBy(EvidenceFileRow, { organizationId, id: In(files.map(({ id }) => id)) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return files.flatMap(({ id, sha256 }) => {
    const row = byId.get(id);
    return row?.sha256 === sha256 ? [row] : [];
  });
}

/** One of them. @throws DomainError evidence.not-found */
export async function evidenceFileOf(
  tx: Tx,
  organizationId: OrganizationId,
  item: Showing,
  fileId: string,
): Promise<EvidenceFileRow> {
  const row = (await evidenceFilesOf(tx, organizationId, item)).find(({ id }) => id === fileId);
  if (!row) throw new DomainError('evidence.not-found', { itemId: item.id, fileId });
  return row;
}

/** Pages of a PDF, from 1, without words that the product could read. */
export const unreadPages = ({ kind, pages }: Pick<EvidenceFileRow, 'kind' | 'pages'>): number[] =>
  kind === 'pdf' ? pages.flatMap(({ text }, index) => (text === '' ? [index + 1] : [])) : [];
