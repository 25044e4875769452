import type { EvidenceLink, Line, MeasureContent } from '../../src/core/measure/measure.js';
import type { ArrangedMeasure } from '../../src/core/report/arrange-measures.js';
import { printedLines } from '../../src/core/report/cell-lines.js';
import type { ColumnKey, ReportLayout } from '../../src/core/report/layout.js';
import { periodText } from '../../src/core/report/period-text.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import { datedLines, figureText } from '../../src/core/thai/result-words.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { indicatorPhrase, type IndicatorNames } from './indicator-phrase.js';

/** One paragraph of a cell, marks and digits as printed. */
export interface CellParagraph {
  readonly text: string;
  readonly isHeading: boolean;
}

/** The paragraphs that a column shows of a measure; none when it has nothing to say. @param names the usual ones when left out */
export function cellParagraphs(
  key: ColumnKey,
  { measure, number, indicator }: ArrangedMeasure,
  layout: ReportLayout,
  digits: DigitStyle,
  names?: IndicatorNames,
): CellParagraph[] {
  const plain = (text: string): CellParagraph[] => lineParagraphs([{ kind: 'plain', text }], digits);
  switch (key) {
    case 'number':
      return plain(number);
    case 'indicator':
      return plain(indicator === null ? '' : indicatorPhrase(indicator, names));
    case 'measure':
      return plain(layout.numbersTitles ? `${numberMark(number)} ${measure.title}` : measure.title);
    case 'period':
      return plain(periodText(measure.period, layout.periodStyle ?? 'as-written'));
    case 'responsible':
      return plain(measure.responsible.text);
    case 'evidence':
      return lineParagraphs(evidenceLines(measure.evidence), digits);
    case 'results':
      return lineParagraphs(
        [...resultLines(layout, measure), ...evidenceUnlessShown(layout, measure.evidence)],
        digits,
      );
    case 'outcomes':
      return lineParagraphs([...measure.outcomes, ...figureLines(measure)], digits);
    default:
      return lineParagraphs(measure[key], digits);
  }
}

/** Paragraphs as a table cell; a heading is underlined and stands with what it heads. */
export function cellNode(paragraphs: readonly CellParagraph[]): Node {
  if (paragraphs.length === 0) return { text: '' };
  return {
    stack: paragraphs.map(({ text, isHeading }): Node =>
      isHeading ? { text, decoration: 'underline', headlineLevel: 1 } : { text },
    ),
  };
}

/** "1" is printed "1.", "1.2" stays: customary in numbered tables. */
const numberMark = (number: string): string => (number.includes('.') ? number : `${number}.`);

/** Lines as printed, with their marks. */
export function lineParagraphs(lines: readonly Line[], digits: DigitStyle): CellParagraph[] {
  return printedLines(lines)
    .flatMap(({ kind, text }) => text.split('\n').map((line) => ({ text: line, isHeading: kind === 'heading' })))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, isHeading }) => ({ text: printedDigits(text, digits), isHeading }));
}

/** Figures belong to the outcomes; a table without that column tells them with the results. */
function resultLines(layout: ReportLayout, measure: MeasureContent): Line[] {
  const isShown = layout.columns.some(({ key }) => key === 'outcomes');
  return [...datedLines(measure.results), ...(isShown ? [] : figureLines(measure))];
}

/** Figures as printed in a cell: "- ผู้เข้าร่วม 45 คน (เป้าหมาย 40 คน)". */
export const figureLines = ({ figures = [] }: Pick<MeasureContent, 'figures'>): Line[] =>
  figures.map((figure) => ({ kind: 'dash', text: figureText(figure) }));

function evidenceUnlessShown(layout: ReportLayout, evidence: readonly EvidenceLink[]): Line[] {
  if (evidence.length === 0 || layout.columns.some(({ key }) => key === 'evidence')) return [];
  return [{ kind: 'heading', text: 'หลักฐาน' }, ...evidenceLines(evidence)];
}

function evidenceLines(evidence: readonly EvidenceLink[]): Line[] {
  return evidence.map(({ label, url }) => ({
    kind: 'dash',
    text: label === url || label === '' ? url : `${label} ${url}`,
  }));
}
