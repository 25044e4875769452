import { Checks } from './checks.js';
import { type Dict, Ref } from './pdf-objects.js';

/** Fonts: embedded, every shown code with a text, no .notdef, widths as the program says. */
export class FontChecks extends Checks {
  run(usedCodes: ReadonlyMap<number, ReadonlySet<number>>): void {
    for (const [object, codes] of usedCodes) {
      const font = this.pdf.dict(new Ref(object));
      const descendant = this.pdf.dict(this.pdf.list(font.get('/DescendantFonts'))[0]);
      const descriptor = this.pdf.dict(descendant.get('/FontDescriptor'));
      this.fault(!descriptor.has('/FontFile2') && !descriptor.has('/FontFile3'), 'font is not embedded');
      this.fault(font.get('/BaseFont') !== descriptor.get('/FontName'), 'font names differ');
      const isTrueType = descendant.get('/Subtype') === '/CIDFontType2';
      this.fault(isTrueType && descendant.get('/CIDToGIDMap') !== '/Identity', 'CIDToGIDMap');
      const map = toUnicode(this.pdf.stream(font.get('/ToUnicode')).data.toString('latin1'));
      for (const code of codes) {
        this.fault(code === 0, '.notdef is shown');
        const text = map.get(code);
        this.fault(text === undefined || text === '', `code ${code} has no text`);
        this.fault(
          text !== undefined && /[\u0000\uFEFF\uFFFE\uE000-\uF8FF]/.test(text),
          `code ${code} stands for a forbidden character`,
        );
      }
      if (isTrueType) this.checkWidths(descendant, this.pdf.stream(descriptor.get('/FontFile2')).data);
    }
  }

  private checkWidths(descendant: Dict, program: Buffer): void {
    const [first, widths] = this.pdf.list(descendant.get('/W'));
    const tables = sfntTables(program);
    const unitsPerEm = tables.get('head')?.readUInt16BE(18) ?? 1000;
    const hmtx = tables.get('hmtx');
    const glyphs = tables.get('maxp')?.readUInt16BE(4) ?? 0;
    (widths as number[]).forEach((width, index) => {
      const code = Number(first) + index;
      this.fault(code >= glyphs, `code ${code} beyond the font's glyphs`);
      const own = ((hmtx?.readUInt16BE(code * 4) ?? 0) * 1000) / unitsPerEm;
      this.fault(Math.abs(own - width) > 1, `width of code ${code}: ${width} and ${own}`);
    });
  }
}

/** Code to text, from the bfchar blocks of a character map. */
function toUnicode(map: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, code = '', hex = ''] of map.matchAll(/^<([0-9A-F]{4})><([0-9A-F]*)>$/gm)) {
    texts.set(Number.parseInt(code, 16), Buffer.from(hex, 'hex').swap16().toString('utf16le'));
  }
  return texts;
}

function sfntTables(program: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const start = program.readUInt32BE(at + 8);
    tables.set(program.toString('latin1', at, at + 4), program.subarray(start, start + program.readUInt32BE(at + 12)));
  }
  return tables;
}
