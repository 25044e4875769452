import { Checks, LANGUAGE } from './checks.js';
import { type Dict, Parser, PdfString, type PdfValue } from './pdf-objects.js';

const KNOWN_OPERATORS = /^(BT|ET|Td|Tc|Tf|g|G|rg|RG|w|d|m|l|c|h|re|q|Q|cm|W|n)$/;

/** Pages: everything drawn is marked, marks are sound, annotations are accessible. */
export class PageChecks extends Checks {
  /** Codes shown in each font, by the font's object number. */
  readonly usedCodes = new Map<number, Set<number>>();

  /** @returns number of marked contents of each page */
  run(): number[] {
    return this.pdf.pages.map((page, index) => this.checkPage(page, index));
  }

  private checkPage(page: Dict, index: number): number {
    this.fault(page.get('/Tabs') !== '/S', `page ${index + 1}: tab order`);
    this.fault(page.get('/StructParents') !== index, `page ${index + 1}: StructParents`);
    this.fault(page.has('/AA') || page.has('/Group'), `page ${index + 1}: actions or transparency`);
    for (const annotation of this.pdf.list(page.get('/Annots'))) this.checkAnnotation(this.pdf.dict(annotation), index);
    return this.checkContent(page, index);
  }

  private checkAnnotation(annotation: Dict, index: number): void {
    const where = `page ${index + 1}: annotation`;
    this.fault(annotation.get('/Subtype') !== '/Link', `${where} subtype`);
    this.fault(annotation.get('/F') !== 4, `${where} is not printed`);
    this.fault(this.pdf.text(annotation.get('/Contents')) === '', `${where} has no contents`);
    this.fault(typeof annotation.get('/StructParent') !== 'number', `${where} is not in the structure`);
  }

  private checkContent(page: Dict, index: number): number {
    const fonts = this.pdf.dict(this.pdf.dict(page.get('/Resources')).get('/Font'));
    const parser = new Parser(this.pdf.stream(page.get('/Contents')).data, 0);
    const open: string[] = [];
    const seen = new Set<number>();
    let font = 0;
    let operands: PdfValue[] = [];
    const isMarked = (): boolean => open.some((mark) => mark === 'artifact' || mark === 'tagged');
    while (!parser.isAtEnd) {
      const token = parser.token();
      if (!isOperator(token)) {
        operands.push(token);
        continue;
      }
      const { operator } = token;
      if (operator === 'BDC' || operator === 'BMC') open.push(this.openMark(operands, open, seen, index));
      else if (operator === 'EMC') this.fault(open.pop() === undefined, `page ${index + 1}: EMC without a mark`);
      else if (operator === 'Tf') font = this.number(fonts.get(this.nameOf(operands[0])));
      else if (/^(Tj|TJ|f|S|B|Do|s|b|f\*|B\*)$/.test(operator)) {
        this.fault(!isMarked(), `page ${index + 1}: ${operator} outside any mark`);
        if (operator === 'Tj' || operator === 'TJ') this.noteCodes(font, operands[0] ?? null);
      } else this.fault(!KNOWN_OPERATORS.test(operator), `page ${index + 1}: operator ${operator}`);
      operands = [];
    }
    this.fault(open.length > 0, `page ${index + 1}: a mark is not closed`);
    for (let mcid = 0; mcid < seen.size; mcid++)
      this.fault(!seen.has(mcid), `page ${index + 1}: MCID ${mcid} is left out`);
    return seen.size;
  }

  private openMark(operands: readonly PdfValue[], open: readonly string[], seen: Set<number>, index: number): string {
    const [tag, properties] = operands;
    if (tag === '/Artifact') {
      this.fault(open.includes('tagged'), `page ${index + 1}: artifact inside tagged content`);
      return 'artifact';
    }
    const mcid = properties instanceof Map ? properties.get('/MCID') : undefined;
    if (typeof mcid === 'number') {
      this.fault(open.length > 0, `page ${index + 1}: marks are nested`);
      this.fault(seen.has(mcid), `page ${index + 1}: MCID ${mcid} twice`);
      seen.add(mcid);
      return 'tagged';
    }
    const lang = properties instanceof Map ? properties.get('/Lang') : undefined;
    this.fault(!(lang instanceof PdfString) || !LANGUAGE.test(lang.text), `page ${index + 1}: mark without meaning`);
    return 'span';
  }

  private noteCodes(font: number, shown: PdfValue): void {
    const codes = this.usedCodes.get(font) ?? new Set();
    this.usedCodes.set(font, codes);
    for (const part of Array.isArray(shown) ? shown : [shown]) {
      if (!(part instanceof PdfString)) continue;
      for (let at = 0; at < part.bytes.length; at += 2) codes.add(part.bytes.readUInt16BE(at));
    }
  }
}

function isOperator(token: unknown): token is { readonly operator: string } {
  return typeof token === 'object' && token !== null && 'operator' in token;
}
