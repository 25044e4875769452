import { isDistrictOf, provinceAtStart, districtAtStart } from './gazetteer.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import type { OwnAgency } from './own-agency.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const OF_PROVINCE = /(?:ผู้ว่าราชการ|ท้องถิ่น|สำนักงาน|ศาลากลาง|ป\.ป\.ช\.ประจำ|ธรรมาภิบาล)จังหวัด(?=([\u0E01-\u0E4E]{3,24}))/g;
const OF_DISTRICT = /(?:นายอำเภอ|ที่ว่าการอำเภอ|ท้องถิ่นอำเภอ)(?=([\u0E01-\u0E4E]{2,24}))/g;
/** Others are visited, or named as hosts and partners. */
const ELSEWHERE = /(?:ดูงาน|ร่วมกับ|เยี่ยม|ณ)[^.]{0,40}$/;

/** The governor or the district chief of another place: the file of a neighbour was taken over. */
export const officesRule: Rule = {
  id: 'place.office',
  severity: 'W',
  title: { th: 'ส่วนราชการของจังหวัดหรืออำเภออื่น', en: 'Office of another province or district' },
  source: 'DOMAIN 5.4 (gazetteer, foreign names)',
  check: ({ agency, passages }: ProofContext) =>
    agency?.province ? passages.flatMap((passage) => strangers(agency, agency.province ?? '', passage)) : [],
};

function strangers(agency: OwnAgency, own: string, passage: Passage): Sighting[] {
  const text = passage.tight.text;
  const named = (pattern: RegExp, placeIn: (rest: string) => string | null) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const place = placeIn(match[1] ?? '');
      const isElsewhere = ELSEWHERE.test(text.slice(Math.max(0, match.index - 48), match.index));
      return place === null || isElsewhere ? [] : [{ from: match.index, to: match.index + match[0].length, place }];
    });
  const provinces = named(OF_PROVINCE, provinceAtStart).filter(({ place }) => place !== own);
  const districts = named(OF_DISTRICT, (rest) => districtAtStart(rest, own)).filter(
    ({ place }) => agency.district !== null && !isOwnDistrict(place, agency.district, own),
  );
  return [
    ...provinces.map(({ from, to, place }) => sighting(passage, from, to + place.length, `จังหวัด${own}`)),
    ...districts.map(({ from, to, place }) =>
      sighting(passage, from, to + place.length, `อำเภอ${agency.district ?? ''}`),
    ),
  ];
}

const isOwnDistrict = (place: string, district: string, province: string): boolean =>
  place === district || !isDistrictOf(district, province) || (district.startsWith('เมือง') && place === 'เมือง');

const sighting = (passage: Passage, from: number, to: number, own: string): Sighting => ({
  ...tightSpan(passage, from, to),
  message: { th: `หน่วยงานอยู่${own}`, en: `The agency lies in ${own}` },
});
