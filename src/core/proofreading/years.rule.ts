import type { MappedText } from './mapped-text.js';
import { usualYear, type ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { looseSpan, type Rule, type Sighting } from './rule.js';
import { writtenDates } from './thai-dates.js';
import { namesALaw, saysLastYear, speaksOfEarlierYear, speaksOfLaterYear } from './year-context.js';

const YEAR_WORD =
  /(ประจำปี\s?งบประมาณ|ปี\s?งบประมาณ|ปี\s?งบฯ?|ปี\s?งปม\.|FY|ประจำปี|ในปีที่|ปีที่|ปี)?\s?(พ\.\s?ศ\.)?\s?(?<!\d)(25[4-9]\d)(?!\d)/g;
const RANGE = /25\d\d\s?(?:-|ถึง)\s?(?:พ\.\s?ศ\.\s?)?25\d\d/g;

interface WrittenYear {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly year: number;
  readonly isFiscal: boolean;
}

/** Every year word is the year of the document, or the words around tell why it differs. */
export const yearsRule: Rule = {
  id: 'year.differs',
  severity: 'E',
  title: { th: 'ปีงบประมาณไม่ตรงกับเอกสาร', en: 'Another year than that of the document' },
  source: 'DOMAIN 5.4 (fiscal year of every year word)',
  check: (context: ProofContext) => {
    const { fiscalYear, passages } = context;
    if (fiscalYear === null) return [];
    return passages.flatMap((passage) => [
      ...[...writtenYears(passage), ...shortYears(passage)].flatMap((found) => judge(context, found, fiscalYear)),
      ...brokenYears(passage),
      ...staleTitle(context, passage, fiscalYear),
    ]);
  },
};

function writtenYears(passage: Passage): WrittenYear[] {
  const text = passage.loose.text;
  const taken = [...writtenDates(passage.loose).map(({ from, to }) => [from, to] as const), ...spans(text, RANGE)];
  const isTakenBefore = endsWithin(taken, text.length);
  return [...text.matchAll(YEAR_WORD)].flatMap((match) => {
    const [whole, word, era, digits = ''] = match;
    const to = match.index + whole.length;
    const isTaken = isTakenBefore[to] === 1;
    if (isTaken || (!word && !era)) return [];
    const from = match.index + (whole.length - whole.trimStart().length);
    return [{ passage, from, to, year: Number(digits), isFiscal: /งบ|งปม|FY/.test(word ?? '') }];
  });
}

/** The title names one year, the periods of the table another: whoever copied the file changed only one of them. */
function staleTitle({ kind, passages }: ProofContext, passage: Passage, fiscalYear: number): Sighting[] {
  const body = passage.part === 'title' && kind === 'implementation' ? usualYear(passages) : null;
  const years = writtenYears(passage).filter(({ year }) => year === fiscalYear);
  if (body === null || body === fiscalYear) return [];
  return years.map((found) => ({
    ...looseSpan(passage, found.from, found.to),
    message: {
      th: `ชื่อเรื่องเป็นปี ${fiscalYear} แต่ระยะเวลาในตารางส่วนใหญ่อยู่ในปีงบประมาณ ${body}`,
      en: `The title is of ${fiscalYear}, most periods in the table lie in fiscal year ${body}`,
    },
  }));
}

/** "ปีงบประมาณ ๖๗": the last two digits stand for the year. */
const SHORT_YEAR =
  /ปี\s?(?:งบประมาณ|งบฯ?|งปม\.)\s?(?:พ\.\s?ศ\.)?\s?([5-9]\d)(?![\d.,]|\s?(?:คน|บาท|ล้าน|โครงการ|เรื่อง|แห่ง|ราย|ครั้ง))/g;

const shortYears = (passage: Passage): WrittenYear[] =>
  [...passage.loose.text.matchAll(SHORT_YEAR)].map((match) => ({
    passage,
    from: match.index,
    to: match.index + match[0].length,
    year: 2500 + Number(match[1]),
    isFiscal: true,
  }));

/** A year of the era with a digit too many or too few, or of another century. */
const BROKEN_YEAR = /(?:พ\.\s?ศ\.|ปี\s?งบประมาณ)\s?(?!2[2-6]\d\d(?!\d)|[5-9]\d(?!\d))(\d{2,6})(?![\d.,])/g;

const brokenYears = (passage: Passage): Sighting[] =>
  [...passage.loose.text.matchAll(BROKEN_YEAR)]
    .filter(
      (match) => !/\d\s?ปี\s?งบประมาณ$/.test(passage.loose.text.slice(Math.max(0, match.index - BESIDE), match.index)),
    )
    .map((match) => ({
      ...looseSpan(passage, match.index, match.index + match[0].length),
      message: { th: `“${match[1] ?? ''}” ไม่ใช่ปี พ.ศ.`, en: `"${match[1] ?? ''}" is not a Buddhist year` },
    }));

/** 1 at every end of a word that would lie within one of the spans. */
function endsWithin(taken: readonly (readonly [number, number])[], length: number): Uint8Array {
  const within = new Uint8Array(length + 1);
  for (const [start, end] of taken) within.fill(1, start + 1, end + 1);
  return within;
}

const spans = (text: string, pattern: RegExp): (readonly [number, number])[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);

function judge(context: ProofContext, found: WrittenYear, fiscalYear: number): Sighting[] {
  const text = found.passage.loose.text;
  const distance = found.year - fiscalYear;
  if (saysLastYear(text, found.from))
    return distance === -1 || (distance === 0 && context.kind === 'analysis') ? [] : [sighting(found, fiscalYear, 'E')];
  if (distance === 0 || namesALaw(text, found.from)) return [];
  const isTitle = found.passage.part === 'title';
  if (isExplained(context, found, distance)) return [];
  return [sighting(found, fiscalYear, found.isFiscal || isTitle || Math.abs(distance) > 1 ? 'E' : 'W')];
}

/** "เพิ่มขึ้นจากปี …": a plan may compare the two results before it. */
const COMPARED = /(?:เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|น้อยลง|เทียบ)(?:จาก|กับ)(?:ผลการประเมิน|ผล|คะแนน)?(?:ของ)?\s?$/;

const BESIDE = 80;
const COUNTED = /เพิ่ม|ลดลง|สูงขึ้น|ต่ำลง|น้อยลง|มากขึ้น|จำนวน|ร้อยละ/;

/** Figures of two years side by side compare them. */
function standsBeside(text: string, { from, to }: WrittenYear, year: number): boolean {
  const around = text.slice(Math.max(0, from - BESIDE), to + BESIDE);
  return around.includes(String(year)) && COUNTED.test(around);
}

const knownYears = new WeakMap<MappedText, ReadonlySet<number>>();

/** The years a text names; read once for all of its years. */
function yearsIn(loose: MappedText): ReadonlySet<number> {
  const years = knownYears.get(loose) ?? new Set((loose.text.match(/25\d\d/g) ?? []).map(Number));
  knownYears.set(loose, years);
  return years;
}

/** A heading of a column that stands beside one of another year: the table compares them. */
const HEADING_OF_YEAR =
  /^(?:คะแนน|ผล(?:การประเมิน|คะแนน)?|ITA|ร้อยละ|จำนวน)?\s?(?:ประจำ)?ปี\s?(?:งบประมาณ)?\s?(?:พ\.\s?ศ\.)?\s?25\d\d(?:\s?\([^()]{1,16}\))?$/;

/** The same where a file lost its columns. */
const YEAR_ALONE = /^(?:คะแนน\s?)?ปี\s?(?:พ\.\s?ศ\.\s?)?25\d\d$/;

const headsColumn = ({ passage: { part, loose } }: WrittenYear): boolean =>
  (part === 'header' || part === 'cell' ? HEADING_OF_YEAR : YEAR_ALONE).test(loose.text);

function isExplained({ kind }: ProofContext, found: WrittenYear, distance: number): boolean {
  const text = found.passage.loose.text;
  if (headsColumn(found) && found.passage.role !== 'period') return true;
  if (distance === -1)
    return speaksOfEarlierYear(text, found.from, found.to) || standsBeside(text, found, found.year + 1);
  if (distance === 1) return kind === 'analysis' || speaksOfLaterYear(text, found.from, found.to);
  const before = text.slice(Math.max(0, found.from - 40), found.from);
  if (distance < 0 && COMPARED.test(before) && yearsIn(found.passage.loose).has(found.year + 1)) return true;
  if (
    /25\d\d(?:\s?\([^()]{1,16}\))?[\s,]*(?:และ)?\s*$/.test(before) ||
    /^(?:\s?\([^()]{1,16}\))?[\s,]*(?:และ|ปี|พ\.\s?ศ\.|\s)*25\d\d/.test(text.slice(found.to, found.to + BESIDE))
  )
    return true;
  return /(?:ตั้งแต่|นับแต่|จัดตั้ง|ก่อตั้ง)\s?$/.test(before) || (!found.isFiscal && /(?:แผน[^ ]{0,30}|ระหว่าง)\s?$/.test(before));
}

function sighting(found: WrittenYear, fiscalYear: number, severity: 'E' | 'W'): Sighting {
  return {
    ...looseSpan(found.passage, found.from, found.to),
    severity,
    message: {
      th: `ระบุปี ${found.year} แต่เอกสารเป็นของปี ${fiscalYear} และไม่มีถ้อยคำที่อธิบายว่าทำไมจึงต่างกัน`,
      en: `Year ${found.year} in a document of ${fiscalYear}, without words that explain the difference`,
    },
  };
}

const BASIS = /(?:จาก|ตาม)(?:การ|ผลการ|ผลคะแนนการ)ประเมิน/;

/** A report on the measures of year n starts from the result of n-1; measures cannot answer a result not yet known. */
export const basisYearRule: Rule = {
  id: 'year.basis',
  severity: 'W',
  title: { th: 'รายงานอ้างผลการประเมินของปีเดียวกัน', en: 'The report starts from the result of its own year' },
  source: 'DOMAIN 1.5 (year logic)',
  check: ({ kind, fiscalYear, document }: ProofContext) => {
    if (kind !== 'implementation' || fiscalYear === null) return [];
    const paragraphs = document.blocks.flatMap((block) =>
      block.kind === 'text' && block.passage.part === 'paragraph' ? [block.passage] : [],
    );
    return paragraphs.flatMap((passage) => {
      const basis = BASIS.exec(passage.loose.text);
      if (!basis) return [];
      const year = writtenYears(passage).find((found) => found.from > basis.index && found.from - basis.index < 200);
      if (year?.year !== fiscalYear) return [];
      return [
        {
          ...looseSpan(passage, basis.index, year.to),
          message: {
            th: `มาตรการของปี ${fiscalYear} ควรมาจากผลการประเมินปี ${fiscalYear - 1}`,
            en: `Measures of ${fiscalYear} should answer the result of ${fiscalYear - 1}`,
          },
        },
      ];
    });
  },
};
