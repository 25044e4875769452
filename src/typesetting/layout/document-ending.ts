import type { Context, LooseNode, MeasuredTable } from './pdfmake-parts.js';

/** Where what stands before the closing ends, and the room left below it in points. */
export interface End {
  readonly page: number;
  readonly room: number;
}

/**
 * Sees whether what closes a document came to stand alone on a page. How a row of several pages parts is known only
 * when it is laid, so the document is then laid once more, and its last row leaves that page earlier.
 */
export class DocumentEnding {
  /** Learnt from the first laying: the page that the last row must leave earlier. */
  tooFull: End | undefined;
  private end: End | undefined;
  private isAlone = false;

  restart(): void {
    this.end = undefined;
    this.isAlone = false;
  }

  noteEnd({ page, availableHeight }: Context): void {
    this.end = { page, room: availableHeight };
  }

  noteClosing({ page }: Context): void {
    this.isAlone = this.end !== undefined && page > this.end.page;
  }

  /** Whether laying again will do better. */
  learns(): boolean {
    if (!this.isAlone || this.tooFull !== undefined) return false;
    this.tooFull = this.end;
    return true;
  }
}

/** Takes from a table what pdfmake noted of pages when the document was laid before. */
export function forgetLaying(node: LooseNode): void {
  Object.assign(node, { _bottomByPage: undefined, _breaksBySpan: undefined });
  for (const cell of (node['table'] as MeasuredTable).body.flat()) {
    // pdfmake has measured the table
    if ('_bottomY' in cell) Object.assign(cell, { _bottomY: undefined, _willBreak: undefined });
  }
}
