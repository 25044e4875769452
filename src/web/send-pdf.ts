import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';

/** Shown in the browser, kept nowhere. @param name of Latin letters, without the extension */
export function sendPdf(response: Response, name: string, pdf: Uint8Array): void {
  response.setHeader('Content-Type', 'application/pdf');
  response.setHeader('Content-Disposition', `inline; filename="${name}.pdf"`);
  response.setHeader('Cache-Control', 'no-store');
  response.send(Buffer.from(pdf));
}

/** The same, where a page may be the answer instead. */
export const pdfFile = (name: string, pdf: Uint8Array): StreamableFile =>
  new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="${name}.pdf"` });
