import type { TableCell } from 'pdfmake/interfaces.js';
import type { AssessmentResult } from '../../src/core/ita/analyse-scores.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import type { IndicatorNames } from './indicator-phrase.js';

const LABEL_WIDTH = 150;
const VALUE_WIDTH = 84;
const BAR_HEIGHT = 9;
/** Distance from one bar to the next: the height of the line that states its value. */
const BAR_STEP = 14;
const FONT_SIZE = 10;
/** Oldest year palest; told apart by position and label too, not by shade alone. */
const SHADES = ['#c9d6e2', '#8fb0cd', '#1f4e79'] as const;
const FRAME = '#9a9a9a';

/**
 * Bars of the ten indicators, one for each year, drawn as vectors. Values stand beside the bars as text, and each group of
 * bars has a text alternative.
 * @param years oldest first, at most three
 * @param width width of the chart in points
 * @param names of the indicators 1 to 10
 */
export function scoreChart(
  years: readonly AssessmentResult[],
  digits: DigitStyle,
  width: number,
  names: IndicatorNames,
): Node {
  const barWidth = width - LABEL_WIDTH - VALUE_WIDTH - 12;
  return {
    table: {
      widths: [LABEL_WIDTH, barWidth, VALUE_WIDTH],
      body: names.map((name, index) => chartRow(index + 1, name, years, digits, barWidth)),
      dontBreakRows: true,
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 6,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    fontSize: FONT_SIZE,
    margin: [0, 4, 0, 8],
  };
}

function chartRow(
  number: number,
  name: string,
  years: readonly AssessmentResult[],
  digits: DigitStyle,
  barWidth: number,
): TableCell[] {
  const values = years.map(({ fiscalYear, indicators }) => ({ fiscalYear, score: indicators[number - 1] ?? 0 }));
  const spoken = values.map(({ fiscalYear, score }) => `ปี ${fiscalYear} ${score.toFixed(2)} คะแนน`).join(', ');
  const bars: Node = {
    canvas: values.flatMap(({ score }, index) => [
      { type: 'rect', x: 0, y: index * BAR_STEP + 3, w: barWidth, h: BAR_HEIGHT, lineWidth: 0.4, lineColor: FRAME },
      {
        type: 'rect',
        x: 0,
        y: index * BAR_STEP + 3,
        w: (barWidth * score) / 100,
        h: BAR_HEIGHT,
        color: shade(index, values.length),
      },
    ]),
    alt: printedDigits(`แผนภูมิแท่งตัวชี้วัดที่ ${number} ${name}: ${spoken}`, digits),
  };
  const labels = values.map(({ fiscalYear, score }): Node => ({
    text: printedDigits(`${score.toFixed(2)} (${fiscalYear})`, digits),
  }));
  return [{ text: printedDigits(`${number}. ${name}`, digits) }, bars, { stack: labels }];
}

const shade = (index: number, years: number): string => SHADES[SHADES.length - years + index] ?? SHADES[2];
