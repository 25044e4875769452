const PROPERTY = /<prongsai:checkpoint>([^<]*)<\/prongsai:checkpoint>/g;

/**
 * The signed checkpoint in a document's metadata, as every published document carries one; null when there is none, or
 * more than one. The note is not verified here.
 */
export function pdfCheckpoint(pdf: Uint8Array): string | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('utf8');
  const found = [...text.matchAll(PROPERTY)];
  const [only] = found;
  if (!only || found.length > 1) return null;
  return (only[1] ?? '').replace(/&#(\d{1,6});/g, (_whole, code: string) => String.fromCodePoint(Number(code)));
}
