import type { InstrumentAnalysis } from '../../src/core/ita/analyse-scores.js';
import { INSTRUMENTS, SCORED_PARTS } from '../../src/core/ita/instruments.js';
import { arrangeMeasures } from '../../src/core/report/arrange-measures.js';
import { measuresPlanLayout } from '../../src/core/report/layout-presets.js';
import type { DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { USUAL_INDICATOR_NAMES } from './indicator-phrase.js';
import { instrumentHeading, USUAL_INSTRUMENT_NAMES } from './instrument-names.js';
import { chartCaption, headingNode, item, recommendations, scoreTable } from './ita-analysis.parts.js';
import { changeSentence, FOREWORD, instrumentSentences, principles, resultSentence } from './ita-analysis.texts.js';
import type { ItaAnalysis } from './ita-analysis.v1.js';
import { EIT_PARTS, partSentences, standingText, undertakings } from './ita-analysis.v2.texts.js';
import { completeMeasure } from './measure-input.js';
import { measureTable } from './measure-table.js';
import { reportParagraph, textWidth } from './report-form.js';
import { filledParagraphs } from './report-placeholders.js';
import { scoreChart } from './score-chart.js';

/** Foreword, principles, result with chart, what it means, analysis by instrument, undertakings and measures. */
export function analysisBodyV2(
  report: ItaAnalysis,
  analyses: readonly InstrumentAnalysis[],
  digits: DigitStyle,
): Node[] {
  const { agency, foreword, instrumentNames = USUAL_INSTRUMENT_NAMES } = report;
  const heading = (text: string): Node => headingNode(text, 'h2', digits);
  const paragraphs = (text: string): Node[] =>
    filledParagraphs(text, report).map((paragraph) => reportParagraph(paragraph, digits));
  return [
    heading('บทนำ'),
    ...paragraphs(foreword ?? FOREWORD),
    { text: agency.name, alignment: 'right', bold: true, margin: [0, 0, 0, 8] },
    heading('1. หลักการและเหตุผล'),
    ...paragraphs(principles(instrumentNames)),
    heading('2. ผลการประเมิน'),
    ...resultPart(report, digits),
    heading('3. การวิเคราะห์ผลการประเมินรายเครื่องมือ'),
    headingNode('ข้อเสนอแนะต่อผลการประเมิน', 'h3', digits),
    reportParagraph(standingText(report), digits),
    ...analyses.flatMap((analysis) => instrumentPart(analysis, report, digits)),
    heading(`4. มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ${report.fiscalYear + 1}`),
    ...undertakings(report, analyses, report.indicatorNames ?? USUAL_INDICATOR_NAMES).map((text, index) =>
      item(`4.${index + 1} ${text}`, digits),
    ),
    ...measuresPart(report, digits),
  ];
}

/** The score table may part over two pages; its header is repeated. */
function resultPart(report: ItaAnalysis, digits: DigitStyle): Node[] {
  const { agency, assessment, earlier = [], indicatorNames: names = USUAL_INDICATOR_NAMES } = report;
  const [previous] = earlier.slice(-1);
  const years = [...earlier, assessment];
  const width = textWidth('portrait');
  return [
    reportParagraph(resultSentence(agency, assessment), digits),
    ...(previous ? [reportParagraph(changeSentence(assessment, previous), digits)] : []),
    scoreTable(years, digits, width, names),
    { stack: [chartCaption(years, digits), scoreChart(years, digits, width, names)], unbreakable: true },
  ];
}

function instrumentPart(analysis: InstrumentAnalysis, report: ItaAnalysis, digits: DigitStyle): Node[] {
  const { recommendations: all, indicatorNames, instrumentNames } = report;
  const letter = INSTRUMENTS.find(({ id }) => id === analysis.instrument)?.codeLetter.toLowerCase();
  const own = all.filter(({ code }) => code.charAt(0).toLowerCase() === letter);
  return [
    headingNode(instrumentHeading(analysis.instrument, instrumentNames ?? USUAL_INSTRUMENT_NAMES), 'h3', digits),
    ...(analysis.instrument === 'EIT' ? [] : scoreItems(analysis, report, digits)),
    ...instrumentSentences(analysis, indicatorNames ?? USUAL_INDICATOR_NAMES).map((text) => item(`- ${text}`, digits)),
    ...(analysis.instrument === 'EIT' ? eitParts(report, digits) : []),
    ...recommendations(own, digits),
  ];
}

const scoreItems = ({ instrument }: InstrumentAnalysis, report: ItaAnalysis, digits: DigitStyle): Node[] =>
  SCORED_PARTS.filter((each) => each.instrument === instrument)
    .flatMap(({ part }) => partSentences(part, report))
    .map((text) => item(`- ${text}`, digits));

/** The two parts of EIT are separate instruments to the rule that gives the level. (DOMAIN 1.2) */
const eitParts = (report: ItaAnalysis, digits: DigitStyle): Node[] =>
  EIT_PARTS.flatMap(({ part, heading }): Node[] => {
    const [first = '', ...others] = partSentences(part, report).map((text) => `- ${text}`);
    return [
      { stack: [item(heading, digits, true), item(first, digits)], unbreakable: true },
      ...others.map((text) => item(text, digits)),
    ];
  });

function measuresPart({ measures, indicatorNames }: ItaAnalysis, digits: DigitStyle): Node[] {
  if (measures.length === 0) return [reportParagraph('ยังไม่มีมาตรการ', digits)];
  const arranged = arrangeMeasures(measuresPlanLayout, measures.map(completeMeasure));
  return [measureTable(measuresPlanLayout, arranged, digits, textWidth('portrait'), indicatorNames)];
}
