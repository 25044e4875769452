import type { Language } from '../../templates/documents/document-template.js';
import { buildDocument } from '../../templates/documents/registry.js';
import { typeset } from '../typesetting/typeset.js';
import type { PrintFont } from './print-request.js';

export interface PrintOrder {
  /** Template id with version, or a name, which means its latest version. */
  readonly template: string;
  readonly language: Language | string;
  /** The frozen snapshot; checked against the template's schema. */
  readonly data: unknown;
  /** ISO 8601 instant for the metadata: a property of the edition, never the clock, so that printing again gives the same bytes. */
  readonly createdAt: string;
  /** Printed grey across every page, for example "ร่าง". */
  readonly watermark?: string;
  /** Signed checkpoint of the log, for the metadata. */
  readonly checkpoint?: string;
  /** The agency's own typeface. */
  readonly font?: PrintFont;
}

/**
 * PDF bytes of a document. No database, no network.
 * @throws DomainError document.template-unknown, document.language-unknown, document.data-invalid, document.too-large
 */
export async function printDocument(order: PrintOrder): Promise<Uint8Array> {
  const { definition, options } = buildDocument(order.template, order.data, order.language);
  const watermark = order.watermark ? { watermark: order.watermark } : {};
  const typeface = order.font ? { fonts: order.font.files, family: order.font.family } : {};
  const witness = order.checkpoint ? { checkpoint: order.checkpoint } : {};
  return typeset(definition, { ...options, ...watermark, ...typeface, ...witness, createdAt: order.createdAt });
}
