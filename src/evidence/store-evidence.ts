import { createHash } from 'node:crypto';
import { evidenceName, type AnnexPage, type EvidenceKind } from '../core/measure/evidence-file.js';
import type { BlobStore } from '../storage/blob-store.js';
import { kindWithinLimits, type Cleaning } from './brought-file.js';

/** Cleaned evidence whose bytes are on the disk, before any row mentions it. */
export interface StoredEvidence {
  readonly name: string;
  readonly kind: EvidenceKind;
  readonly broughtSha256: string;
  readonly sha256: string;
  readonly size: number;
  readonly thumbnailSha256: string;
  readonly pages: readonly AnnexPage[];
}

/**
 * Cleans a file and keeps what is left of it; no transaction is open meanwhile.
 * @throws DomainError as cleanEvidence
 */
export async function storeEvidence(
  blobs: BlobStore,
  clean: Cleaning,
  brought: { readonly name: string; readonly bytes: Uint8Array },
): Promise<StoredEvidence> {
  const name = evidenceName(brought.name, kindWithinLimits(brought.bytes));
  const { kind, file, thumbnail, pages } = await clean({
    name,
    bytes: brought.bytes,
    addedAt: new Date().toISOString(),
  });
  const stored: AnnexPage[] = [];
  for (const { picture, ...page } of pages) stored.push({ sha256: await blobs.put(picture), ...page });
  return {
    name,
    kind,
    broughtSha256: createHash('sha256').update(brought.bytes).digest('hex'),
    sha256: await blobs.put(file),
    size: file.length,
    thumbnailSha256: await blobs.put(thumbnail),
    pages: stored,
  };
}
