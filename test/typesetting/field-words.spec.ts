import { OFFICIAL_COMPOUNDS } from '../../src/core/thai/compounds.js';
import { standardFonts } from '../../src/typesetting/fonts/font-registry.js';
import { keepTogether } from '../../src/typesetting/lines/kept-together.js';
import { allLines } from '../../src/typesetting/lines/line-end.js';
import { Paragraph } from '../../src/typesetting/lines/paragraph.js';
import type { TextStyle } from '../../src/typesetting/lines/text-style.js';
import { glossaryOf } from '../../templates/documents/glossary.js';
import { FIELD_SENTENCES, FIELD_WORDS } from './field-vocabulary.js';

const STYLE: TextStyle = {
  face: standardFonts().face('Sarabun', false, false),
  size: 11,
  lineHeight: 1,
  alignment: 'left',
  color: 'black',
  background: undefined,
  decoration: undefined,
  decorationColor: undefined,
  characterSpacing: 0,
  leadingIndent: 0,
  noWrap: false,
  keepSpaces: false,
  rise: 0,
  link: undefined,
  destination: undefined,
  lang: undefined,
};

function paragraph(text: string, glossary: readonly string[]): Paragraph {
  return new Paragraph([{ text, style: STYLE, source: undefined }], STYLE, keepTogether(glossary));
}

/** Lines at a width in points. */
function lines(text: string, width: number, glossary: readonly string[] = OFFICIAL_COMPOUNDS): string[] {
  return allLines(paragraph(text, glossary), width).map(({ start, end }) => text.slice(start, end));
}

const widthOf = (text: string): number => paragraph(text, []).pen[text.length] ?? 0;

/** Widths at which a line end falls inside the text, of all at which a line holds it whole. */
function broken(text: string, whole: string, glossary: readonly string[] = OFFICIAL_COMPOUNDS): number[] {
  const found: number[] = [];
  for (let width = Math.ceil(widthOf(whole)) + 1; width < 320; width += 4) {
    const times = text.split(whole).length - 1;
    if (lines(text, width, glossary).join('\n').split(whole).length - 1 < times) found.push(width);
  }
  return found;
}

const agency = { name: 'เทศบาลตำบลหนองแวงใหม่', shortName: 'ทต.หนองแวงใหม่', district: 'เมืองสมมติ', province: 'ตัวอย่าง' };

describe('words of the field', () => {
  it.each(FIELD_WORDS)('keep %s on one line wherever a line can hold it', (word) => {
    expect(broken(`แนวทางของ${word}ทุกครั้งและ${word}ตามเวลา ${word}`, word)).toEqual([]);
  });

  it.each(FIELD_SENTENCES)('hold together in "%s" at every width', (sentence) => {
    const torn = FIELD_WORDS.filter((word) => sentence.includes(word) && broken(sentence, word).length > 0);
    expect(torn).toEqual([]);
  });

  it('hold together where one space stands inside a word, as in texts broken into lines by hand', () => {
    expect(broken('ให้ความรู้เรื่องผลประโยชน์ ทับ ซ้อนแก่พนักงาน', 'ทับ ซ้อน')).toEqual([]);
    expect(broken('สำนักปลัด, กองคลัง, กอง การศึกษา และอื่น', 'กอง การศึกษา')).toEqual([]);
  });

  it('keep a noun with what makes it one, and a denial with what it denies', () => {
    for (let width = 90; width < 320; width += 3) {
      const ends = lines('ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่และการใช้อำนาจ ไม่พบการร้องเรียนและไม่รับของขวัญ', width);
      expect(ends.filter((line) => /(?:^|[^ก-๎]|และ|พบ)(?:การ|ไม่)$/.test(line))).toEqual([]);
    }
  });

  it.each(['๑๒ มาตรการ', 'ณ วันที่', '๓๑ มีนาคม ๒๕๖๘', 'EIT ส่วนที่ ๑', 'จังหวัดตัวอย่าง', 'ตัวชี้วัดที่ ๑'])(
    'keep %s together',
    (whole) => {
      expect(broken(`จากทั้งหมดของรายงาน ${whole} ณ วันที่ ${whole} ที่ประกาศไว้แล้วทั้งสิ้น ${whole} เป็นต้น`, whole)).toEqual([]);
    },
  );

  it('part in a narrow column between the words they are made of', () => {
    const word = 'ผลประโยชน์ทับซ้อน';
    expect(lines(word, widthOf(word) - 4)).toEqual(['ผลประโยชน์', 'ทับซ้อน']);
    const name = 'องค์การบริหารส่วนตำบลหนองแวง';
    expect(lines(name, widthOf('องค์การบริหารส่วน') + 2, [name, ...OFFICIAL_COMPOUNDS])[0]).toBe('องค์การบริหาร');
  });
});

describe('the glossary of a document', () => {
  const signer = {
    name: 'นางสมมติ รอบคอบ',
    post: 'รองปลัดเทศบาลตำบลหนองแวงใหม่',
    acting: [{ capacity: 'acting_for', post: 'ปลัดเทศบาลตำบลหนองแวงใหม่' }],
  } as const;
  const glossary = glossaryOf(agency, signer, ['สำนักปลัด / กองการศึกษา ศาสนาและวัฒนธรรม', 'กองสาธารณสุขฯ กองช่าง']);

  it.each([
    'เทศบาลตำบลหนองแวงใหม่',
    'อำเภอเมืองสมมติ',
    'จังหวัดตัวอย่าง',
    'รองปลัดเทศบาลตำบลหนองแวงใหม่',
    'ปลัดเทศบาลตำบลหนองแวงใหม่',
    'กองการศึกษา ศาสนาและวัฒนธรรม',
    'กองสาธารณสุขฯ',
  ])('keeps %s whole', (name) => {
    expect(broken(`ประกาศโดย${name}เพื่อทราบ และ ${name} ถือปฏิบัติ`, name, glossary)).toEqual([]);
  });
});

describe('addresses', () => {
  const address = 'https://www.tua-yang.example.go.th/';

  it('never leave "https://" or a stroke alone at a line end', () => {
    for (let width = Math.ceil(widthOf('https://www.')) + 1; width < 200; width += 1) {
      const found = lines(`เผยแพร่ทาง ${address} แล้ว`, width);
      expect(found.filter((line) => /^(?:\/|https?:\/\/)$/.test(line) || line.endsWith(' https://'))).toEqual([]);
    }
  });

  it('part behind a dot where no line holds them', () => {
    expect(lines(address, widthOf('https://www.tua-yang.exam'))).toEqual(['https://www.tua-yang.', 'example.go.th/']);
  });

  it('stand beside the number of their entry', () => {
    const entry = `๑. ${address}`;
    expect(lines(entry, widthOf(address) + 2)[0]).not.toBe('๑.');
  });
});
