import { cffProgram } from '../fonts/cff-program.js';
import type { GlyphUnit, ShapedRun } from '../fonts/shaped-run.js';
import { trueTypeProgram } from '../fonts/truetype-program.js';
import type { Typeface } from '../fonts/typeface.js';
import type { PdfFile } from './pdf-file.js';
import { hex4, name, num, ref, utf16Hex } from './pdf-syntax.js';

const MOST_CODES = 65_000;

/** The codes one document uses of one face. Every (drawing, text) pair has a code of its own, so copied text is the source. */
export class FontSubset {
  readonly object: number;
  private readonly codes = new Map<GlyphUnit, number>();
  private readonly byContent = new Map<string, number>();
  private readonly units: GlyphUnit[] = [];
  private readonly encoded = new Map<ShapedRun, string>();

  constructor(
    readonly face: Typeface,
    /** Name in the pages' resources. */
    readonly resource: string,
    private readonly file: PdfFile,
  ) {
    this.object = file.reserve();
  }

  /** Units of a run as the inside of a TJ string, `>` and `<` around what moves the pen. */
  encode(run: ShapedRun, from: number, to: number): string {
    const isWhole = from === 0 && to === run.units.length;
    const known = isWhole ? this.encoded.get(run) : undefined;
    if (known !== undefined) return known;
    const scale = 1000 / this.face.facts.unitsPerEm;
    let codes = '';
    for (let i = from; i < to; i++) {
      const unit = run.units[i];
      if (!unit) break;
      codes += hex4(this.code(unit));
      const drift = (run.pens[i + 1] ?? 0) - (run.pens[i] ?? 0) - unit.advance;
      if (drift !== 0) codes += `>${num(-drift * scale)}<`;
    }
    if (isWhole) this.encoded.set(run, codes);
    return codes;
  }

  private code(unit: GlyphUnit): number {
    const known = this.codes.get(unit);
    if (known !== undefined) return known;
    const content = `${unit.parts.join()}/${unit.advance}/${unit.text}`;
    let code = this.byContent.get(content);
    if (code === undefined) {
      this.units.push(unit);
      code = this.units.length;
      if (code > MOST_CODES) throw new Error('more glyphs than one font can number');
      this.byContent.set(content, code);
    }
    this.codes.set(unit, code);
    return code;
  }

  /** Writes font, descriptor, program and character map. */
  finish(index: number): void {
    const { face, file } = this;
    const baseFont = name(`${tag(index)}+${face.facts.postscriptName}`);
    const map = file.addStream('', this.characterMap());
    const program = face.facts.isCff
      ? `/FontFile3 ${ref(file.addStream('/Subtype/CIDFontType0C', cffProgram(face, this.units)))}`
      : `/FontFile2 ${ref(this.addTrueType())}`;
    const descriptor = file.add(this.descriptor(baseFont, program));
    const kind = face.facts.isCff ? '/Subtype/CIDFontType0' : '/Subtype/CIDFontType2/CIDToGIDMap/Identity';
    const descendant = file.add(
      `<</Type/Font${kind}/BaseFont${baseFont}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${ref(descriptor)}/DW 0/W[1[${this.widths()}]]>>`,
    );
    file.add(
      `<</Type/Font/Subtype/Type0/BaseFont${baseFont}/Encoding/Identity-H/DescendantFonts[${ref(descendant)}]/ToUnicode ${ref(map)}>>`,
      this.object,
    );
  }

  private addTrueType(): number {
    const program = trueTypeProgram(this.face, this.units);
    return this.file.addStream(`/Length1 ${program.length}`, program);
  }

  private widths(): string {
    const scale = 1000 / this.face.facts.unitsPerEm;
    return this.units.map((unit) => num(unit.advance * scale)).join(' ');
  }

  private descriptor(baseFont: string, program: string): string {
    const { facts } = this.face;
    const scale = 1000 / facts.unitsPerEm;
    const flags = 4 | (facts.fixedPitch ? 1 : 0) | (facts.italic ? 64 : 0);
    const box = facts.bbox.map((side) => num(side * scale)).join(' ');
    return (
      `<</Type/FontDescriptor/FontName${baseFont}/Flags ${flags}/FontBBox[${box}]/ItalicAngle ${num(facts.italicAngle)}` +
      `/Ascent ${num(facts.ascent * scale)}/Descent ${num(facts.descent * scale)}/CapHeight ${num(facts.capHeight * scale)}` +
      `/XHeight ${num(facts.xHeight * scale)}/StemV ${facts.weight >= 600 ? 120 : 80}${program}>>`
    );
  }

  private characterMap(): string {
    const rows = this.units.map((unit, index) => `<${hex4(index + 1)}><${utf16Hex(unit.text)}>`);
    const blocks: string[] = [];
    for (let from = 0; from < rows.length; from += 100) {
      const block = rows.slice(from, from + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return (
      '/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
      '/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n' +
      `${blocks.join('\n')}\nendcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`
    );
  }
}

/** Six capital letters, as a subset's name begins. */
function tag(index: number): string {
  let letters = '';
  for (let i = 0, rest = index + 1; i < 6; i++, rest = Math.floor(rest / 26)) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
