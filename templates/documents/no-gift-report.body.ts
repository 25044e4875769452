import type { TableCell } from 'pdfmake/interfaces.js';
import { thaiDate, thaiShortDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { gridTable } from './grid-table.js';
import type { NoGiftReport, ReceivedGift } from './no-gift-report.v1.js';
import { reportParagraph, textWidth } from './report-form.js';

/** Policy, activities, gifts, obstacles and suggestions. */
export function noGiftBody(report: NoGiftReport, digits: DigitStyle): Node[] {
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
    reportParagraph(giftSentence(report), digits),
    ...(gifts.length > 0 ? [giftTable(gifts, digits)] : []),
    heading('4. ปัญหา อุปสรรค และข้อเสนอแนะ', digits),
    reportParagraph(`ปัญหาและอุปสรรค: ${report.obstacles?.trim() || 'ไม่มี'}`, digits),
    reportParagraph(`ข้อเสนอแนะ: ${report.suggestions?.trim() || 'ไม่มี'}`, digits),
  ];
}

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

function giftSentence({ agency, fiscalYear, gifts }: NoGiftReport): string {
  const year = `ในปีงบประมาณ พ.ศ. ${fiscalYear}`;
  if (gifts.length === 0) return `${year} ไม่มีบุคลากรของ${agency.name}รับของขวัญหรือของกำนัลจากการปฏิบัติหน้าที่`;
  const total = gifts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return `${year} มีการรายงานการรับของขวัญ ${gifts.length} รายการ มูลค่าโดยประมาณรวม ${baht(total)} บาท รายละเอียดดังนี้`;
}

function giftTable(gifts: readonly ReceivedGift[], digits: DigitStyle): Node {
  const cell = (words: string): TableCell => ({ text: printedDigits(words, digits) });
  return gridTable({
    headers: ['วันที่', 'รายการ', 'ผู้ให้', 'ผู้รับ', 'มูลค่า (บาท)', 'การดำเนินการ'],
    shares: [0.14, 0.19, 0.18, 0.17, 0.12, 0.2],
    rows: gifts.map((gift) => [
      { text: thaiShortDate(gift.receivedOn, digits) },
      cell(gift.item),
      cell(gift.giver),
      cell(gift.recipient),
      {
        text: printedDigits(gift.value === null || gift.value === undefined ? '-' : baht(gift.value), digits),
        alignment: 'right',
      },
      cell(gift.handling),
    ]),
    digits,
    width: textWidth('portrait'),
  });
}

/** 12500.5 -> "12,500.50"; whole amounts without satang. */
function baht(value: number): string {
  const fixed = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
