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
  ['องค์การบริหารส่วนต.', 'subdistrict-organization'],
  ['องค์การบริหารส่วนจ.', 'provincial-organization'],
  ['เทศบาลต.', 'subdistrict-municipality'],
  ['อบต.', 'subdistrict-organization'],
  ['อ.บ.ต.', 'subdistrict-organization'],
  ['อบจ.', 'provincial-organization'],
  ['อ.บ.จ.', 'provincial-organization'],
  ['อบต', 'subdistrict-organization'],
  ['อบจ', 'provincial-organization'],
  ['ทต.', 'subdistrict-municipality'],
  ['ทด.', 'subdistrict-municipality'],
  ['ทม.', 'town-municipality'],
  ['ทน.', 'city-municipality'],
];

const KIND_OF = new Map(TYPE_WORDS);
/** "กทม." is Bangkok, not a town municipality. */
const WITHIN_OTHER_WORDS: Readonly<Record<string, string>> = { 'ทม.': '(?<!ก)ทม\\.' };
/** Without its full stop a short form is known only where a sentence names an agency: "รับผิดชอบต…" holds the same letters. */
const BARE_SHORT = '(?<=^|[^\\u0E01-\\u0E4E]|นายก|ปลัด|ของ|โดย|ประกาศ|สำนักงาน|พนักงาน)';
const ANY_TYPE_WORD = new RegExp(
  TYPE_WORDS.map(([word]) =>
    word.length === 3 && !word.includes('.')
      ? `${BARE_SHORT}${word}(?=[\\u0E01-\\u0E2E\\u0E40-\\u0E44])`
      : (WITHIN_OTHER_WORDS[word] ?? word.replaceAll('.', '\\.')),
  ).join('|'),
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

const FULL_WORDS: Readonly<Record<AgencyKind, readonly [full: string, short: string]>> = {
  'subdistrict-organization': ['องค์การบริหารส่วนตำบล', 'อบต.'],
  'subdistrict-municipality': ['เทศบาลตำบล', 'ทต.'],
  'town-municipality': ['เทศบาลเมือง', 'ทม.'],
  'city-municipality': ['เทศบาลนคร', 'ทน.'],
  'provincial-organization': ['องค์การบริหารส่วนจังหวัด', 'อบจ.'],
};

/** The official type word of a kind, in the length of the mention; "เทศมนตรี…" stays, it belongs to the name of an office. */
export function officialWord({ typeWord, kind }: AgencyMention, own: AgencyKind): string {
  if (kind === own && typeWord.startsWith('เทศมนตรี')) return typeWord;
  const [full, short] = FULL_WORDS[own];
  return typeWord.length <= 6 ? short : full;
}
