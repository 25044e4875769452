import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { requireCapacity } from '../approvals/actor.js';
import type { Printing } from '../editions/print-request.js';
import { sealSheet } from '../proofs/seal-sheet.js';
import { Desk } from './desk.js';
import { sendPdf } from './send-pdf.js';
import { DRAFT_PRINTING, PUBLIC_BASE_URL } from './tokens.js';
import type { Visitor } from './visitor.js';

const PATIENCE = 40_000;

/** The log on one page for the paper file, for those who may read the log. Printing happens in another process. */
@Injectable()
export class LogSheets {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(DRAFT_PRINTING) private readonly printing: Printing,
    @Inject(PUBLIC_BASE_URL) private readonly publicBaseUrl: string,
  ) {}

  /**
   * @param month YYYY-MM in Thailand, null for the newest checkpoint
   * @throws DomainError permission.denied, audit.checkpoint-not-found; as Printing.print says
   */
  async send(visitor: Visitor, month: string | null, response: Response): Promise<void> {
    const { publicBaseUrl } = this;
    const sheet = await this.desk.at(visitor, (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return sealSheet(tx, visitor.organizationId, { month, publicBaseUrl });
    });
    const pdf = await this.printing.print(sheet, AbortSignal.timeout(PATIENCE));
    sendPdf(response, `log-seal-${sheet.createdAt.slice(0, 7)}`, pdf);
  }
}
