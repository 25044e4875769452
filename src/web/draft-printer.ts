import { Inject, Injectable } from '@nestjs/common';
import { DRAFT_WATERMARK } from '../../templates/web/words/measure-words.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { fontInForce, printFontOf } from '../editions/edition-font.js';
import type { PrintRequest, Printing } from '../editions/print-request.js';
import { BlobStore } from '../storage/blob-store.js';
import { DRAFT_PRINTING } from './tokens.js';
import type { Visitor } from './visitor.js';

const PATIENCE = 40_000;

export type DraftRequest = Omit<PrintRequest, 'watermark' | 'font'>;

/** Drafts as they will be printed, in the agency's typeface of today, marked as drafts. Printing happens in another process. */
@Injectable()
export class DraftPrinter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(DRAFT_PRINTING) private readonly printing: Printing,
  ) {}

  /** @throws DomainError as Printing.print says; edition.bytes-missing when the typeface is gone from the store */
  async print({ organizationId }: Pick<Visitor, 'organizationId'>, request: DraftRequest): Promise<Uint8Array> {
    const chosen = await this.unitOfWork.inTenant(organizationId, (tx) => fontInForce(tx, organizationId));
    const typeface = chosen ? { font: await printFontOf(this.blobs, chosen) } : {};
    const order = { ...request, ...typeface, watermark: DRAFT_WATERMARK };
    return this.printing.print(order, AbortSignal.timeout(PATIENCE));
  }
}
