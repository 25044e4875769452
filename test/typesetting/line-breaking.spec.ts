import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardFonts } from '../../src/typesetting/fonts/font-registry.js';
import { keepTogether } from '../../src/typesetting/lines/kept-together.js';
import { makeLine } from '../../src/typesetting/lines/line-contents.js';
import { allLines } from '../../src/typesetting/lines/line-end.js';
import { Paragraph } from '../../src/typesetting/lines/paragraph.js';
import type { Alignment, TextStyle } from '../../src/typesetting/lines/text-style.js';

const SIZE = 16;

function style(alignment: Alignment = 'left'): TextStyle {
  return {
    face: standardFonts().face('Sarabun', false, false),
    size: SIZE,
    lineHeight: 1,
    alignment,
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
}

function paragraph(text: string, glossary: string[] = [], alignment: Alignment = 'left'): Paragraph {
  const own = style(alignment);
  return new Paragraph([{ text, style: own, source: undefined }], own, keepTogether(glossary));
}

function lines(text: string, width: number, glossary: string[] = []): string[] {
  const made = paragraph(text, glossary);
  return allLines(made, width).map(({ start, end }) => text.slice(start, end));
}

/** Width of a text on one line, in points. */
function widthOf(text: string): number {
  return paragraph(text).pen[text.length] ?? 0;
}

describe('line breaking', () => {
  it('breaks Thai between dictionary words', () => {
    const text = 'องค์การบริหารส่วนตำบลตัวอย่างประกาศนโยบายไม่รับของขวัญ';
    const words = new Set(['องค์การ', 'บริหาร', 'ส่วน', 'ตำบล', 'ตัวอย่าง', 'ประกาศ', 'นโยบาย', 'ไม่', 'รับ', 'ของขวัญ']);
    for (let width = 70; width < 300; width += 7) {
      for (const line of lines(text, width)) {
        let rest = line;
        for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
        expect(rest).toBe('');
      }
    }
  });

  it.each([
    ['คำซ้ำต่าง ๆ ของหน่วยงาน', 'ต่าง ๆ'],
    ['สิ่งของ เงิน ฯลฯ และอื่น', 'เงิน ฯลฯ'],
    ['เขากล่าวว่า “สุจริต” แล้ว', '“สุจริต”'],
    ['หน่วยงาน (อบต.) นั้น', '(อบต.)'],
  ])('puts no sign in %s first or last on a line that does not belong there', (text, whole) => {
    for (let width = Math.ceil(widthOf(whole)) + 1; width < 200; width += 3) {
      for (const line of lines(text, width)) {
        expect(line).not.toMatch(/^[ๆฯ)”]/);
        expect(line).not.toMatch(/[“(]$/);
      }
    }
  });

  it.each([
    'วันที่ ๑ ต.ค. ๒๕๖๘',
    '๑๕ กุมภาพันธ์ พ.ศ. ๒๕๖๘',
    'พ.ศ. ๒๕๖๘',
    'ร้อยละ ๘๕.๕๐',
    '๔๘ คน',
    'ข้อ ๑๒',
    'ป.ป.ช.',
    'O27',
    'No Gift Policy',
    'E-Service',
    '๐๘.๓๐ - ๑๖.๓๐ น.',
  ])('keeps %s on one line wherever a line can hold it', (whole) => {
    const text = `ระเบียบว่าด้วยการ ${whole} ของหน่วยงานภาครัฐ ${whole} และอื่นอีกมาก ${whole}`;
    for (let width = Math.ceil(widthOf(whole)) + 1; width < 320; width += 5) {
      const found = lines(text, width).join('\n').split(whole).length - 1;
      expect({ width, found }).toEqual({ width, found: 3 });
    }
  });

  it('keeps names of the glossary whole, and breaks them when no line can hold them', () => {
    const name = 'องค์การบริหารส่วนตำบลตัวอย่าง';
    const wide = Math.ceil(widthOf(name)) + 2;
    const text = `ประกาศของ${name}เรื่องนโยบาย`;
    expect(lines(text, wide, [name]).some((line) => line.includes(name))).toBe(true);
    expect(lines(text, wide - 20, [name]).join('')).toBe(text);
  });

  it.each([
    [
      'the first part of what no line holds stands where it begins',
      'ในการดำเนินงาน',
      'ดำเนินงาน',
      ['ดำเนินงาน'],
      ['ในการ', 'ดำเนินงาน'],
    ],
    [
      'a deputy is not parted from the post',
      'รองนายกองค์การตัวอย่าง',
      'รองนายกองค์การ',
      ['รองนายกองค์การตัวอย่าง', 'นายกองค์การตัวอย่าง'],
      ['รองนายกองค์การ', 'ตัวอย่าง'],
    ],
    [
      'a unit is parted inside its name',
      'กองสวัสดิการสังคม',
      'กองสวัสดิการ',
      ['กองสวัสดิการสังคม', 'สวัสดิการสังคม'],
      ['กองสวัสดิการ', 'สังคม'],
    ],
    [
      'an address is parted before its numbers',
      'https://example.go.th/2568',
      'https://example.go.th/25',
      [],
      ['https://example.go.th/', '2568'],
    ],
  ])('%s', (_sentence, text, held, glossary, expected) =>
    expect(lines(text, widthOf(held) + 1, glossary)).toEqual(expected),
  );

  it('cuts a word that no line holds between letters and loses nothing', () => {
    const word = 'กี่กื้กุ้ก์น้ำ'.repeat(30);
    const cut = lines(word, 90);
    expect(cut.join('')).toBe(word);
    for (const line of cut) expect(line).not.toMatch(/^[\u0E30-\u0E3A\u0E45-\u0E4E]/);
    for (const line of cut) expect(widthOf(line)).toBeLessThanOrEqual(90.01);
  });

  it('ends a line where the text says so', () => {
    expect(lines('บรรทัดหนึ่ง\nบรรทัดสอง\r\n\nสี่', 400)).toEqual(['บรรทัดหนึ่ง', 'บรรทัดสอง', '', 'สี่']);
  });

  it('breaks at a zero width space and does not draw it', () => {
    const made = paragraph('กกก\u200Bขขข');
    expect(allLines(made, widthOf('กกก') + 1).map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 7],
    ]);
    const drawn = makeLine(made, allLines(made, 500)[0] ?? raise(), 500, true);
    expect(drawn.inlines.flatMap((inline) => inline.strokes.map(({ run }) => run.text)).join('')).toBe('กกกขขข');
  });
});

function raise(): never {
  throw new Error('no line');
}

const THAI_WORD = fc.constantFrom(
  ...'การ ดำเนินงาน คุณธรรม น้ำ ที่ ผู้บริหาร เปอร์เซ็นต์ โปร่งใส ๒๕๖๘ ต่าง ๆ ฯลฯ ป้า ฟื้นฟู ญี่ปุ่น ITA O27 (อบต.) “คำ” และ ของ ค่ำ'.split(
    ' ',
  ),
);
const CLUSTER = fc
  .tuple(
    fc.constantFrom(...'กขคงจชญฐฎปผฝฟฬอฮ'),
    fc.constantFrom('', 'ิ', 'ี', 'ึ', 'ื', 'ั', 'ุ', 'ู'),
    fc.constantFrom('', '่', '้', '๊', '๋', '์'),
    fc.constantFrom('', 'า', 'ะ', 'ำ'),
  )
  .map((parts) => parts.join(''));
const TEXT = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: THAI_WORD },
      { weight: 1, arbitrary: CLUSTER },
      { weight: 2, arbitrary: fc.constant(' ') },
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').trim());

describe('lines of any Thai text', () => {
  it('hold every letter once, split no letter from its marks and stay within their width', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 64, max: 400 }), (text, width) => {
        const made = paragraph(text);
        const found = allLines(made, width);
        const seen = found.map(({ start, end }) => text.slice(start, end)).join('');
        expect(seen.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        for (const { start, end, next } of found) {
          if (next < text.length) {
            expect(text.charAt(next)).not.toMatch(/[\u0E30-\u0E3A\u0E45-\u0E4E\u0E2F]/);
            expect(made.clusterStart[next]).toBe(1);
          }
          const isOneLetter = allLines(paragraph(text.slice(start, end)), 1).length === 1;
          const used = (made.pen[end] ?? 0) - (made.pen[start] ?? 0);
          if (!isOneLetter) expect(used).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { numRuns: 300, verbose: 1 },
    );
  });

  it('are no wider than their column when they are justified', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 120, max: 400 }), (text, width) => {
        const made = paragraph(text, [], 'justify');
        allLines(made, width).forEach((span, index, all) => {
          const line = makeLine(made, span, width, index === all.length - 1);
          expect(line.getWidth()).toBeLessThanOrEqual(width + 0.01);
        });
      }),
      { numRuns: 150, verbose: 1 },
    );
  });
});
