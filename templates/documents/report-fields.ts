import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import type { DigitStyle } from '../../src/core/thai/digits.js';
import type { Agency } from './agency.js';
import type { Parameter } from './document-template.js';
import type { IndicatorNames } from './indicator-phrase.js';
import type { Annex } from './annexes.js';

/** What every report is told. */
export interface ReportFields {
  readonly agency: Agency;
  /** Buddhist era. */
  readonly fiscalYear: number;
  /** Who signs the report off; null prints no signature block. */
  readonly signer?: SignatureBlock | null;
  /** Calendar date; null in a draft. */
  readonly signedOn?: string | null;
  readonly digits?: DigitStyle;
  /** Address of the public status page, printed as a QR code in the lower margin. */
  readonly statusUrl?: string | null;
  readonly annexes?: readonly Annex[];
  readonly indicatorNames?: IndicatorNames;
}

/** The same as typed parameters, with those of a report between them. */
export const reportParameters = (...own: readonly Parameter[]): Parameter[] => [
  { name: 'agency', label: { th: 'หน่วยงาน', en: 'Agency' }, type: 'agency', required: true },
  { name: 'fiscalYear', label: { th: 'ปีงบประมาณ', en: 'Fiscal year' }, type: 'fiscal-year', required: true },
  ...own,
  { name: 'signer', label: { th: 'ผู้รับรองรายงาน', en: 'Signer' }, type: 'signature-block', required: false },
  { name: 'signedOn', label: { th: 'วันที่รับรอง', en: 'Signed on' }, type: 'date', required: false },
];

/** A plainly fictional signer for examples of reports. */
export const EXAMPLE_REPORT_SIGNER: SignatureBlock = {
  name: 'นางสาวสมมุติ รอบคอบ',
  post: 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง',
  acting: [],
};
