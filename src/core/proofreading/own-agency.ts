import { AFTER_AGENCY } from './data/after-agency.js';
import { provinceAtStart } from './gazetteer.js';
import { agencyMentions, type AgencyKind, type AgencyMention } from './agency-mentions.js';
import type { Passage } from './proof-document.js';

/** The agency a document belongs to; `name` without type word and without spaces. */
export interface OwnAgency {
  readonly kind: AgencyKind;
  readonly name: string;
  readonly district: string | null;
  readonly province: string | null;
  /** False when it was read from the document itself. */
  readonly isGiven: boolean;
}

/** Letters of the longest name looked for; a text that goes on without any space is read in linear time for it. */
const LONGEST_NAME = 60;
const FULL_PLACE = /อำเภอ([\u0E00-\u0E7F]{1,60}?)จังหวัด([\u0E00-\u0E7F]{1,60})/g;

/** Reads a name as it is registered, type word included: "องค์การบริหารส่วนตำบลตัวอย่าง". Null when it is no local government. */
export function agencyFromName(fullName: string, district: string | null, province: string | null): OwnAgency | null {
  const name = fullName.replace(/\s+/g, '');
  const mention = agencyMentions(name)[0];
  if (!mention || mention.from !== 0) return null;
  return { kind: mention.kind, name: name.slice(mention.to), district, province, isGiven: true };
}

/**
 * Finds the agency in the title lines; when the body names another, similar one far more often, that one is the owner and the
 * title is wrong. Null when no title line names an agency.
 */
export function inferAgency(titles: readonly Passage[], body: readonly Passage[]): OwnAgency | null {
  const candidates = titles.flatMap((passage) => {
    const places = [...passage.tight.text.matchAll(FULL_PLACE)];
    const last = places[places.length - 1]?.index ?? -1;
    return namesAtSpace(passage).map((found) => ({ ...found, places, hasPlace: found.from <= last }));
  });
  const first = candidates.find(({ hasPlace }) => hasPlace) ?? candidates[0];
  if (!first) return null;
  const place = first.places.find(({ index }) => index >= first.from);
  const name = usualName(first.name, body) ?? first.name;
  const province = place?.[2] === undefined ? null : (provinceAtStart(place[2]) ?? place[2]);
  return { kind: first.kind, name, district: place?.[1] ?? null, province, isGiven: false };
}

/** Names that end at a space or at the end, as they do in title lines. */
function namesAtSpace(passage: Passage): { kind: AgencyKind; name: string; from: number }[] {
  return agencyMentions(passage.tight.text).flatMap((mention) => {
    const name = withoutSentence(wordAfter(passage, mention));
    return name.length >= 2 ? [{ kind: mention.kind, name, from: mention.from }] : [];
  });
}

const LONG_FOR_A_NAME = 16;

/** A name that runs into its sentence ends where a word goes on with it. */
function withoutSentence(name: string): string {
  if (name.length <= LONG_FOR_A_NAME) return name;
  for (let length = 3; length < name.length; length += 1)
    if (AFTER_AGENCY.test(name.slice(length))) return name.slice(0, length);
  return name;
}

/** The letters after a type word up to the next space of the original, at most those of the longest name. */
function wordAfter(passage: Passage, mention: AgencyMention): string {
  const starts = passage.tight.starts;
  let end = mention.to;
  const last = Math.min(passage.tight.text.length, mention.to + LONGEST_NAME);
  while (end < last && /[\u0E00-\u0E7F]/.test(passage.tight.text.charAt(end))) {
    if (end > mention.to && spaceBefore(passage, end)) break;
    end += 1;
  }
  return starts.length > 0 ? passage.tight.text.slice(mention.to, end) : '';
}

/** True when a space stands before unit `at` of the tight text in the original. */
export const spaceBefore = (passage: Passage, at: number): boolean =>
  at === 0 || (passage.tight.starts[at] ?? 0) > (passage.tight.ends[at - 1] ?? 0);

const MAJORITY = 3;

/**
 * The agency a text without title is about: the one named more often than all others together, at least three times. A neighbour
 * of the table in a spreadsheet is then still seen as one. Null when no name stands out.
 */
export function usualAgency(passages: readonly Passage[]): OwnAgency | null {
  const rests = passages.flatMap(({ tight }) =>
    agencyMentions(tight.text).flatMap(({ kind, to }) => {
      const rest = /^[\u0E01-\u0E4E]*/.exec(tight.text.slice(to, to + LONGEST_USUAL))?.[0] ?? '';
      return rest.length < 3 || AFTER_AGENCY.test(rest) ? [] : [{ kind, rest }];
    }),
  );
  for (let length = LONGEST_USUAL; length >= 3; length -= 1) {
    const name = usualStart(rests, length);
    const found = name !== null && !sentenceBegins(name) && rests.find(({ rest }) => rest.startsWith(name));
    if (name !== null && found) return { kind: found.kind, name, district: null, province: null, isGiven: false };
  }
  return null;
}

const LONGEST_USUAL = 14;

/** The first letters that more than half of the names share; there can be only one such beginning. */
function usualStart(rests: readonly { readonly rest: string }[], length: number): string | null {
  const counts = new Map<string, number>();
  for (const { rest } of rests)
    if (rest.length >= length) counts.set(rest.slice(0, length), (counts.get(rest.slice(0, length)) ?? 0) + 1);
  for (const [start, count] of counts) if (count >= MAJORITY && count * 2 > rests.length) return start;
  return null;
}

/** A word that goes on with the sentence stands, or begins to stand, behind the third letter. */
const sentenceBegins = (name: string): boolean =>
  Array.from({ length: Math.max(0, name.length - 3) }, (_, at) => at + 3).some((at) =>
    AFTER_AGENCY.test(name.slice(at)),
  );

/** The name the body gives, when it contains the title's name and stands there at least three times as against none of it. */
function usualName(titleName: string, body: readonly Passage[]): string | null {
  const counts = new Map<string, number>();
  let ofTitle = 0;
  for (const passage of body) {
    for (const mention of agencyMentions(passage.tight.text)) {
      const rest = passage.tight.text.slice(mention.to);
      if (rest.startsWith(titleName)) ofTitle += 1;
      const name = wordAfter(passage, mention);
      if (name !== titleName && name.endsWith(titleName)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [name, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? ['', 0];
  return count >= MAJORITY && count > ofTitle * MAJORITY ? name : null;
}
