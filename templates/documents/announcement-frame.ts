import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import type { DigitStyle } from '../../src/core/thai/digits.js';
import type { PlaceholderValue, PlaceholderValues } from '../../src/core/wording/placeholders.js';
import { agencySchema, districtPhrase, EXAMPLE_AGENCY, provincePhrase, type Agency } from './agency.js';
import { annexesSchema, type Annex } from './annexes.js';
import type { Language, Parameter } from './document-template.js';
import { EXAMPLE_SIGNER, signatureBlockSchema } from './signature.js';
import { statusUrlSchema } from './status-footer.js';

/** What every announcement is told besides its own parameters. */
export interface AnnouncementFrame {
  readonly agency: Agency;
  /** Buddhist era. */
  readonly fiscalYear: number;
  /** Calendar date YYYY-MM-DD; null in a draft. */
  readonly announcedOn: string | null;
  readonly signer: SignatureBlock;
  /** Number in the agency's register, as written: "5/2569"; null until it is drawn. */
  readonly number?: string | null;
  /** Thai papers print Thai digits unless the agency decides otherwise; English papers always print Arabic ones. */
  readonly digits?: DigitStyle;
  /** The organization's own wording in the markup of core/wording; it takes the place of the template's. */
  readonly wording?: string | null;
  /** Address of the public status page, printed as a QR code in the lower margin. */
  readonly statusUrl?: string | null;
  /** Listed after the signature and printed behind it, in this order. */
  readonly annexes?: readonly Annex[];
}

/** The frame as typed parameters; own parameters of a template follow it. */
export const FRAME_PARAMETERS: readonly Parameter[] = [
  { name: 'agency', label: { th: 'หน่วยงาน', en: 'Agency' }, type: 'agency', required: true },
  { name: 'fiscalYear', label: { th: 'ปีงบประมาณ', en: 'Fiscal year' }, type: 'fiscal-year', required: true },
  {
    name: 'announcedOn',
    label: { th: 'วันที่ประกาศ', en: 'Date of announcement' },
    hint: { th: 'เว้นว่างได้จนกว่าจะลงนาม', en: 'May stay empty until it is signed' },
    type: 'date',
    required: false,
  },
  { name: 'signer', label: { th: 'ผู้ลงนาม', en: 'Signer' }, type: 'signature-block', required: true },
];

export const EXAMPLE_FRAME: AnnouncementFrame = {
  agency: EXAMPLE_AGENCY,
  fiscalYear: 2569,
  announcedOn: '2025-10-06',
  signer: EXAMPLE_SIGNER,
};

const LONGEST_WORDING = 30_000;

export const frameSchemas: Readonly<Record<keyof AnnouncementFrame, JsonSchema>> = {
  agency: agencySchema,
  fiscalYear: { type: 'integer', minimum: 2500, maximum: 2700 },
  announcedOn: { type: ['string', 'null'], format: 'date' },
  signer: signatureBlockSchema,
  number: { type: ['string', 'null'], maxLength: 40 },
  digits: { type: 'string', enum: ['thai', 'arabic'] },
  wording: { type: ['string', 'null'], maxLength: LONGEST_WORDING },
  statusUrl: statusUrlSchema,
  annexes: annexesSchema,
};

export const FRAME_PLACEHOLDERS: Readonly<Record<Language, readonly string[]>> = {
  th: ['หน่วยงาน', 'ชื่อย่อ', 'อำเภอ', 'จังหวัด', 'ปีงบประมาณ', 'ผู้ลงนาม'],
  en: ['Agency', 'District', 'Province', 'Fiscal year', 'Signer'],
};

/** Values of the frame's placeholders; the post of the signer is the post acted for, when somebody acts. */
export function frameValues(frame: AnnouncementFrame, language: Language): PlaceholderValues {
  const { agency, signer, fiscalYear } = frame;
  const office = signer.acting.at(-1) ?? signer;
  const values: Record<string, PlaceholderValue> =
    language === 'en'
      ? {
          Agency: agency.nameEn ?? agency.name,
          District: agency.districtEn ?? agency.district,
          Province: agency.provinceEn ?? agency.province,
          'Fiscal year': `B.E. ${fiscalYear} (${fiscalYear - 543})`,
          Signer: office.postEn ?? office.post,
        }
      : {
          หน่วยงาน: agency.name,
          ชื่อย่อ: agency.shortName ?? agency.name,
          อำเภอ: districtPhrase(agency),
          จังหวัด: provincePhrase(agency),
          ปีงบประมาณ: String(fiscalYear),
          ผู้ลงนาม: office.post,
        };
  return values;
}
