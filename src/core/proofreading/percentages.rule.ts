import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** Up to seven digits: nobody counts more people or cases. */
const COUNT =
  /(?<![\d.,/])(\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(คน|ราย|ครั้ง|โครงการ|เรื่อง|แห่ง|ฉบับ|รายการ|แผ่น|งาน|กิจกรรม|มาตรการ|ข้อ)/g;
const SHARE = /คิดเป็นร้อยละ(\d{1,3}(?:\.(\d{1,2}))?)(?![\d.])/g;
/** Words that set a part against a whole. */
const PART_OF_WHOLE = /จาก|ทั้งหมด|ทั้งสิ้น|เป้าหมาย/;
const REACH = 120;

/** A share that is stated beside a part and its whole follows from them. */
export const percentagesRule: Rule = {
  id: 'number.percent',
  severity: 'W',
  title: { th: 'ร้อยละไม่ตรงกับจำนวน', en: 'Share does not follow from the counts' },
  source: 'DOMAIN 5.4 (arithmetic)',
  check: ({ passages }: ProofContext) => passages.flatMap(wrongShares),
};

function wrongShares(passage: Passage): Sighting[] {
  const text = passage.tight.text;
  return [...text.matchAll(SHARE)].flatMap((match) => {
    const stretch = sentenceBefore(text.slice(Math.max(0, match.index - REACH), match.index));
    const counts = countsIn(stretch);
    const [part = 0, whole = 0] = counts;
    if (counts.length !== 2 || !PART_OF_WHOLE.test(stretch)) return [];
    const [stated, decimals] = [Number(match[1]), match[2]?.length ?? 0];
    const right = share(part, whole);
    const readings = [right, share(whole, part), share(part, part + whole), share(whole, part + whole)];
    const half = 0.6 / 10 ** decimals;
    if ([...readings, ...readings.map((reading) => 100 - reading)].some((known) => Math.abs(known - stated) <= half))
      return [];
    const [smaller, larger] = [Math.min(part, whole), Math.max(part, whole)];
    const result = share(smaller, larger).toFixed(2);
    return [
      {
        ...tightSpan(passage, match.index, match.index + match[0].length),
        message: {
          th: `${smaller} จาก ${larger} คิดเป็นร้อยละ ${result} ไม่ใช่ ${match[1] ?? ''}`,
          en: `${smaller} of ${larger} is ${result} %, not ${match[1] ?? ''} %`,
        },
      },
    ];
  });
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);

/** Behind the last share: what was counted for it is not counted again. */
const sentenceBefore = (stretch: string): string => stretch.split(/ร้อยละ|\d{1,2}\.(?=[\u0E01-\u0E44])/).pop() ?? '';

/** The last two counts, when both are of one unit. */
function countsIn(stretch: string): number[] {
  const [before, last] = [...stretch.matchAll(COUNT)].slice(-2);
  if (!before || !last || before[2] !== last[2]) return [];
  return [before, last].map((count) => Number((count[1] ?? '').replaceAll(',', '')));
}
