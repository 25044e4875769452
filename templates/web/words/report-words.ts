import { LAYOUT_PRESETS } from '../../../src/core/report/layout-presets.js';
import type { Gap } from '../../../src/core/report/report.js';
import { thaiDigits } from '../../../src/core/thai/digits.js';
import type { Gap as GapOnPage } from '../components/gap-list.js';
import { links } from '../links.js';
import { stateLabel } from './item-words.js';

export const IMPLEMENTATION_REPORT = 'รายงานผลการดำเนินการ';

export const REPORT_KINDS = [{ value: 'implementation', label: IMPLEMENTATION_REPORT }] as const;

export const layoutChoices = (): { value: string; label: string }[] =>
  Object.entries(LAYOUT_PRESETS).map(([value, { label }]) => ({ value, label: label.th }));

/** The usual title; the layout prints its own lines. */
export const reportTitle = (fiscalYear: number): string =>
  `รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ${thaiDigits(fiscalYear)}`;

const MISSING: Readonly<Record<Gap['code'], string>> = {
  'measure.results-missing': 'ยังไม่มีผลการดำเนินงาน',
  'measure.outcomes-missing': 'ยังไม่มีผลลัพธ์',
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

export function gapHeadline(gaps: readonly Gap[], acknowledged: boolean): string {
  const count = new Set(gaps.map(subjectOf)).size;
  if (count === 0) return 'ข้อมูลครบทุกมาตรการ';
  return `${count} มาตรการยังไม่ครบ${acknowledged ? ' และผู้จัดทำเลือกไม่รวมในรายงานนี้' : ''}`;
}

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
