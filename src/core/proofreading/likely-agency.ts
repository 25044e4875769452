import { agencyMentions } from './agency-mentions.js';
import { AFTER_AGENCY } from './data/after-agency.js';
import { nearestPrefix } from './edit-distance.js';
import { isSubdistrict } from './gazetteer.js';
import type { OwnAgency } from './own-agency.js';
import type { Passage } from './proof-document.js';

const LONGEST_NAME = 24;
const SHORTEST_NAME = 4;
/** Letters by which a slip may differ from the name it stands for, as a share of them. */
const SLIP = 0.35;

/**
 * The agency of a text without title that spells a name in two ways: the spelling that is a subdistrict of Thailand, when another one,
 * which is none, is nearly the same. Null when nothing of the kind stands there.
 */
export function likelyAgency(passages: readonly Passage[]): OwnAgency | null {
  const named = passages.flatMap(({ tight }) =>
    agencyMentions(tight.text).flatMap(({ kind, to }) => {
      const rest = /^[\u0E01-\u0E4E]*/.exec(tight.text.slice(to, to + LONGEST_NAME))?.[0] ?? '';
      const isName = rest.length >= SHORTEST_NAME && !AFTER_AGENCY.test(rest) && kind !== 'provincial-organization';
      return isName ? [{ kind, rest, known: knownStart(rest) }] : [];
    }),
  );
  const strays = named.filter(({ known }) => known === null);
  const owner = named.find(({ known }) => known !== null && strays.some(({ rest }) => isSlipOf(known, rest)));
  if (!owner?.known) return null;
  return { kind: owner.kind, name: owner.known, district: null, province: null, isGiven: false };
}

/** The longest subdistrict the text begins with. */
function knownStart(rest: string): string | null {
  for (let length = rest.length; length >= SHORTEST_NAME; length -= 1)
    if (isSubdistrict(rest.slice(0, length))) return rest.slice(0, length);
  return null;
}

function isSlipOf(name: string, rest: string): boolean {
  const { distance } = nearestPrefix(name, rest);
  return distance > 0 && distance <= name.length * SLIP;
}
