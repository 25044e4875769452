import { LAYOUT_PRESETS } from '../../../src/core/report/layout-presets.js';
import { PROGRESS_LABELS, PROGRESS_STATES, type ProgressState } from '../../../src/core/report/progress.js';
import { REPORT_KINDS, type CancelledPart, type Gap, type ReportKindName } from '../../../src/core/report/report.js';
import { thaiShortDate } from '../../../src/core/thai/dates.js';
import { thaiDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import type { Gap as GapOnPage } from '../components/gap-list.js';
import { links } from '../links.js';
import { stateLabel } from './item-words.js';

const KIND_LABELS: Readonly<Record<ReportKindName, string>> = {
  implementation: 'รายงานผลการดำเนินการ',
  progress: 'รายงานความก้าวหน้ารอบ 6 เดือน',
  'no-gift': 'รายงานผลตามนโยบาย No Gift Policy',
  'ita-analysis': 'รายงานการวิเคราะห์ผลการประเมิน ITA',
};
export const reportKind = (kind: ReportKindName): string => KIND_LABELS[kind];

export const reportKindChoices = (): { value: string; label: string }[] =>
  REPORT_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }));

/** How many measures a report of the kind would hold. */
export const measuresText = (kind: ReportKindName, count: number): string =>
  ({
    implementation: `รวมได้ ${count} มาตรการที่รับรองผลแล้ว`,
    progress: `รวมได้ ${count} มาตรการที่อนุมัติแล้ว`,
    'no-gift': 'จัดทำได้ทุกปี แม้ไม่มีการรับของขวัญ',
    'ita-analysis': `รวมได้ ${count} มาตรการของปีถัดไปที่อนุมัติแล้ว`,
  })[kind];

export const INTERIM_CHOICES: readonly { readonly value: string; readonly label: string }[] = PROGRESS_STATES.map(
  (state) => ({ value: state, label: PROGRESS_LABELS[state].th }),
);

export const PROGRESS_CHOICES: typeof INTERIM_CHOICES = [
  { value: '', label: 'ตามผลรอบ 6 เดือนที่บันทึกไว้' },
  ...INTERIM_CHOICES,
];

/** What is used when nothing is chosen. */
export const recordedProgress = (state: ProgressState | null): string =>
  state === null ? 'ยังไม่ได้บันทึกผลรอบ 6 เดือนของมาตรการนี้' : `ผลรอบ 6 เดือนที่บันทึกไว้: ${PROGRESS_LABELS[state].th}`;

/** The presets, then the organization's own layouts. */
export const layoutChoices = (
  own: readonly { readonly id: string; readonly name: string }[],
): { value: string; label: string }[] => [
  ...Object.entries(LAYOUT_PRESETS).map(([value, { label }]) => ({ value, label: label.th })),
  ...own.map(({ id, name }) => ({ value: id, label: `แบบของหน่วยงาน: ${name}` })),
];

const TITLES: Readonly<Record<ReportKindName, string>> = {
  implementation: 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
  progress: 'รายงานความก้าวหน้าการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน รอบ ๖ เดือน',
  'no-gift': 'รายงานผลตามนโยบายไม่รับของขวัญ (No Gift Policy)',
  'ita-analysis': 'รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)',
};

/** The usual title; the layout prints its own lines. */
export const reportTitle = (kind: ReportKindName, fiscalYear: number): string =>
  `${TITLES[kind]} ประจำปีงบประมาณ พ.ศ. ${thaiDigits(fiscalYear)}`;

const MISSING: Readonly<Record<Gap['code'], string>> = {
  'measure.results-missing': 'ยังไม่มีผลการดำเนินงาน',
  'measure.outcomes-missing': 'ยังไม่มีผลลัพธ์',
  'measure.interim-missing': 'ยังไม่ได้บันทึกผลรอบ 6 เดือน',
  'measure.interim-not-endorsed': 'ผลรอบ 6 เดือนยังไม่ได้รับการรับรอง',
  'report.measure-incomplete': 'ยังไม่ได้รับรองหรืออนุมัติ',
  'report.finding-unanswered': 'ยังไม่มีมาตรการรองรับ',
  'report.result-undated': 'ผลไม่ระบุวันที่และไม่มีหลักฐาน',
  'report.activity-missing': 'ยังไม่มีกิจกรรม',
  'report.date-outside-year': 'วันที่อยู่นอกปีงบประมาณ',
};

/** A measure, or what the gap is about where no measure lacks something. */
const subjectOf = ({ measureId, title }: Gap): string => measureId ?? title;

/** One entry for each measure, with everything it lacks and where it stands. */
export function gapViews(gaps: readonly Gap[]): GapOnPage[] {
  const subjects = [...new Set(gaps.map(subjectOf))];
  return subjects.map((subject) => {
    const own = gaps.filter((gap) => subjectOf(gap) === subject);
    const { title = '', state = '', measureId = null } = own[0] ?? {};
    const missing = [...own.map(({ code }) => MISSING[code]), ...(state === '' ? [] : [stateLabel('measure', state)])];
    return { measureTitle: title, href: measureId === null ? null : links.measure(measureId), missing };
  });
}

/** Measures that were given up: when and why, as the public reads it. */
export const cancelledViews = (cancelled: readonly CancelledPart[], digits: DigitStyle): GapOnPage[] =>
  cancelled.map(({ measureId, title, reason, cancelledOn }) => ({
    measureTitle: title,
    href: links.measure(measureId),
    missing: [`ยกเลิกเมื่อ ${thaiShortDate(cancelledOn, digits)}`, `เหตุผล: ${reason}`],
  }));

export function gapHeadline(gaps: readonly Gap[], acknowledged: boolean): string {
  const count = new Set(gaps.map(subjectOf)).size;
  if (count === 0) return 'ข้อมูลครบทุกมาตรการ';
  return `${count} มาตรการยังไม่ครบ${acknowledged ? ' และผู้จัดทำเลือกไม่รวมในรายงานนี้' : ''}`;
}

export const warningHeadline = (warnings: readonly Gap[]): string =>
  `ข้อควรพิจารณา ${new Set(warnings.map(subjectOf)).size} รายการ (จัดทำรายงานได้)`;

export const FACT_LABELS = {
  fiscalYear: 'ปีงบประมาณ',
  measures: 'จำนวนมาตรการ',
  signer: 'ผู้ลงนาม',
  languages: 'ภาษา',
  number: 'ฉบับที่',
} as const;

export const PREVIEW_LABEL = 'เปิดร่างเป็น PDF';
export const SEALED_LABEL = 'เปิด PDF ที่เผยแพร่';
export const PREVIEW_MEANWHILE = 'ระบบกำลังจัดทำ PDF ฉบับประทับรับรอง ระหว่างนี้เปิดดูร่างได้';
export const LANGUAGE_LABELS = { th: 'ภาษาไทย', en: 'ภาษาอังกฤษ' } as const;
