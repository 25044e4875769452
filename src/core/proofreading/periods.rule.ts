import type { MappedText } from './mapped-text.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, type Passage, type ProofRow, type ProofTable } from './proof-document.js';
import { looseSpan, wholePassage, type Rule, type Sighting } from './rule.js';
import { dayOf, writtenDates, type WrittenDate } from './thai-dates.js';

const PERIOD_WORDS = /ปี|ไตรมาส|เดือน|สัปดาห์|ตลอด|ทุก|ภายใน|รอบ|วัน|ต่อเนื่อง|ครั้ง/;

interface Interval {
  readonly first: number;
  readonly last: number;
}

/** A period can be read, and does not end before it begins. */
export const periodsRule: Rule = {
  id: 'period.unreadable',
  severity: 'W',
  title: { th: 'ระยะเวลาอ่านไม่ได้หรือสิ้นสุดก่อนเริ่ม', en: 'Period that cannot be read or ends before it begins' },
  source: 'DOMAIN 5.4 (period parses)',
  check: ({ tables }: ProofContext) =>
    tables.flatMap((table) => table.rows.flatMap((row) => cellOf(table, row, 'period') ?? [])).flatMap(judgePeriod),
};

function judgePeriod(cell: Passage): Sighting[] {
  const text = cell.loose.text;
  if (text === '' || text === '-') return [];
  const interval = intervalOf(cell.loose);
  if (interval && interval.last < interval.first) {
    const message = { th: 'วันสิ้นสุดอยู่ก่อนวันเริ่มต้น', en: 'The period ends before it begins' };
    return [{ ...wholePassage(cell), severity: 'E', message }];
  }
  if (writtenDates(cell.loose).length > 0 || PERIOD_WORDS.test(text)) return [];
  return [{ ...wholePassage(cell), message: { th: 'อ่านระยะเวลาไม่ออก', en: 'This cannot be read as a period' } }];
}

/** The interval "a - b" of a period cell; null for single dates, lists and words. */
function intervalOf(loose: MappedText): Interval | null {
  const dates = writtenDates(loose);
  const [start, end] = dates;
  if (!start || !end || dates.length !== 2 || end.year === null) return null;
  if (!/-|ถึง/.test(loose.text.slice(start.to, end.from))) return null;
  const startYear = start.year ?? (start.month > end.month ? end.year - 1 : end.year);
  return { first: dayOf(start, startYear, 'first'), last: dayOf(end, end.year, 'last') };
}

/** Dates in the result lie inside the period of the measure. */
export const resultDateRule: Rule = {
  id: 'date.outside-period',
  severity: 'W',
  title: { th: 'วันที่ในผลการดำเนินการอยู่นอกระยะเวลาของมาตรการ', en: 'Date of a result outside the period of its measure' },
  source: 'DOMAIN 5.4 (result dates lie inside the period)',
  check: ({ tables }: ProofContext) =>
    tables.flatMap((table) => table.rows.flatMap((row) => outsidePeriod(table, row))),
};

function outsidePeriod(table: ProofTable, row: ProofRow): Sighting[] {
  const period = cellOf(table, row, 'period');
  const interval = period ? intervalOf(period.loose) : null;
  const result = cellOf(table, row, 'result');
  if (!interval || !result) return [];
  return writtenDates(result.loose)
    .filter((date): date is WrittenDate & { year: number } => date.day !== null && date.year !== null)
    .filter((date) => isOutside(date, interval))
    .map((date) => ({
      ...looseSpan(result, date.from, date.to),
      message: { th: 'วันที่นี้อยู่นอกระยะเวลาดำเนินการของมาตรการ', en: 'This date lies outside the period of the measure' },
    }));
}

function isOutside(date: WrittenDate & { year: number }, interval: Interval): boolean {
  const day = dayOf(date, date.year, 'first');
  return day < interval.first || day > interval.last;
}
