import type { Request } from 'express';
import type { ImportPreviewProps } from '../../../templates/web/pages/staff/import-preview.page.js';
import { links } from '../../../templates/web/links.js';
import { DomainError } from '../../core/errors.js';
import type { ImportedPlan } from '../../imports/imported-plan.js';
import type { ImportDifference } from '../../measures/import-differences.js';
import { differencesSeen } from '../../measures/take-over-file.js';
import type { BlobStore } from '../../storage/blob-store.js';
import type { Desk } from '../desk.js';
import { readPlanFor } from '../read-plan-for.js';
import type { PendingImport } from '../session-data.js';
import type { Visitor } from '../visitor.js';

const MOST_PENDING = 5;

/** A file that this visitor looked at, in this session. @throws DomainError request.not-found */
export function pendingImport(request: Request, id: string): PendingImport {
  const { imports = {} } = request.session;
  const pending = Object.hasOwn(imports, id) ? imports[id] : undefined;
  if (!pending) throw new DomainError('request.not-found');
  return pending;
}

/** Keeps the newest few. */
export function keepPending(request: Request, id: string, pending: PendingImport): void {
  const earlier = Object.entries(request.session.imports ?? {}).filter(([key]) => key !== id);
  request.session.imports = { ...Object.fromEntries(earlier.slice(1 - MOST_PENDING)), [id]: pending };
}

/** Reads the file again. @throws DomainError permission.denied, import.*, input.* */
export async function planOfPending(
  desk: Desk,
  blobs: BlobStore,
  visitor: Visitor,
  pending: Omit<PendingImport, 'measures'>,
): Promise<ImportedPlan> {
  const { sha256, fileName } = pending;
  const bytes = await blobs.get(sha256);
  return readPlanFor((work) => desk.at(visitor, work), { name: fileName, bytes }, pending);
}

/** What is offered about stray spaces; null when the file has none. */
export function spacingOf(
  id: string,
  { closeSpaces = false }: PendingImport,
  { findings }: ImportedPlan,
): ImportPreviewProps['spacing'] {
  const isOffered = findings.some(({ code }) => code === 'import.spacing-offer');
  return isOffered || closeSpaces ? { href: links.importSpaces(id), isClosed: closeSpaces } : null;
}

/** What is offered about measures that are there already and differ; null when none may be changed. */
export function takeOverOffer(id: string, differences: readonly ImportDifference[]): ImportPreviewProps['takeOver'] {
  const count = differences.filter(({ takeable }) => takeable.length > 0).length;
  return count === 0 ? null : { href: links.takeOverImport(id), seen: differencesSeen(differences), count };
}
