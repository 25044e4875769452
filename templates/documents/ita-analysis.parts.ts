import type { TableCell } from 'pdfmake/interfaces.js';
import type { AssessmentResult } from '../../src/core/ita/analyse-scores.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { gridTable } from './grid-table.js';
import type { IndicatorNames } from './indicator-phrase.js';
import { score } from './ita-analysis.texts.js';
import type { Recommendation } from './ita-analysis.v1.js';
import { CM } from './page-form.js';

/** Ten indicators, the overall score and the level, a column for each year. @param width in points */
export function scoreTable(
  years: readonly AssessmentResult[],
  digits: DigitStyle,
  width: number,
  names: IndicatorNames,
): Node {
  const share = 0.5 / years.length;
  const row = (cells: readonly string[]): TableCell[] =>
    cells.map((text, index) => ({ text: printedDigits(text, digits), alignment: index === 1 ? 'left' : 'center' }));
  return gridTable({
    headers: ['ตัวชี้วัดที่', 'ตัวชี้วัด', ...years.map(({ fiscalYear }) => `คะแนน ปี ${fiscalYear}`)],
    shares: [0.12, 0.38, ...years.map(() => share)],
    rows: [
      ...names.map((name, index) =>
        row([String(index + 1), name, ...years.map(({ indicators }) => score(indicators[index] ?? 0))]),
      ),
      row(['', 'คะแนนภาพรวม', ...years.map(({ overall }) => score(overall))]),
      row(['', 'ระดับผลการประเมิน', ...years.map(({ level }) => level)]),
    ],
    digits,
    width,
  });
}

export const chartCaption = (years: readonly AssessmentResult[], digits: DigitStyle): Node => ({
  text: printedDigits(
    `แผนภูมิคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. ${years.map(({ fiscalYear }) => fiscalYear).join(', ')}`,
    digits,
  ),
  bold: true,
  alignment: 'center',
  role: 'caption',
});

/** The heading never stands at the foot of a page without its first entry. */
export function recommendations(own: readonly Recommendation[], digits: DigitStyle): Node[] {
  const [first, ...others] = own.map(({ code, text }) => item(`${code} ${text}`, digits));
  if (!first) return [];
  return [{ stack: [item('ข้อเสนอแนะรายข้อ', digits), first], unbreakable: true }, ...others];
}

export const item = (text: string, digits: DigitStyle, bold = false): Node => ({
  text: printedDigits(text, digits),
  ...(bold ? { bold } : {}),
  margin: [0.75 * CM, 0, 0, 4],
});

export const headingNode = (text: string, role: 'h2' | 'h3', digits: DigitStyle): Node => ({
  text: printedDigits(text, digits),
  bold: true,
  role,
  margin: [0, 6, 0, 4],
});
