/** Where a piece of marked content stands. */
export interface MarkedContent {
  readonly page: number;
  readonly mcid: number;
}

/** An annotation that belongs to an element. */
export interface AnnotationKid {
  readonly page: number;
  readonly annotation: number;
}

export type StructureKid = StructureElement | MarkedContent | AnnotationKid;

/** One element of the structure tree: what a screen reader is told. */
export class StructureElement {
  readonly kids: StructureKid[] = [];
  lang: string | undefined;
  alt: string | undefined;
  actualText: string | undefined;
  /** PDF attribute dictionaries, e.g. `<</O/Table/ColSpan 2>>`. */
  attributes: string[] = [];
  /** Text for the bookmark, on headings. */
  title: string | undefined;
  /** Place of the element's first mark, for bookmarks. */
  place: { readonly page: number; readonly top: number } | undefined;
  /** Object number, given when the tree is written. */
  object = 0;

  constructor(
    /** Standard structure type of ISO 32000-1, 14.8.4; headings are renumbered so that no level is skipped. */
    public type: string,
    readonly parent: StructureElement | undefined,
  ) {
    parent?.kids.push(this);
  }

  /** Cells and the parts of lists stay although they are empty: rows must have equal columns. */
  get isKeptWhenEmpty(): boolean {
    return ['TD', 'TH', 'TR', 'LBody', 'Document'].includes(this.type);
  }
}
