import { TARGET_SCORE, type AssessmentResult, type InstrumentAnalysis } from '../../src/core/ita/analyse-scores.js';
import { indicatorPhrase, type IndicatorNames } from './indicator-phrase.js';
import { namedInstruments, type InstrumentNames } from './instrument-names.js';
import type { Agency } from './agency.js';

export const itaAnalysisTitle = (fiscalYear: number): string[] => [
  'รายงานการวิเคราะห์ผลการประเมิน',
  'คุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)',
  `ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`,
];

/** Foreword, in our own words; an agency may give its own. */
export const FOREWORD = `การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment : ITA) ช่วยให้หน่วยงานเห็นจุดแข็งและจุดที่ต้องพัฒนาของตนจากสายตาของบุคลากร ประชาชน และข้อมูลที่เปิดเผยต่อสาธารณะ

รายงานฉบับนี้นำผลการประเมินประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} ของ{หน่วยงาน}มาวิเคราะห์รายเครื่องมือและรายตัวชี้วัด ระบุประเด็นที่ต้องแก้ไขโดยเร่งด่วนและประเด็นที่ต้องพัฒนา และกำหนดมาตรการพร้อมผู้รับผิดชอบและการกำกับติดตาม เพื่อนำไปปฏิบัติในปีงบประมาณถัดไป`;

/** Why there is an assessment, with the instruments as the year calls them. */
export function principles(names: InstrumentNames): string {
  const [iit, eit, oit] = namedInstruments(names);
  return `สำนักงาน ป.ป.ช. กำหนดให้หน่วยงานภาครัฐเข้ารับการประเมิน ITA ทุกปี ผ่านเครื่องมือสามชุด ได้แก่ ${iit} ${eit} และ${oit} รวมสิบตัวชี้วัด

{หน่วยงาน} {อำเภอ} {จังหวัด} เห็นว่าผลการประเมินจะมีคุณค่าเมื่อนำไปปรับปรุงงานจริง จึงวิเคราะห์ผลและกำหนดมาตรการตามรายงานนี้`;
}

/** The result in one sentence, with what the level rests on. */
export function resultSentence(agency: Agency, { fiscalYear, overall, level, instruments }: AssessmentResult): string {
  const { iit, eit1, eit2, oit } = instruments;
  return (
    `ผลการประเมินประจำปีงบประมาณ พ.ศ. ${fiscalYear} ของ${agency.name} เท่ากับ ${score(overall)} คะแนน อยู่ในระดับ${level} ` +
    `โดยมีคะแนนรายเครื่องมือ ได้แก่ IIT ${score(iit)} คะแนน EIT ส่วนที่ 1 ${score(eit1)} คะแนน ` +
    `EIT ส่วนที่ 2 ${score(eit2)} คะแนน และ OIT ${score(oit)} คะแนน`
  );
}

/** How the overall score moved against the year before; said as it is, a fall is called a fall. */
export function changeSentence(now: AssessmentResult, before: AssessmentResult): string {
  const points = Math.round((now.overall - before.overall) * 100) / 100;
  const move = points === 0 ? 'เท่าเดิม' : `${points > 0 ? 'เพิ่มขึ้น' : 'ลดลง'} ${score(Math.abs(points))} คะแนน`;
  return `เมื่อเทียบกับปีงบประมาณ พ.ศ. ${before.fiscalYear} ซึ่งได้ ${score(before.overall)} คะแนน คะแนนภาพรวม${move}`;
}

/** What the numbers say about one instrument. */
export function instrumentSentences(analysis: InstrumentAnalysis, names: IndicatorNames): string[] {
  const phrases = (numbers: readonly number[]): string =>
    numbers.map((number) => indicatorPhrase(number, names)).join(', ');
  const { strengths, toImprove, urgent, changes } = analysis;
  const fallen = changes.filter(({ points }) => points < 0);
  const risen = changes.filter(({ points }) => points > 0);
  const moved = (list: typeof changes): string =>
    list
      .map(({ indicator, points }) => `${indicatorPhrase(indicator, names)} (${score(Math.abs(points))} คะแนน)`)
      .join(', ');
  return [
    `จุดแข็งที่ควรรักษามาตรฐาน ได้แก่ ${phrases(strengths)}`,
    toImprove.length > 0 ? `ประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ${phrases(toImprove)}` : 'ทุกตัวชี้วัดได้คะแนนเท่ากัน ควรรักษามาตรฐานไว้',
    urgent.length > 0
      ? `ประเด็นที่ต้องแก้ไขโดยเร่งด่วน เพราะต่ำกว่าค่าเป้าหมาย ${TARGET_SCORE} คะแนน ได้แก่ ${phrases(urgent)}`
      : `ไม่มีตัวชี้วัดที่ต่ำกว่าค่าเป้าหมาย ${TARGET_SCORE} คะแนน`,
    ...(risen.length > 0 ? [`คะแนนเพิ่มขึ้นจากปีก่อน ได้แก่ ${moved(risen)}`] : []),
    ...(fallen.length > 0 ? [`คะแนนลดลงจากปีก่อน ได้แก่ ${moved(fallen)}`] : []),
  ];
}

export const score = (value: number): string => value.toFixed(2);
