import type { Response } from 'express';
import { DRAFT_WATERMARK } from '../../../templates/web/words/measure-words.js';
import type { PrintRequest, Printing } from '../../editions/print-request.js';

/** A draft as it will be printed, marked as a draft. Printing happens in another process. */
export const printDraft = (printing: Printing, request: Omit<PrintRequest, 'watermark'>): Promise<Uint8Array> =>
  printing.print({ ...request, watermark: DRAFT_WATERMARK }, AbortSignal.timeout(40_000));

/** Shown in the browser, kept nowhere. */
export function sendPdf(response: Response, name: string, pdf: Uint8Array): void {
  response.setHeader('Content-Type', 'application/pdf');
  response.setHeader('Content-Disposition', `inline; filename="${name}.pdf"`);
  response.setHeader('Cache-Control', 'no-store');
  response.send(Buffer.from(pdf));
}
