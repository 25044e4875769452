import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import { writtenNumber } from '../../../src/core/thai/numbers.js';
import type { StateView } from '../components/state-chip.js';
import { links } from '../links.js';
import type { ImportRunRow } from '../components/import-runs.js';
import type { ImportRunView } from '../pages/staff/import-run.page.js';
import { troubleText } from './publication-words.js';
import { fiscalYearLabel, momentText } from './time-words.js';

/** A long import as its page tells it. */
export interface RunInWords {
  readonly id: string;
  readonly fileName: string;
  readonly fiscalYear: number;
  readonly measures: number;
  readonly settled: number;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
  readonly created: number | null;
  readonly alreadyThere: number | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly problem: { readonly code: string } | null;
}

const IMPORT_STATES: Readonly<Record<RunInWords['state'], StateView>> = {
  waiting: { tone: 'wait', label: 'รอเริ่มนำเข้า' },
  running: { tone: 'working', label: 'กำลังนำเข้า' },
  done: { tone: 'ok', label: 'นำเข้าแล้ว' },
  failed: { tone: 'stopped', label: 'นำเข้าไม่สำเร็จ' },
};

/** Everything the page of one import says. @param mayRetry of the person who looks */
export function importRunView(run: RunInWords, digits: DigitStyle, mayRetry: boolean): ImportRunView {
  const { state, measures, settled, problem } = run;
  return {
    id: run.id,
    fileName: run.fileName,
    yearText: `ปีงบประมาณ ${fiscalYearLabel(run.fiscalYear, digits)}`,
    state: IMPORT_STATES[state],
    nowText: nowText(run, digits),
    isMoving: state === 'waiting' || state === 'running',
    progress: state === 'running' ? { settled, measures, text: progressText(run, digits) } : null,
    askedBy: run.askedBy,
    askedAt: run.askedAt.toISOString(),
    askedText: momentText(run.askedAt, digits),
    done: run.doneAt && { at: run.doneAt.toISOString(), text: momentText(run.doneAt, digits) },
    measuresHref: state === 'done' ? `${links.measures}?fiscalYear=${run.fiscalYear}` : null,
    trouble:
      state === 'failed' && problem
        ? {
            sentence: troubleText(problem.code),
            isOfFile: problem.code.startsWith('import.'),
            retryHref: mayRetry ? links.retryImport(run.id) : null,
          }
        : null,
  };
}

export const importRunRow = (run: RunInWords, digits: DigitStyle): ImportRunRow => ({
  id: run.id,
  fileName: run.fileName,
  href: links.importRun(run.id),
  yearText: fiscalYearLabel(run.fiscalYear, digits),
  askedBy: run.askedBy,
  askedAt: run.askedAt.toISOString(),
  askedText: momentText(run.askedAt, digits),
  state: IMPORT_STATES[run.state],
  countText: run.state === 'running' ? progressText(run, digits) : `${counted(run.measures, digits)} มาตรการ`,
});

/** "๓๒๐ จาก ๑,๐๐๐ มาตรการ" */
const progressText = ({ settled, measures }: RunInWords, digits: DigitStyle): string =>
  `${counted(settled, digits)} จาก ${counted(measures, digits)} มาตรการ`;

const counted = (count: number, digits: DigitStyle): string => printedDigits(writtenNumber(count), digits);

function nowText(run: RunInWords, digits: DigitStyle): string {
  switch (run.state) {
    case 'waiting':
      return run.problem ? 'ยังไม่สำเร็จ ระบบจะลองอีกครั้งเอง' : 'ระบบจะเริ่มในไม่กี่วินาที ปิดหน้านี้หรือทำงานอื่นได้';
    case 'running':
      return 'ปิดหน้านี้หรือทำงานอื่นได้ มาตรการทั้งหมดจะปรากฏพร้อมกันเมื่อครบ';
    case 'done':
      return outcomeText(run, digits);
    case 'failed':
      return 'ไม่มีมาตรการใดถูกบันทึก';
  }
}

/** "บันทึก ๙๘๐ มาตรการเป็นร่าง อีก ๒๐ มาตรการมีอยู่แล้ว จึงไม่นำเข้าซ้ำ" */
function outcomeText({ created, alreadyThere }: RunInWords, digits: DigitStyle): string {
  const drafted = `บันทึก ${counted(created ?? 0, digits)} มาตรการเป็นร่าง`;
  return alreadyThere ? `${drafted} อีก ${counted(alreadyThere, digits)} มาตรการมีอยู่แล้ว จึงไม่นำเข้าซ้ำ` : drafted;
}
