import type { TableCell } from 'pdfmake/interfaces.js';
import { columnShares } from '../../src/core/report/column-widths.js';
import { thaiDate, thaiShortDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { gridTable } from './grid-table.js';
import { baseLetters, lettersIn } from './measure-table.js';
import type { NoGiftReport, ReceivedGift } from './no-gift-report.v1.js';
import { reportParagraph, textWidth } from './report-form.js';

/** Policy, activities, gifts, obstacles and suggestions. */
export function noGiftBody(report: NoGiftReport, digits: DigitStyle, sentence = giftSentence): Node[] {
  const { agency, gifts, announcedOn } = report;
  return [
    heading('1. การประกาศนโยบาย', digits),
    reportParagraph(
      `${agency.name}ได้ประกาศนโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ เมื่อวันที่ ${thaiDate(announcedOn)} เพื่อให้บุคลากรทุกคนถือปฏิบัติ`,
      digits,
    ),
    heading('2. กิจกรรมที่ดำเนินการ', digits),
    ...activities(report, digits),
    heading('3. การรับของขวัญและของกำนัล', digits),
    reportParagraph(sentence(report), digits),
    ...(gifts.length > 0 ? [giftTable(gifts, digits)] : []),
    heading('4. ปัญหา อุปสรรค และข้อเสนอแนะ', digits),
    reportParagraph(`ปัญหาและอุปสรรค: ${report.obstacles?.trim() || 'ไม่มี'}`, digits),
    reportParagraph(`ข้อเสนอแนะ: ${report.suggestions?.trim() || 'ไม่มี'}`, digits),
  ];
}

const LONGEST_HEADER = 9;
const AMOUNT = 4;
const GIFT_COLUMNS: readonly { readonly header: string; readonly weight: number; readonly isFirm?: true }[] = [
  { header: 'วันที่', weight: 14, isFirm: true },
  { header: 'รายการ', weight: 19 },
  { header: 'ผู้ให้', weight: 18 },
  { header: 'ผู้รับ', weight: 17 },
  { header: 'มูลค่า (บาท)', weight: 12, isFirm: true },
  { header: 'การดำเนินการ', weight: 20 },
];

const heading = (words: string, digits: DigitStyle): Node => ({
  text: printedDigits(words, digits),
  bold: true,
  role: 'h2',
  margin: [0, 4, 0, 4],
});

function activities({ activities: held }: NoGiftReport, digits: DigitStyle): Node[] {
  if (held.length === 0) return [reportParagraph('ไม่มีกิจกรรมที่บันทึกไว้', digits)];
  return [
    gridTable({
      headers: ['วันที่', 'กิจกรรม'],
      shares: [0.24, 0.76],
      rows: held.map(({ heldOn, text: words }): TableCell[] => [
        { text: thaiDate(heldOn, digits) },
        { text: printedDigits(words, digits) },
      ]),
      digits,
      width: textWidth('portrait'),
    }),
  ];
}

/** Since version 2 what nobody knows the value of is not counted as worth nothing. */
export function giftSentence({ agency, fiscalYear, gifts }: NoGiftReport): string {
  const year = `ในปีงบประมาณ พ.ศ. ${fiscalYear}`;
  if (gifts.length === 0) return `${year} ไม่มีบุคลากรของ${agency.name}รับของขวัญหรือของกำนัลจากการปฏิบัติหน้าที่`;
  const known = gifts.filter(({ value }) => value !== null && value !== undefined);
  const worth =
    known.length === 0
      ? 'ซึ่งไม่ทราบมูลค่า'
      : `${known.length < gifts.length ? `ทราบมูลค่า ${known.length} รายการ ` : ''}มูลค่าโดยประมาณรวม ${total(known)} บาท`;
  return `${year} มีการรายงานการรับของขวัญ ${gifts.length} รายการ ${worth} รายละเอียดดังนี้`;
}

/** As version 1 says it. */
export function giftSentenceV1(report: NoGiftReport): string {
  const gifts = report.gifts.map((gift) => ({ ...gift, value: gift.value ?? 0 }));
  return giftSentence({ ...report, gifts });
}

const total = (gifts: readonly ReceivedGift[]): string => baht(gifts.reduce((sum, { value }) => sum + (value ?? 0), 0));

function giftTable(gifts: readonly ReceivedGift[], digits: DigitStyle): Node {
  const cell = (words: string, alignment: 'left' | 'right'): TableCell => ({
    text: printedDigits(words, digits),
    alignment,
  });
  const rows = gifts.map((gift) => [
    thaiShortDate(gift.receivedOn, digits),
    gift.item,
    gift.giver,
    gift.recipient,
    gift.value === null || gift.value === undefined ? '-' : baht(gift.value),
    gift.handling,
  ]);
  const width = textWidth('portrait');
  return gridTable({
    headers: GIFT_COLUMNS.map(({ header }) => header),
    shares: giftShares(rows, width),
    rows: rows.map((texts) => texts.map((text, column) => cell(text, column === AMOUNT ? 'right' : 'left'))),
    digits,
    width,
  });
}

/** Dates and amounts stay on one line: the other columns give way. */
function giftShares(rows: readonly string[][], width: number): number[] {
  const loads = GIFT_COLUMNS.map(({ weight, isFirm = false }, column) => {
    const lengths = rows.map((texts) => baseLetters(texts[column] ?? ''));
    return {
      weight,
      characters: lengths.reduce((sum, length) => sum + length, 0),
      longestWord: isFirm ? 1.5 + Math.max(...lengths) : LONGEST_HEADER,
      isFirm,
    };
  });
  return columnShares(loads, lettersIn(GIFT_COLUMNS.length, width));
}

/** 12500.5 -> "12,500.50"; whole amounts without satang. */
function baht(value: number): string {
  const fixed = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
