import type { InstrumentAnalysis } from '../../src/core/ita/analyse-scores.js';
import { INSTRUMENTS } from '../../src/core/ita/instruments.js';
import { arrangeMeasures } from '../../src/core/report/arrange-measures.js';
import { measuresPlanLayout } from '../../src/core/report/layout-presets.js';
import type { DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { USUAL_INDICATOR_NAMES, type IndicatorNames } from './indicator-phrase.js';
import { instrumentHeading, USUAL_INSTRUMENT_NAMES, type InstrumentNames } from './instrument-names.js';
import { changeSentence, FOREWORD, instrumentSentences, principles, resultSentence } from './ita-analysis.texts.js';
import { chartCaption, headingNode, item, recommendations, scoreTable } from './ita-analysis.parts.js';
import type { ItaAnalysis, Recommendation } from './ita-analysis.v1.js';
import { completeMeasure } from './measure-input.js';
import { measureTable } from './measure-table.js';
import { reportParagraph, textWidth } from './report-form.js';
import { filledParagraphs } from './report-placeholders.js';
import { scoreChart } from './score-chart.js';

/** Foreword, principles, result with chart, analysis by instrument with recommendations, measures. */
export function analysisBody(report: ItaAnalysis, analyses: readonly InstrumentAnalysis[], digits: DigitStyle): Node[] {
  const { agency, assessment, earlier = [], measures, indicatorNames: names = USUAL_INDICATOR_NAMES } = report;
  const { instrumentNames: instruments = USUAL_INSTRUMENT_NAMES } = report;
  const width = textWidth('portrait');
  const heading = (text: string): Node => headingNode(text, 'h2', digits);
  const paragraphs = (text: string): Node[] =>
    filledParagraphs(text, report).map((paragraph) => reportParagraph(paragraph, digits));
  const [previous] = earlier.slice(-1);
  const years = [...earlier, assessment];
  return [
    heading('บทนำ'),
    ...paragraphs(report.foreword ?? FOREWORD),
    heading('1. หลักการและเหตุผล'),
    ...paragraphs(principles(instruments)),
    heading('2. ผลการประเมิน'),
    reportParagraph(resultSentence(agency, assessment), digits),
    ...(previous ? [reportParagraph(changeSentence(assessment, previous), digits)] : []),
    { stack: [scoreTable(years, digits, width, names)], unbreakable: true },
    { stack: [chartCaption(years, digits), scoreChart(years, digits, width, names)], unbreakable: true },
    heading('3. การวิเคราะห์ผลการประเมินรายเครื่องมือ'),
    ...analyses.flatMap((analysis) => instrumentPart(analysis, report.recommendations, digits, { names, instruments })),
    heading(`4. มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ${report.fiscalYear + 1}`),
    ...(measures.length > 0
      ? [
          measureTable(
            measuresPlanLayout,
            arrangeMeasures(measuresPlanLayout, measures.map(completeMeasure)),
            digits,
            width,
            names,
          ),
        ]
      : [reportParagraph('ยังไม่มีมาตรการ', digits)]),
  ];
}

function instrumentPart(
  analysis: InstrumentAnalysis,
  all: readonly Recommendation[],
  digits: DigitStyle,
  { names, instruments }: { readonly names: IndicatorNames; readonly instruments: InstrumentNames },
): Node[] {
  const letter = INSTRUMENTS.find(({ id }) => id === analysis.instrument)?.codeLetter.toLowerCase();
  const own = all.filter(({ code }) => code.charAt(0).toLowerCase() === letter);
  return [
    headingNode(instrumentHeading(analysis.instrument, instruments), 'h3', digits),
    ...instrumentSentences(analysis, names).map((sentence) => item(`- ${sentence}`, digits)),
    ...recommendations(own, digits),
  ];
}
