/** E stops a submission, W is shown to every signer, I is advice. (DOMAIN 5) */
export type Severity = 'E' | 'W' | 'I';

export interface Bilingual {
  readonly th: string;
  readonly en: string;
}

/** Where a person looks: the line of the text, and inside a table the row and the column. Counted from 1. */
export interface Place {
  readonly part: 'title' | 'paragraph' | 'header' | 'cell';
  readonly line: number;
  readonly table: number | null;
  readonly row: number | null;
  /** The number printed in front of the row, Arabic digits; null when it has none. */
  readonly rowLabel: string | null;
  readonly column: string | null;
}

/** One thing to look at. `start` and `end` are UTF-16 offsets into the text of the document, end exclusive. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly place: Place;
  readonly message: Bilingual;
  /** Replacement for the quote, or null when only a person can know it. */
  readonly suggestion: string | null;
  /** Where the rule comes from. */
  readonly source: string;
}
