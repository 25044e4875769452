import { LAWS } from './data/laws.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** An amendment "(ฉบับที่ …)" has a year of its own; an earlier Act of the same name is named with what happened in its time. */
const NAMED = new RegExp(
  `(?:พระราชบัญญัติ|พ\\.ร\\.บ\\.)(${Object.keys(LAWS).join('|')})พ\\.ศ\\.(2[45]\\d\\d)(?!\\d)`,
  'g',
);
/** Acts that replaced one of the same name, which older orders still quote. */
const FORMER_YEARS: Readonly<Record<string, readonly number[]>> = {
  ประกอบรัฐธรรมนูญว่าด้วยการป้องกันและปราบปรามการทุจริต: [2542],
};

/** A law is named with the year in which it was made. */
export const lawYearsRule: Rule = {
  id: 'law.year',
  severity: 'W',
  title: { th: 'ปีของกฎหมายไม่ตรงกับชื่อ', en: 'Year of a law differs from its name' },
  source: 'Royal Gazette (years of the Acts); DOMAIN 5.4 (years of laws)',
  check: ({ passages }: ProofContext) => passages.flatMap(wrongYears),
};

function wrongYears(passage: Passage): Sighting[] {
  return [...passage.tight.text.matchAll(NAMED)].flatMap((match) => {
    const [written, name = '', year = ''] = match;
    const right = LAWS[name] ?? 0;
    if (Number(year) === right || FORMER_YEARS[name]?.includes(Number(year))) return [];
    const end = match.index + written.length;
    return [
      {
        ...tightSpan(passage, end - year.length, end),
        message: {
          th: `พระราชบัญญัตินี้ตราในปี พ.ศ. ${right}`,
          en: `This Act is of ${right}`,
        },
        suggestion: String(right),
      },
    ];
  });
}
