import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Page content in pdfmake's vocabulary; our additions say what a node means, for screen readers and archives. */
export type Node = Content & Meaning;

export interface Meaning {
  /**
   * Structure role; paragraphs, tables and lists are recognised without it. `artifact` is decoration that is not read
   * out, `layout` a table used only to place things side by side.
   */
  role?: 'h1' | 'h2' | 'h3' | 'p' | 'caption' | 'artifact' | 'layout';
  /** Alternative text; required on every image, QR code and drawing that is not an artifact. */
  alt?: string;
  /** BCP 47 language of this node where it differs from the document's. */
  lang?: string;
  /** Table rows whose text is repeated with "(ต่อ)" on the next page when their group goes on there. */
  groupRows?: readonly number[];
  /** Never alone on a page: the end of what stands before it, a table's last lines at least, goes over with it. */
  closes?: true;
}

export interface DocumentDefinition extends Omit<TDocumentDefinitions, 'content'> {
  content: Content;
}

export interface TypesetOptions {
  readonly title: string;
  /** Language of the document as a whole. */
  readonly language: 'th' | 'en';
  /** ISO 8601 instant written into the metadata. The same input gives the same bytes. */
  readonly createdAt: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** Text of a signed checkpoint of an audit log; stands in the metadata as it is, line ends too. */
  readonly checkpoint?: string;
  /** Names that are never broken where a line can hold them. */
  readonly glossary?: readonly string[];
  /** Printed grey across every page, for example "ร่าง". */
  readonly watermark?: string;
  /** Font files of the agency, found in the definition by the family name they carry. */
  readonly fonts?: readonly Uint8Array[];
  /** Family of everything that names none; the house font without it. */
  readonly family?: string;
}
