import { once } from 'node:events';

import PDFDocument from 'pdfkit';

/** A short PDF as pdfkit writes it: classic cross-reference table, several pages, one link annotation. */
export async function samplePdf(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ info: { Title: 'Sample', CreationDate: new Date(0) }, ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text('First page').link(72, 72, 100, 20, 'https://example.org/');
  document.addPage().text('Second page');
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}
