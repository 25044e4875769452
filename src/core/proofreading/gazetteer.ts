import { DISTRICTS_BY_PROVINCE } from './data/districts.js';
import { FURTHER_SUBDISTRICTS } from './data/further-subdistricts.js';
import { REMAINING_SUBDISTRICTS_1 } from './data/remaining-subdistricts-1.js';
import { REMAINING_SUBDISTRICTS_2 } from './data/remaining-subdistricts-2.js';
import { SUBDISTRICTS_BY_DISTRICT } from './data/subdistricts.js';
import { editDistance } from './edit-distance.js';

const SEAT = 'เมือง';

const subdistrictsByDistrict: typeof SUBDISTRICTS_BY_DISTRICT = {
  ...SUBDISTRICTS_BY_DISTRICT,
  ...FURTHER_SUBDISTRICTS,
  ...REMAINING_SUBDISTRICTS_1,
  ...REMAINING_SUBDISTRICTS_2,
};

const districtsOf = new Map(
  Object.entries(DISTRICTS_BY_PROVINCE).map(
    ([province, districts]) => [province, new Set(districts.split(' '))] as const,
  ),
);

const provincesByLength = [...districtsOf.keys()].sort((one, other) => other.length - one.length);

/** The province whose name the text (without spaces) begins with; null when it begins with none. */
export const provinceAtStart = (tight: string): string | null =>
  provincesByLength.find((province) => tight.startsWith(province)) ?? null;

/** The province spelt most like the text; null when none is within two letters. */
export function nearestProvince(tight: string): string | null {
  return nearest([...districtsOf.keys()], tight, 2);
}

/** "เมือง" alone and "เมือง" + province both name the district of the seat. */
export function isDistrictOf(district: string, province: string): boolean {
  const districts = districtsOf.get(province);
  if (!districts) return false;
  return districts.has(district) || (districts.has(SEAT) && district === SEAT + province);
}

/** Provinces that have a district of this name. */
export const provincesWithDistrict = (district: string): string[] =>
  [...districtsOf].flatMap(([province, districts]) => (district !== SEAT && districts.has(district) ? [province] : []));

/** The district of the province spelt most like the given one; null when none is within three letters. */
export const nearestDistrict = (district: string, province: string): string | null =>
  nearest([...(districtsOf.get(province) ?? [])], district, 3);

/** "เมือง" + province stands in the lists as "เมือง". */
const listedName = (district: string, province: string): string => (district === SEAT + province ? SEAT : district);

const districtsByLength = (names: Iterable<string>): string[] =>
  [...new Set(names)].sort((one, other) => other.length - one.length);
const everyDistrict = districtsByLength([...districtsOf.values()].flatMap((names) => [...names]));

/** The district whose name the text begins with: one of the given province, or else of any other; null when it begins with none. */
export const districtAtStart = (tight: string, province: string): string | null =>
  districtsByLength(districtsOf.get(province) ?? []).find((name) => tight.startsWith(name)) ??
  everyDistrict.find((name) => tight.startsWith(name)) ??
  null;

/** Subdistricts of a district; null where the list of its province is not known. */
export function subdistrictsOf(district: string, province: string): readonly string[] | null {
  return subdistrictsByDistrict[province]?.[listedName(district, province)]?.split(' ') ?? null;
}

/** Districts of the province that have a subdistrict of this name, as far as they are known. */
export const districtsWithSubdistrict = (subdistrict: string, province: string): string[] =>
  Object.entries(subdistrictsByDistrict[province] ?? {}).flatMap(([district, names]) =>
    names.split(' ').includes(subdistrict) ? [district] : [],
  );

let allSubdistricts: ReadonlySet<string> | null = null;

/** Some province has a subdistrict of this name. */
export function isSubdistrict(name: string): boolean {
  allSubdistricts ??= new Set(
    Object.values(subdistrictsByDistrict).flatMap((districts) =>
      Object.values(districts).flatMap((names) => names.split(' ')),
    ),
  );
  return allSubdistricts.has(name);
}

function nearest(names: readonly string[], wanted: string, limit: number): string | null {
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of names) {
    const distance = editDistance(name, wanted, limit);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}
