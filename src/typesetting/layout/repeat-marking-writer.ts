import { DomainError } from '../../core/errors.js';
import { PageElementWriter, type LooseNode } from './pdfmake-parts.js';

/** Marks what is repeated on a further page (table heads, group rows), so that it is not read out twice. */
export class RepeatMarkingWriter extends PageElementWriter {
  /** Room in points that stays empty at the foot of a page, however it is come to. */
  heldBack: { readonly page: number; readonly height: number } | undefined;

  override moveToNextPage(orientation?: string): void {
    super.moveToNextPage(orientation);
    const isHeld = this.transactionLevel === 0 && this.context().page === this.heldBack?.page;
    if (isHeld) this.context().availableHeight -= this.heldBack?.height ?? 0;
  }

  override addFragment(block: object, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown {
    const isRepeat = 'insertedOnPages' in block;
    if (!isRepeat) return this.addWhole(block, useX, useY, keepPosition);
    const items = this.context().getCurrentPage().items;
    const before = items.length;
    const position = super.addFragment(block, useX, useY, keepPosition);
    for (const item of this.context().getCurrentPage().items.slice(before)) mark(item.item);
    return position;
  }

  /** pdfmake leaves out without a word what no page holds. */
  private addWhole(block: object, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown {
    const position = super.addFragment(block, useX, useY, keepPosition);
    if (!position) throw new DomainError('document.content-refused', { what: 'unbreakable' });
    return position;
  }
}

function mark(item: LooseNode | undefined): void {
  if (item) item['isRepeated'] = true;
}
