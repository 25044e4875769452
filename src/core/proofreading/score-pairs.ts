/** Two scores that a text sets side by side. */
export interface ScorePair {
  readonly earlier: number;
  readonly later: number;
  /** Where the pair ends in the text without spaces. */
  readonly end: number;
}

export const NUMBER = '(\\d{1,3}(?:\\.\\d{1,2})?)';
export const YEAR = '(?:ใน)?ปี(?:งบประมาณ)?(?:พ\\.ศ\\.)?25\\d\\d';
const SCORE = '(?:คะแนน|%)?';
const COUNTED = 'ครั้ง|คน|ราย|บาท|เรื่อง|โครงการ|ฉบับ|แห่ง|ระบบ|ช่องทาง|ข้อ';
const SCORE_OF_YEAR = new RegExp(
  `ปี(?:งบประมาณ)?(?:พ\\.ศ\\.)?(25\\d\\d)[^\\d]{0,28}?(?:คะแนน|ร้อยละ|เท่ากับ|ได้|คือ|อยู่ที่)[^\\d]{0,12}?${NUMBER}(?![\\d.,])(?!${COUNTED})`,
  'g',
);
/** "จาก 80.00 คะแนน ในปี 2567 เป็น 85.00 คะแนน" */
const FROM_TO = new RegExp(
  `จาก(?:${YEAR})?[^\\d]{0,24}${NUMBER}${SCORE}(?:${YEAR})?[^\\d]{0,16}(?<!คิด)เป็น[^\\d]{0,24}${NUMBER}${SCORE}(?:${YEAR})?`,
  'g',
);
/** "ได้ 85.00 คะแนน ปีก่อนได้ 80.00 คะแนน", "ได้ 85.00 จากเดิม 80.00" */
const THEN_BEFORE = new RegExp(
  `${NUMBER}(?:คะแนน[^\\d]{0,24}(?:ปีก่อน|ปีที่แล้ว|ปีที่ผ่านมา|ครั้งก่อน|เดิม)[^\\d]{0,16}(?:ได้|คะแนน|เท่ากับ|คือ|อยู่ที่)[^\\d]{0,8}|(?:คะแนน[^\\d]{0,24})?จากเดิม)${NUMBER}(?:คะแนน)?`,
  'g',
);
/** "ได้ 85.00 คะแนน เมื่อเทียบกับปี 2567 ที่ได้ 80.00 คะแนน"; of an overall score other scores may follow before the comparison. */
const COMPARED = new RegExp(
  `(?:(?:คะแนนรวม|ภาพรวม)[^\\d]{0,16}${NUMBER}(?![\\d.])[^;]{0,240}?|${NUMBER}(?:คะแนน)?(?:เมื่อ|[^\\d]{0,8}))(?:เปรียบ)?เทียบกับ(?:ผล|คะแนน){0,2}(?:${YEAR}|ปีก่อน|ปีที่แล้ว|ปีที่ผ่านมา)[^\\d]{0,20}${NUMBER}คะแนน`,
  'g',
);
const REACH = 160;

/** Every pair in a text without spaces whose digits are Arabic. */
export const scorePairs = (text: string): ScorePair[] => [
  ...yearPairs(text),
  ...pairs(text, FROM_TO, ([, earlier, later]) => [earlier, later]),
  ...pairs(text, THEN_BEFORE, ([, later, earlier]) => [earlier, later]),
  ...pairs(text, COMPARED, ([, overall, score, earlier]) => [earlier, overall ?? score]),
];

type Texts = readonly (string | undefined)[];

const pairs = (text: string, pattern: RegExp, inOrder: (match: RegExpExecArray) => Texts): ScorePair[] =>
  [...text.matchAll(pattern)].map((match) => {
    const [earlier, later] = inOrder(match);
    return { earlier: Number(earlier), later: Number(later), end: match.index + match[0].length };
  });

/** Two neighbouring scores, each with its year; the later year is the later score. */
function yearPairs(text: string): ScorePair[] {
  const scores = [...text.matchAll(SCORE_OF_YEAR)].map((match) => ({
    year: Number(match[1]),
    score: Number(match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return scores.slice(1).flatMap((second, index) => {
    const first = scores[index];
    if (!first || second.start - first.end > REACH || first.year === second.year) return [];
    const [earlier, later] = first.year < second.year ? [first.score, second.score] : [second.score, first.score];
    return [{ earlier, later, end: second.end }];
  });
}
