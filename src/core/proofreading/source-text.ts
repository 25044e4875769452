import type { TextRange } from './mapped-text.js';

/** A stretch of an extracted text and the place of the file it came from: a page, a cell, a path. */
export interface SourceMark extends TextRange {
  readonly label: string;
}

/** The text of a file as the proof-reader reads it. Offsets of findings count in `text`. */
export interface SourceText {
  readonly text: string;
  /** In order, not overlapping; empty for plain text, whose lines say enough. */
  readonly marks: readonly SourceMark[];
  /** What the file itself says about its owner; null when only the text can tell. */
  readonly organizationName: string | null;
  /** Buddhist era. */
  readonly fiscalYear: number | null;
}

/** The place an offset lies in; null outside every mark. Binary search. */
export function markAt(source: SourceText, offset: number): SourceMark | null {
  let low = 0;
  let high = source.marks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const mark = source.marks[middle];
    if (!mark) return null;
    if (offset < mark.start) high = middle - 1;
    else if (offset >= mark.end) low = middle + 1;
    else return mark;
  }
  return null;
}

/** The label of that place. */
export const labelAt = (source: SourceText, offset: number): string | null => markAt(source, offset)?.label ?? null;

/** Collects pieces of text and where each came from. */
export class TextCollector {
  private text = '';
  private readonly marks: SourceMark[] = [];

  /** Adds text that belongs to no place: separators and line ends. */
  between(text: string): this {
    this.text += text;
    return this;
  }

  add(text: string, label: string): this {
    if (text !== '') this.marks.push({ start: this.text.length, end: this.text.length + text.length, label });
    this.text += text;
    return this;
  }

  finish(owner: Partial<Pick<SourceText, 'organizationName' | 'fiscalYear'>> = {}): SourceText {
    return {
      text: this.text,
      marks: this.marks,
      organizationName: owner.organizationName ?? null,
      fiscalYear: owner.fiscalYear ?? null,
    };
  }
}
