import type { Figure, ResultLine } from '../measure/measure.js';
import { PROGRESS_LABELS, type ProgressState } from '../report/progress.js';
import { isCalendarDate, thaiDate } from './dates.js';
import { writtenNumber } from './numbers.js';

/** A unit that stands before its number. */
const PER_CENT = 'ร้อยละ';

/** "วันที่ 20 กุมภาพันธ์ 2568", "วันที่ 10 – 12 กุมภาพันธ์ 2568"; empty without a day. Arabic digits. */
export function doneOn({ on, until }: Pick<ResultLine, 'on' | 'until'>): string {
  if (on === undefined) return '';
  if (until === undefined || until === on) return `วันที่ ${dateText(on)}`;
  const last = dateText(until);
  return on.slice(0, 7) === until.slice(0, 7)
    ? `วันที่ ${Number(on.slice(8))} – ${last}`
    : `วันที่ ${dateText(on)} – ${last}`;
}

/** The text of a line as it is read and printed: "จัดอบรม (วันที่ 20 กุมภาพันธ์ 2568)". Arabic digits. */
export function datedText(line: ResultLine): string {
  const days = doneOn(line);
  return days === '' ? line.text : `${line.text} (${days})`;
}

/** Lines with their days in the text; those without a day stay as they are. */
export const datedLines = (lines: readonly ResultLine[]): ResultLine[] =>
  lines.map((line) => (line.on === undefined ? line : { kind: line.kind, text: datedText(line) }));

/** "ผู้เข้าร่วม 45 คน (เป้าหมาย 40 คน)". Arabic digits. */
export function figureText({ name, value, unit, target }: Figure): string {
  const reached = `${name} ${amountText(value, unit)}`;
  return target === undefined ? reached : `${reached} (เป้าหมาย ${amountText(target, unit)})`;
}

/** "45 คน", "ร้อยละ 85.5". */
export const amountText = (value: number, unit: string): string =>
  unit === PER_CENT ? `${unit} ${writtenNumber(value)}` : `${writtenNumber(value)} ${unit}`;

/** "ข้อมูล ณ วันที่ 31 มีนาคม 2568". Arabic digits. */
export const asOfText = (asOf: string): string => `ข้อมูล ณ วันที่ ${dateText(asOf)}`;

/** How far a measure has come, in Thai. */
export const progressText = (state: ProgressState): string => PROGRESS_LABELS[state].th;

/** What is no day stays as it was given: the judge of results names it. */
const dateText = (isoDate: string): string => (isCalendarDate(isoDate) ? thaiDate(isoDate, 'arabic') : isoDate);
