import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { PrintFont } from './print-request.js';

/** The typeface a document is printed in: the family's name and its files by their SHA-256. */
export interface EditionFont {
  readonly family: string;
  readonly files: readonly string[];
}

/** The agency's own typeface of today; null where it has none and the house font is used. */
export async function fontInForce(tx: Tx, organizationId: OrganizationId): Promise<EditionFont | null> {
  const [row] = await tx.query<{ family: string; files: { sha256: string }[] }[]>(
    'select family, files from document_font where organization_id = $1 and is_chosen',
    [organizationId],
  );
  return row ? { family: row.family, files: row.files.map(({ sha256 }) => sha256) } : null;
}

/** Its files from the store. @throws DomainError edition.bytes-missing, edition.bytes-differ */
export async function printFontOf(blobs: BlobStore, { family, files }: EditionFont): Promise<PrintFont> {
  return { family, files: await Promise.all(files.map((sha256) => blobs.get(sha256))) };
}
