import { WEEKDAYS } from './data/months.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { looseSpan, type Rule, type Sighting } from './rule.js';
import { daysInMonth, fiscalYearOfMonth, weekdayOf, writtenDates, type WrittenDate } from './thai-dates.js';
import { namesALaw, speaksOfEarlierYear } from './year-context.js';

const WEEKDAY_BEFORE = new RegExp(`วัน(${WEEKDAYS.join('|')})(?:\\s?ที่)?\\s?$`);
/** "as of" and the date of signing may lie after the year reported on. */
const AS_OF = /(?:ประกาศ\s?ณ\s?วันที่|ข้อมูล\s?ณ|รายงาน\s?ณ|ลงชื่อ|\.{4,})\s?$/;
/** A line of signature: somebody in brackets or a reporter, and the day at its end. */
const SIGNED = /(?:ลงชื่อ|ผู้รายงาน|\((?:นาย|นาง|นางสาว|ว่าที่)[^)]*\))[^\d]*(?:วันที่)?\s?$/;

export const impossibleDateRule: Rule = {
  id: 'date.impossible',
  severity: 'E',
  title: { th: 'วันที่ไม่มีจริง', en: 'A date that does not exist' },
  source: 'DOMAIN 5.4 (period parses)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      writtenDates(passage.loose)
        .filter(({ day, month, year }) => day !== null && !existsOn(day, month, year))
        .map((date) => ({
          ...looseSpan(passage, date.from, date.to),
          message: { th: `ไม่มีวันที่ ${date.day ?? ''} ในเดือนนี้`, en: `That month has no day ${date.day ?? ''}` },
        })),
    ),
};

/** Numeric dates may write a month 13. Without a year a leap year is granted. */
const existsOn = (day: number, month: number, year: number | null): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year ?? 2567);

export const weekdayRule: Rule = {
  id: 'date.weekday',
  severity: 'E',
  title: { th: 'วันในสัปดาห์ไม่ตรงกับวันที่', en: 'Weekday does not fit the date' },
  source: 'DOMAIN 5.4 (weekday against date)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => writtenDates(passage.loose).flatMap((date) => wrongWeekday(passage, date))),
};

function wrongWeekday(passage: Passage, date: WrittenDate): Sighting[] {
  const said = WEEKDAY_BEFORE.exec(passage.loose.text.slice(Math.max(0, date.from - 20), date.from));
  if (!said || date.day === null || date.year === null || date.day > daysInMonth(date.month, date.year)) return [];
  const right = WEEKDAYS[weekdayOf(date.day, date.month, date.year)] ?? '';
  if (said[1] === right) return [];
  return [
    {
      ...looseSpan(passage, date.from - said[0].length, date.to),
      message: {
        th: `วันที่นี้ตรงกับวัน${right} ไม่ใช่วัน${said[1] ?? ''}`,
        en: `This date is not the weekday written; it is วัน${right}`,
      },
      suggestion: null,
    },
  ];
}

/** Letters a line of date and nothing else may have besides. */
const ALONE = 8;

/** What began earlier, or will go on later, is told with its own date. */
const PLANNED = /จะ|ถัดไป|ตั้งแต่|นับแต่|ครบกำหนด|หมดอายุ|ต่ออายุ|เริ่มใช้/;

/** Dates of a report on one fiscal year lie in that year, laws and dates of signing excepted. */
export const dateOutsideYearRule: Rule = {
  id: 'date.outside-year',
  severity: 'E',
  title: { th: 'วันที่อยู่นอกปีงบประมาณ', en: 'Date outside the fiscal year' },
  source: 'DOMAIN 5.4 (fiscal year of every date)',
  check: (context: ProofContext) =>
    context.fiscalYear === null
      ? []
      : context.passages.flatMap((passage) =>
          writtenDates(passage.loose).flatMap((date) => outsideYear(context, passage, date, context.fiscalYear ?? 0)),
        ),
};

/** The date stands alone, or where papers are dated and signed. */
function isOfSigning(passage: Passage, date: WrittenDate): boolean {
  const text = passage.loose.text;
  if (AS_OF.test(text.slice(Math.max(0, date.from - 24), date.from))) return true;
  if (passage.part === 'cell') return false;
  const isAlone = date.to - date.from > text.length - ALONE;
  return isAlone || SIGNED.test(text.slice(Math.max(0, date.from - 160), date.from));
}

const MONTHS_BEFORE = 9;
const MONTHS_AFTER = 12;

/** Papers about a year are signed in it, in the months before, or in the year after. */
function isFarFrom(fiscalYear: number, { month, year }: WrittenDate): boolean {
  const months = ((year ?? 0) - (fiscalYear - 1)) * 12 + month - 10;
  return months < -MONTHS_BEFORE || months >= 12 + MONTHS_AFTER;
}

const farSigning = (passage: Passage, date: WrittenDate, fiscalYear: number): Sighting => ({
  ...looseSpan(passage, date.from, date.to),
  severity: 'W',
  message: {
    th: `วันที่ของเอกสารห่างจากปีงบประมาณ ${fiscalYear} มาก โปรดตรวจปีอีกครั้ง`,
    en: `The paper is dated far from fiscal year ${fiscalYear}; check the year`,
  },
});

/** Measures of a year are prepared, from the result of the year before, while that one still runs. */
const PREPARES = /กำหนดมาตรการ|จัดทำมาตรการ|วิเคราะห์|เตรียม|วางแผน|สำหรับปี/;

const preparesYear = (text: string, date: WrittenDate): boolean =>
  PREPARES.test(text.slice(Math.max(0, date.from - 120), date.to + 120)) &&
  speaksOfEarlierYear(text, date.from, date.to);

function outsideYear(context: ProofContext, passage: Passage, date: WrittenDate, fiscalYear: number): Sighting[] {
  if (date.year === null) return [];
  const text = passage.loose.text;
  const found = fiscalYearOfMonth(date.month, date.year);
  if (found === fiscalYear || namesALaw(text, date.from)) return [];
  if (isOfSigning(passage, date)) return isFarFrom(fiscalYear, date) ? [farSigning(passage, date, fiscalYear)] : [];
  if (context.kind === 'analysis' && found === fiscalYear + 1) return [];
  if (passage.part !== 'cell' && found === fiscalYear - 1 && preparesYear(text, date)) return [];
  return [
    {
      ...looseSpan(passage, date.from, date.to),
      severity:
        passage.part === 'cell' && !PLANNED.test(text.slice(Math.max(0, date.from - 30), date.from)) ? 'E' : 'W',
      message: {
        th: `วันที่นี้อยู่ในปีงบประมาณ ${found} แต่เอกสารเป็นของปีงบประมาณ ${fiscalYear} (๑ ต.ค. ${fiscalYear - 1} – ๓๐ ก.ย. ${fiscalYear})`,
        en: `This date lies in fiscal year ${found}; the document is that of ${fiscalYear} (1 Oct ${fiscalYear - 1} to 30 Sep ${fiscalYear})`,
      },
    },
  ];
}

/** Measures that answer the result of a year are carried out, and followed up, in the next one. */
export const measureYearRule: Rule = {
  id: 'date.before-result',
  severity: 'W',
  title: { th: 'กำหนดติดตามมาตรการก่อนทราบผลการประเมิน', en: 'Measures followed up before the result was known' },
  source: 'DOMAIN 1.5 (year logic: result of n, measures of n+1)',
  check: ({ kind, fiscalYear, tables }: ProofContext) =>
    kind !== 'analysis' || fiscalYear === null
      ? []
      : tables
          .flatMap((table) => table.rows.flatMap((row) => row.cells))
          .filter((cell) => cell.role === 'monitoring' || cell.role === 'period')
          .flatMap((cell) =>
            writtenDates(cell.loose)
              .filter((date) => date.year !== null && fiscalYearOfMonth(date.month, date.year) === fiscalYear)
              .map((date) => ({
                ...looseSpan(cell, date.from, date.to),
                message: {
                  th: `มาตรการที่มาจากผลการประเมินปี ${fiscalYear} ควรดำเนินการและติดตามในปีงบประมาณ ${fiscalYear + 1}`,
                  en: `Measures that follow from the result of ${fiscalYear} belong to fiscal year ${fiscalYear + 1}`,
                },
              })),
          ),
};
