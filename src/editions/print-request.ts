import type { FontReport } from '../typesetting/fonts/font-report.js';
import type { EditionLanguage } from './edition.entity.js';

/** A typeface with its files, as a document is printed in it. */
export interface PrintFont {
  /** The name its files carry. */
  readonly family: string;
  /** TTF or OTF, one for each style. */
  readonly files: readonly Uint8Array[];
}

export interface PrintRequest {
  readonly template: string;
  readonly language: EditionLanguage;
  readonly data: unknown;
  /** ISO 8601 instant that stands in the file as its making: the same request gives the same bytes. */
  readonly createdAt: string;
  readonly watermark?: string;
  /** Signed checkpoint of the log, for the metadata. */
  readonly checkpoint?: string;
  /** The agency's own typeface; the house font without it. */
  readonly font?: PrintFont;
}

/** Makes a PDF of a request, somewhere. */
export interface Printing {
  /**
   * @throws DomainError document.* when the request cannot be printed, document.render-failed when printing broke down,
   *   document.render-timeout when it took too long
   */
  print(request: PrintRequest, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Looks fonts over, somewhere: a hostile file harms nobody else. */
export interface FontExamination {
  /**
   * What is to be said about each file, in their order; null for one that cannot be read at all.
   * @throws DomainError document.render-failed, document.render-timeout when the examination broke down
   */
  inspectFonts(files: readonly Uint8Array[], signal?: AbortSignal): Promise<(FontReport | null)[]>;
  /** A page that shows the typeface in all styles. @throws DomainError font.unreadable; as Printing.print says */
  printSpecimen(font: PrintFont, signal?: AbortSignal): Promise<Uint8Array>;
}
