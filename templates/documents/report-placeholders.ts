import type { ReportPlaceholder } from '../../src/core/report/layout.js';
import { fiscalYearShortMonths } from '../../src/core/thai/dates.js';
import { filled, type PlaceholderValue } from '../../src/core/wording/placeholders.js';
import { districtPhrase, provincePhrase, type Agency } from './agency.js';

/** The year's ITA result, where the report may name it. */
export interface ReportAssessment {
  /** Overall score, 0 to 100. */
  readonly overall: number;
  readonly level: string;
}

export interface ReportSubject {
  readonly agency: Agency;
  /** Buddhist era. */
  readonly fiscalYear: number;
  /** Result of the year before, which the measures answer. */
  readonly assessment?: ReportAssessment | null;
}

/** The paragraphs of a text with its placeholders filled; one that names a missing value is left out. */
export function filledParagraphs(text: string, subject: ReportSubject): string[] {
  const values = reportValues(subject);
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .flatMap((paragraph) => (paragraph === '' ? [] : filled(paragraph, values)));
}

function reportValues({ agency, fiscalYear, assessment }: ReportSubject): Record<ReportPlaceholder, PlaceholderValue> {
  return {
    หน่วยงาน: agency.name,
    ชื่อย่อ: agency.shortName ?? agency.name,
    อำเภอ: districtPhrase(agency),
    จังหวัด: provincePhrase(agency),
    ปีงบประมาณ: String(fiscalYear),
    ปีก่อน: String(fiscalYear - 1),
    ช่วงเวลา: fiscalYearShortMonths(fiscalYear, 'arabic'),
    คะแนน: assessment ? assessment.overall.toFixed(2) : null,
    ระดับ: assessment?.level ?? null,
  };
}
