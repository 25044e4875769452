/** A cell in whose place something is done instead of laying content; to pdfmake it is an empty stack. */
export class CellPlace {
  [key: string]: unknown;
  readonly stack = [];

  constructor(
    readonly colSpan: number,
    readonly lay: () => void,
  ) {}
}
