import { editDistance } from './edit-distance.js';
import {
  districtsWithSubdistrict,
  isDistrictOf,
  nearestDistrict,
  nearestProvince,
  provinceAtStart,
  provincesWithDistrict,
} from './gazetteer.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const PAIR = /(?:อำเภอ|อ\.|กิ่งอำเภอ)([\u0E01-\u0E4F-]{2,24}?)(จังหวัด|จ\.)([\u0E01-\u0E4F]{2,24})/g;

/** Words between the two that are no part of a name: "นายอำเภอ… และท้องถิ่นจังหวัด…". */
const OTHER_WORDS = /และ|หรือ|กับ|ท้องถิ่น|สำนักงาน|ประจำ|ศูนย์|หัวหน้า|ผู้ว่า|ต่อ(?=ผู้|จ)|ตลอดจน|ร่วม|ทุก(?=อำเภอ|$)|ต่าง/;

interface NamedPlace {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly district: string;
  readonly provinceFrom: number;
  readonly province: string | null;
  readonly provinceText: string;
}

/** District and province must exist and belong together. */
export const placesRule: Rule = {
  id: 'place.district',
  severity: 'E',
  title: { th: 'อำเภอไม่อยู่ในจังหวัด หรือไม่มีจังหวัดนี้', en: 'District not in that province, or no such province' },
  source: 'DOMAIN 5.4 (gazetteer); list of districts of the Department of Provincial Administration',
  check: (context: ProofContext) =>
    context.passages.flatMap((passage) =>
      namedPlaces(passage).flatMap((place) =>
        isOwn(context, place) || isExample(place) ? [] : [...unknownProvince(place), ...unknownDistrict(place)],
      ),
    ),
};

/** The own agency is put into another district or province than the title says. */
export const ownPlaceRule: Rule = {
  id: 'place.differs',
  severity: 'W',
  title: { th: 'อำเภอหรือจังหวัดไม่ตรงกับของหน่วยงาน', en: 'Another district or province than the own one' },
  source: 'DOMAIN 5.4 (gazetteer)',
  check: (context: ProofContext) =>
    context.agency?.district && context.agency.province
      ? context.passages.flatMap((passage) =>
          namedPlaces(passage)
            .filter((place) => !isOwnName(context, place))
            .map((place) => differing(context, place)),
        )
      : [],
};

function namedPlaces(passage: Passage): NamedPlace[] {
  const text = passage.tight.text;
  const pairs = [...text.matchAll(PAIR)].filter(([, district = '']) => !OTHER_WORDS.test(district));
  return pairs.map((match) => {
    const [whole, district = '', , rest = ''] = match;
    const provinceFrom = match.index + whole.length - rest.length;
    const province = provinceAtStart(rest);
    const provinceText = province ?? wordOf(passage, provinceFrom, rest);
    return {
      passage,
      from: match.index,
      to: provinceFrom + provinceText.length,
      district,
      provinceFrom,
      province,
      provinceText,
    };
  });
}

/** Letters up to the next space of the original. */
function wordOf(passage: Passage, from: number, rest: string): string {
  let length = 1;
  while (
    length < rest.length &&
    (passage.tight.starts[from + length] ?? 0) === (passage.tight.ends[from + length - 1] ?? 0)
  )
    length += 1;
  return rest.slice(0, length);
}

/** The place the title, or the organization's own data, gives for the agency. */
const isOwnName = ({ agency }: ProofContext, place: NamedPlace): boolean =>
  agency !== null &&
  sameDistrict(place.district, agency.district ?? '', agency.province ?? '') &&
  place.provinceText === agency.province;

/** What an organization entered about itself is not questioned; what was read from a title is. */
const isOwn = (context: ProofContext, place: NamedPlace): boolean =>
  context.agency?.isGiven === true && isOwnName(context, place);

const sameDistrict = (one: string, other: string, province: string): boolean =>
  one === other || (one === `เมือง${province}` && other === 'เมือง') || (other === `เมือง${province}` && one === 'เมือง');

/** Names that say themselves that they are made up. */
const isExample = (place: NamedPlace): boolean => /^(?:ตัวอย่าง|สมมติ|สมมุติ)/.test(place.provinceText);

function unknownProvince(place: NamedPlace): Sighting[] {
  if (place.province) return [];
  const near = nearestProvince(place.provinceText);
  return [
    {
      ...tightSpan(place.passage, place.provinceFrom, place.to),
      message: { th: `ไม่มีจังหวัด “${place.provinceText}”`, en: `There is no province "${place.provinceText}"` },
      suggestion: near,
    },
  ];
}

const SUBDISTRICT_BEFORE = /(?:ตำบล|อบต\.|ต\.)([\u0E01-\u0E4E]{2,24})$/;

/** The only district of the province with the subdistrict that is named before it. */
function districtOfSubdistrict({ passage, from }: NamedPlace, province: string): string | null {
  const subdistrict = SUBDISTRICT_BEFORE.exec(passage.tight.text.slice(Math.max(0, from - 32), from))?.[1] ?? '';
  const [district, ...others] = districtsWithSubdistrict(subdistrict, province);
  return district !== undefined && others.length === 0 ? district : null;
}

function unknownDistrict(place: NamedPlace): Sighting[] {
  const { province, district } = place;
  if (!province || isDistrictOf(district, province)) return [];
  const elsewhere = provincesWithDistrict(district);
  const near = nearestDistrict(district, province);
  const isNear = near !== null && elsewhere.length === 0 && editDistance(near, district, 3) * 3 <= district.length;
  const right = districtOfSubdistrict(place, province) ?? (isNear ? near : null);
  return [
    {
      ...tightSpan(place.passage, place.from, place.to),
      message: {
        th: `จังหวัด${province}ไม่มีอำเภอ “${district}”${elsewhere.length > 0 ? ` (อำเภอชื่อนี้อยู่ในจังหวัด${elsewhere.join(', ')})` : ''}`,
        en: `The province ${province} has no district "${district}"${elsewhere.length > 0 ? `; one of that name lies in ${elsewhere.join(', ')}` : ''}`,
      },
      suggestion: right ? `อำเภอ${right} จังหวัด${province}` : null,
    },
  ];
}

function differing({ agency }: ProofContext, place: NamedPlace): Sighting {
  const followsOwnName = agency !== null && place.passage.tight.text.endsWith(agency.name, place.from);
  return {
    ...tightSpan(place.passage, place.from, place.to),
    severity: followsOwnName ? 'E' : 'W',
    message: {
      th: `ที่อื่นในเอกสารระบุว่าหน่วยงานอยู่อำเภอ${agency?.district ?? ''} จังหวัด${agency?.province ?? ''}`,
      en: `Elsewhere the agency lies in district ${agency?.district ?? ''}, province ${agency?.province ?? ''}`,
    },
    suggestion: followsOwnName ? `อำเภอ${agency.district ?? ''} จังหวัด${agency.province ?? ''}` : null,
  };
}
