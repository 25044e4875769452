export type AgencyKind =
  | 'subdistrict-organization'
  | 'subdistrict-municipality'
  | 'town-municipality'
  | 'city-municipality'
  | 'provincial-organization';

/** A type word of local government in a text without spaces; the name, if one follows, starts at `to`. */
export interface AgencyMention {
  readonly kind: AgencyKind;
  readonly typeWord: string;
  readonly from: number;
  readonly to: number;
}

/** Type words and short forms. องค์กร for องค์การ and the slips of the short forms are read too, so that the name is still checked. */
const TYPE_WORDS: readonly (readonly [string, AgencyKind])[] = [
  ['องค์การบริหารส่วนตำบล', 'subdistrict-organization'],
  ['องค์กรบริหารส่วนตำบล', 'subdistrict-organization'],
  ['องค์การบริหารส่วนจังหวัด', 'provincial-organization'],
  ['องค์กรบริหารส่วนจังหวัด', 'provincial-organization'],
  ['เทศบาลตำบล', 'subdistrict-municipality'],
  ['เทศบาลเมือง', 'town-municipality'],
  ['เทศบาลนคร', 'city-municipality'],
  ['เทศมนตรีตำบล', 'subdistrict-municipality'],
  ['เทศมนตรีเมือง', 'town-municipality'],
  ['เทศมนตรีนคร', 'city-municipality'],
  ['อบต.', 'subdistrict-organization'],
  ['อ.บ.ต.', 'subdistrict-organization'],
  ['อบจ.', 'provincial-organization'],
  ['อ.บ.จ.', 'provincial-organization'],
  ['ทต.', 'subdistrict-municipality'],
  ['ทม.', 'town-municipality'],
  ['ทน.', 'city-municipality'],
];

const KIND_OF = new Map(TYPE_WORDS);
/** "กทม." is Bangkok, not a town municipality. */
const ANY_TYPE_WORD = new RegExp(
  TYPE_WORDS.map(([word]) => (word === 'ทม.' ? '(?<!ก)ทม\\.' : word.replaceAll('.', '\\.'))).join('|'),
  'g',
);

/** Every type word in a text without spaces, from left to right. */
export function agencyMentions(tight: string): AgencyMention[] {
  return [...tight.matchAll(ANY_TYPE_WORD)].map((match) => ({
    kind: KIND_OF.get(match[0]) ?? 'subdistrict-organization',
    typeWord: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}
