import type { ItemKindName } from '../../core/item.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Presence } from '../publication.entity.js';
import type { Observation } from '../observation.js';

/** One intent, complete: what should stand at the permanent address of a document. */
export interface Wanted {
  readonly organizationId: OrganizationId;
  readonly organizationSlug: string;
  readonly publicationId: string;
  readonly documentId: string;
  readonly language: string;
  readonly generation: number;
  readonly presence: Presence;
  /** The file that should stand there, or for a tombstone the one that was withdrawn. */
  readonly sha256: string;
  readonly editionId: string;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly signedAt: Date;
  readonly reason: string | null;
}

/** A place where documents appear; one file for each kind. */
export interface PublishingTarget {
  /** The permanent address of a document. */
  addressOf(place: Pick<Wanted, 'organizationSlug' | 'documentId' | 'language'>): string;
  /** Looks at the public address as a stranger would: a fresh connection, no cache, no trust in what was sent. */
  observe(wanted: Wanted, signal: AbortSignal): Promise<Observation>;
  /** Acts. Says nothing about success: only looking does. A generation lower than the highest seen changes nothing. */
  put(wanted: Wanted): Promise<void>;
}
