import { type PdfObjects, type PdfValue, Ref } from './pdf-objects.js';

/** BCP 47, as far as documents use it. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What a group of checks shares: the file, its page numbers and the faults found. */
export class Checks {
  readonly faults: string[] = [];
  private readonly pageNumbers = new Map<number, number>();

  constructor(protected readonly pdf: PdfObjects) {
    const kids = pdf.list(pdf.dict(pdf.catalog.get('/Pages')).get('/Kids'));
    kids.forEach((kid, index) => this.pageNumbers.set(this.number(kid), index));
  }

  protected fault(condition: boolean, text: string): void {
    if (condition) this.faults.push(text);
  }

  protected number(value: PdfValue | undefined): number {
    return value instanceof Ref ? value.object : 0;
  }

  protected page(value: PdfValue | undefined): number {
    return this.pageNumbers.get(this.number(value)) ?? -1;
  }

  protected nameOf(value: PdfValue | undefined): string {
    return typeof value === 'string' ? value : '';
  }
}
