import { Inject, Injectable } from '@nestjs/common';
import type { DocumentOutline } from '../../../templates/documents/document-outline.js';
import { DomainError } from '../../core/errors.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { editionOutline } from '../../editions/edition-outline.js';
import { WEB_LOG, type WebLog } from '../web-log.js';

const MOST_KEPT = 50;

/** The words of published editions. What an edition says never changes, so that it is worked out once. */
@Injectable()
export class PublicOutlines {
  private readonly kept = new Map<string, DocumentOutline>();

  constructor(@Inject(WEB_LOG) private readonly log: WebLog) {}

  /** Null when the words cannot be shown: the sealed file stands all the same, and the operator learns why. */
  async of(tx: Tx, organizationId: OrganizationId, editionId: string): Promise<DocumentOutline | null> {
    const key = `${organizationId}/${editionId}`;
    const known = this.kept.get(key);
    if (known) return known;
    try {
      const outline = await editionOutline(tx, organizationId, editionId);
      this.keep(key, outline);
      return outline;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.log.error({ error, editionId }, 'the words of a published edition cannot be shown');
      return null;
    }
  }

  private keep(key: string, outline: DocumentOutline): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, outline);
  }
}
