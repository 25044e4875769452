import type { MilestoneName, TaskName } from '../../../src/core/time/assessment-clock.js';
import type { LateTask } from '../../../src/core/time/late-measures.js';
import { thaiShortDate } from '../../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import { MILESTONE_LABELS, TASK_LABELS } from '../../../src/core/thai/milestone-words.js';
import type { StateView } from '../components/state-chip.js';

export const milestoneLabel = (name: MilestoneName): string => MILESTONE_LABELS[name].th;

/** "ร่างและเสนอ: ตั้งแต่ 1 ธ.ค. ถึง 15 ธ.ค. 2567" */
export const taskLabel = (task: TaskName): string => TASK_LABELS[task].th;

interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** One day, or from one to another. */
export const daysText = ({ startsOn, endsOn }: Days, digits: DigitStyle): string =>
  startsOn === endsOn
    ? thaiShortDate(endsOn, digits)
    : `${thaiShortDate(startsOn, digits)} ถึง ${thaiShortDate(endsOn, digits)}`;

/** Whether a stretch of days is over, here, or to come. */
export function stretchState({ startsOn, endsOn }: Days, day: string): StateView {
  if (endsOn < day) return { label: 'ผ่านแล้ว', tone: 'stopped' };
  return startsOn <= day ? { label: 'ช่วงนี้', tone: 'wait' } : { label: 'ยังไม่ถึง', tone: 'draft' };
}

/** Where the day of a milestone comes from. */
export const sourceText = ({ isOwn, verified }: { readonly isOwn: boolean; readonly verified: boolean }): string => {
  if (isOwn) return verified ? 'หน่วยงานกำหนดตามประกาศของปี' : 'หน่วยงานกำหนด ยังไม่ได้เทียบกับประกาศของปี';
  return verified ? 'ตามปฏิทินของปี' : 'ประมาณจากปีก่อน โปรดเทียบกับประกาศของปี';
};

/** "รายงานเผยแพร่ OIT: บันทึกผล 2 มาตรการ (กำหนด 1 เม.ย. 2568)" */
export const lateTaskText = ({ milestone, task, dueOn, measures }: LateTask, digits: DigitStyle): string =>
  printedDigits(
    `${milestoneLabel(milestone)}: ${taskLabel(task)} ${measures} มาตรการ (กำหนด ${thaiShortDate(dueOn, digits)})`,
    digits,
  );

/** "ลงนามค้าง 3 เรื่อง นานที่สุด 5 วันทำการ", or that there is none. */
export const lateSignaturesText = (count: number, longest: number, digits: DigitStyle): string =>
  count === 0 ? 'ไม่มี' : printedDigits(`${count} เรื่อง นานที่สุด ${longest} วันทำการ`, digits);

export const holidayState = (isHoliday: boolean): StateView =>
  isHoliday ? { label: 'หยุดทำการ', tone: 'stopped' } : { label: 'เปิดทำการ', tone: 'ok' };

/** Where a closed day is stated. */
export const holidaySource = ({
  isOwn,
  verified,
  source,
}: {
  readonly isOwn: boolean;
  readonly verified: boolean;
  readonly source: string;
}): string => {
  if (isOwn) return 'หน่วยงานกำหนด';
  return verified ? source : `${source} (โปรดเทียบกับมติคณะรัฐมนตรีของปี)`;
};
