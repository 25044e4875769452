import type { JsonSchema } from '../../src/core/schema/json-schema.js';

/** The agency as the document names it. */
export interface Agency {
  readonly name: string;
  readonly nameEn?: string | null;
  readonly shortName?: string | null;
  /** With or without the leading word อำเภอ, อ., เขต. */
  readonly district: string;
  readonly districtEn?: string | null;
  /** With or without the leading word จังหวัด, จ. */
  readonly province: string;
  readonly provinceEn?: string | null;
  /** PNG or JPEG as a data address; without it the customary space stays empty. */
  readonly emblem?: string | null;
}

const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const optionalName = { type: ['string', 'null'], maxLength: 200 } as const;
/** An emblem of 1 MB, in base64. */
const LONGEST_EMBLEM = 1_400_000;

export const agencySchema: JsonSchema = {
  type: 'object',
  required: ['name', 'district', 'province'],
  properties: {
    name,
    nameEn: optionalName,
    shortName: optionalName,
    kind: optionalName,
    district: name,
    districtEn: optionalName,
    province: name,
    provinceEn: optionalName,
    emblem: {
      type: ['string', 'null'],
      maxLength: LONGEST_EMBLEM,
      pattern: '^data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+$',
      description: 'data:image/png;base64,…',
    },
  },
};

/** "อำเภอตัวอย่าง", also of "อ.ตัวอย่าง". */
export function districtPhrase({ district, province }: Agency): string {
  const name = district.trim();
  if (/^(?:อ\.|อำเภอ)/.test(name)) return name.replace(/^(?:อ\.|อำเภอ)\s*/, 'อำเภอ');
  if (/^(?:เขต|กิ่งอำเภอ)/.test(name)) return name;
  return province.includes('กรุงเทพ') ? `เขต${name}` : `อำเภอ${name}`;
}

/** "จังหวัดตัวอย่าง", also of "จ.ตัวอย่าง". */
export function provincePhrase({ province }: Agency): string {
  const name = province.trim().replace(/^(?:จ\.|จังหวัด)\s*/, '');
  return name.includes('กรุงเทพ') ? name : `จังหวัด${name}`;
}

/** A plainly fictional agency for examples. */
export const EXAMPLE_AGENCY: Agency = {
  name: 'องค์การบริหารส่วนตำบลตัวอย่าง',
  nameEn: 'Tua Yang Subdistrict Administrative Organization (SAO)',
  shortName: 'อบต.ตัวอย่าง',
  district: 'ตัวอย่าง',
  districtEn: 'Tua Yang District',
  province: 'ตัวอย่าง',
  provinceEn: 'Tua Yang Province',
};
