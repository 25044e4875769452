import { editDistance } from './edit-distance.js';
import { districtsWithSubdistrict, provinceAtStart, subdistrictsOf } from './gazetteer.js';
import type { ProofContext } from './proof-context.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import type { Passage } from './proof-document.js';

/** A subdistrict municipality may bear another name than its subdistrict; a subdistrict organization does not. */
const TRIPLE =
  /(?<!เทศบาล|เทศมนตรี)(?:ตำบล|อบต\.)([\u0E01-\u0E4F.]{2,24}?)(?:อำเภอ|อ\.)([\u0E01-\u0E4F-]{2,24}?)(?:จังหวัด|จ\.)([\u0E01-\u0E4F]{2,24})/g;

/**
 * A subdistrict of the province stands in another of its districts, or is spelt almost as one of the district. A name that is known
 * nowhere is not judged: lists age, and villages are called subdistricts.
 */
export const subdistrictsRule: Rule = {
  id: 'place.subdistrict',
  severity: 'W',
  title: { th: 'ตำบลไม่อยู่ในอำเภอ', en: 'Subdistrict not in that district' },
  source: 'DOMAIN 5.4 (gazetteer); list of subdistricts of the Department of Provincial Administration',
  check: ({ passages, agency }: ProofContext) =>
    passages.flatMap((passage) =>
      [...passage.tight.text.matchAll(TRIPLE)].flatMap((match) =>
        agency?.isGiven && match[1] === agency.name ? [] : misplaced(passage, match),
      ),
    ),
};

const SHORTEST_NAME = 4;

function misplaced(passage: Passage, match: RegExpExecArray): Sighting[] {
  const [whole, subdistrict = '', district = '', rest = ''] = match;
  const province = provinceAtStart(rest);
  const known = province ? subdistrictsOf(district, province) : null;
  if (!province || !known || known.includes(subdistrict)) return [];
  const elsewhere = districtsWithSubdistrict(subdistrict, province);
  const meant = known.find((name) => name.length >= SHORTEST_NAME && editDistance(name, subdistrict, 1) === 1);
  if (elsewhere.length === 0 && !meant) return [];
  const to = match.index + whole.length - rest.length + province.length;
  return [
    {
      ...tightSpan(passage, match.index, to),
      message: {
        th: `อำเภอ${district} จังหวัด${province} ไม่มีตำบล “${subdistrict}”${elsewhere.length > 0 ? ` (อยู่ในอำเภอ${elsewhere.join(', ')})` : ''}`,
        en: `District ${district}, ${province}, has no subdistrict "${subdistrict}"${elsewhere.length > 0 ? `; it lies in ${elsewhere.join(', ')}` : ''}`,
      },
      suggestion: meant
        ? `ตำบล${meant} อำเภอ${district} จังหวัด${province}`
        : elsewhere.length === 1
          ? `ตำบล${subdistrict} อำเภอ${elsewhere[0] ?? ''} จังหวัด${province}`
          : null,
    },
  ];
}
