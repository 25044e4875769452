import type { EditionLanguage } from './edition.entity.js';

export interface PrintRequest {
  readonly template: string;
  readonly language: EditionLanguage;
  readonly data: unknown;
  /** ISO 8601 instant that stands in the file as its making: the same request gives the same bytes. */
  readonly createdAt: string;
  readonly watermark?: string;
}

/** Makes a PDF of a request, somewhere. */
export interface Printing {
  /**
   * @throws DomainError document.* when the request cannot be printed, document.render-failed when printing broke down,
   *   document.render-timeout when it took too long
   */
  print(request: PrintRequest, signal?: AbortSignal): Promise<Uint8Array>;
}
