import { TARGET_SCORE, type AssessmentResult, type InstrumentAnalysis } from '../../src/core/ita/analyse-scores.js';
import { indicatorsOf, SCORED_PARTS, type ScoredPart } from '../../src/core/ita/instruments.js';
import { INSTRUMENT_WORDS } from '../../src/core/thai/level-words.js';
import { indicatorPhrase, type IndicatorNames } from './indicator-phrase.js';
import { score } from './ita-analysis.texts.js';
import type { ItaAnalysis } from './ita-analysis.v1.js';

export const EIT_PARTS: readonly { readonly part: ScoredPart; readonly heading: string }[] = [
  { part: 'eit1', heading: 'ส่วนที่ 1 ผู้รับบริการหรือผู้มาติดต่อราชการตอบด้วยตนเอง (EIT Public)' },
  { part: 'eit2', heading: 'ส่วนที่ 2 ผู้ประเมินจัดเก็บข้อมูลจากผู้รับบริการ (EIT Survey)' },
];

const NATIONAL_TARGET = `ค่าเป้าหมาย ${TARGET_SCORE} คะแนนของแผนแม่บทภายใต้ยุทธศาสตร์ชาติ ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ`;

/** What the result means as a whole, and what comes first because of it. */
export function standingText({ agency, assessment }: ItaAnalysis): string {
  const { overall, level, instruments } = assessment;
  const weak = SCORED_PARTS.filter(({ part }) => instruments[part] < TARGET_SCORE).map(({ part }) =>
    scored(part, assessment),
  );
  const reached =
    overall >= TARGET_SCORE
      ? `บรรลุ${NATIONAL_TARGET}`
      : `ต่ำกว่า${NATIONAL_TARGET} อยู่ ${score(TARGET_SCORE - overall)} คะแนน`;
  const parts =
    weak.length > 0
      ? `โดยมีเครื่องมือที่ต่ำกว่า ${TARGET_SCORE} คะแนน ได้แก่ ${weak.join(', ')} ซึ่งต้องแก้ไขก่อนประเด็นอื่น`
      : `โดยทุกเครื่องมือไม่ต่ำกว่า ${TARGET_SCORE} คะแนน ต่ำสุดคือ ${lowestPart(assessment)} จึงควรรักษามาตรฐานไว้และพัฒนาอย่างต่อเนื่อง`;
  return `${agency.name}มีคะแนนภาพรวม ${score(overall)} คะแนน อยู่ในระดับ${level} ${reached} ${parts}`;
}

const scored = (part: ScoredPart, { instruments }: AssessmentResult): string =>
  `${INSTRUMENT_WORDS[part].th} (${score(instruments[part])} คะแนน)`;

function lowestPart(assessment: AssessmentResult): string {
  const [lowest] = SCORED_PARTS.toSorted(
    (one, other) => assessment.instruments[one.part] - assessment.instruments[other.part],
  );
  return lowest ? scored(lowest.part, assessment) : '';
}

/** One score against its target and the year before; below the target, with the measures that take it up. */
export function partSentences(part: ScoredPart, { assessment, earlier = [], measures }: ItaAnalysis): string[] {
  const [previous] = earlier.slice(-1);
  const now = assessment.instruments[part];
  const judged =
    now < TARGET_SCORE
      ? `ต่ำกว่าค่าเป้าหมาย ${TARGET_SCORE} คะแนน อยู่ ${score(TARGET_SCORE - now)} คะแนน ต้องแก้ไขโดยเร่งด่วน`
      : `ไม่ต่ำกว่าค่าเป้าหมาย ${TARGET_SCORE} คะแนน ควรรักษามาตรฐานไว้`;
  const change = previous ? ` ${changeOf(now - previous.instruments[part])}` : '';
  const sentence = `คะแนน ${INSTRUMENT_WORDS[part].th} เท่ากับ ${score(now)} คะแนน ${judged}${change}`;
  return now < TARGET_SCORE ? [sentence, answeredBy(part, measures)] : [sentence];
}

function changeOf(points: number): string {
  const rounded = Math.round(points * 100) / 100;
  if (rounded === 0) return 'เท่ากับปีก่อน';
  return `${rounded > 0 ? 'เพิ่มขึ้น' : 'ลดลง'}จากปีก่อน ${score(Math.abs(rounded))} คะแนน`;
}

function answeredBy(part: ScoredPart, measures: ItaAnalysis['measures']): string {
  const instrument = SCORED_PARTS.find((each) => each.part === part)?.instrument ?? 'IIT';
  const concerned = indicatorsOf(instrument);
  const titles = measures
    .filter(({ indicators = [] }) => indicators.some((indicator) => concerned.includes(indicator)))
    .map(({ title }) => `“${title}”`);
  return titles.length > 0 ? `มาตรการที่รองรับ ได้แก่ ${titles.join(', ')}` : 'ยังไม่มีมาตรการที่รองรับ';
}

/** What the agency sets itself for the year of the measures, from the result and the measures at hand. */
export function undertakings(
  { assessment, measures, fiscalYear }: ItaAnalysis,
  analyses: readonly InstrumentAnalysis[],
  names: IndicatorNames,
): string[] {
  const year = fiscalYear + 1;
  const { overall, instruments } = assessment;
  const isBelow = overall < TARGET_SCORE || Object.values(instruments).some((each) => each < TARGET_SCORE);
  const aim =
    overall < TARGET_SCORE
      ? `ยกระดับคะแนนภาพรวมจาก ${score(overall)} คะแนน ให้ไม่ต่ำกว่า ${TARGET_SCORE} คะแนน`
      : `ให้คะแนนภาพรวมไม่ต่ำกว่า ${score(overall)} คะแนน ที่ได้ในปีงบประมาณ พ.ศ. ${fiscalYear}`;
  const toImprove = analyses.flatMap((analysis) => [...new Set([...analysis.urgent, ...analysis.toImprove])]);
  const developed = toImprove.map((indicator) => indicatorPhrase(indicator, names)).join(', ');
  const units = [...new Set(measures.map(({ responsible }) => responsible.text.trim()).filter((text) => text !== ''))];
  return [
    `ตั้งเป้าหมายปีงบประมาณ พ.ศ. ${year} ${aim}${isBelow ? ` และทุกเครื่องมือไม่ต่ำกว่า ${TARGET_SCORE} คะแนน` : ''}`,
    `ชี้แจงผลการประเมินต่อผู้บริหารและบุคลากร และมอบหมายผู้รับผิดชอบ${developed === '' ? 'รายตัวชี้วัด' : `ตัวชี้วัดที่ต้องพัฒนา ได้แก่ ${developed}`}`,
    `มอบหมาย${units.length > 0 ? `ให้ ${units.join(', ')} ` : 'ผู้รับผิดชอบ'}ดำเนินการตามมาตรการ ${measures.length} มาตรการ และรายงานผลตามการกำกับติดตาม`,
    `ให้ผู้บริหารประกาศเจตจำนงสุจริตและนโยบายไม่รับของขวัญ (No Gift Policy) ประจำปีงบประมาณ พ.ศ. ${year} และแจ้งให้บุคลากรถือปฏิบัติ`,
  ];
}
