import { agencyMentions, officialWord, type AgencyMention } from './agency-mentions.js';
import { AFTER_AGENCY } from './data/after-agency.js';
import { slipLength, TAIL, tailLength } from './agency-slips.js';
import { nearestPrefix } from './edit-distance.js';
import { isSubdistrict } from './gazetteer.js';
import { spaceBefore, type OwnAgency } from './own-agency.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const LONGEST_NAME = 25;
const USUAL_NAME = 12;
/** A name that shares at least this much with the own one is a slip of it. */
const SLIP = 0.55;
/** Another agency may be named as a partner or a host. */
const PARTNER = /(?:ร่วมกับ|ดูงาน(?:ณ|ที่)?|เครือข่าย|บูรณาการกับ|ประสานงานกับ|ข้อบกพร่องของ|จาก)$/;
/** Neighbours are named where the borders are told. */
const BORDER = /(?:ติดต่อ|ติด|จรด|จด|บรรจบ)(?:กับ|เขต)?(?:พื้นที่|เขต|ตำบล)?$/;

/** … or as a guest. */
const GUEST = /^[^.]{0,24}?(?:มา(?:ศึกษา)?ดูงาน|เข้าเยี่ยมชม|แลกเปลี่ยนเรียนรู้|เข้าศึกษาดูงาน)/;

/** Another agency's name, or a misspelt own one, anywhere in the document: what copying last year's or a neighbour's file leaves behind. */
export const agencyNamesRule: Rule = {
  id: 'agency.foreign',
  severity: 'E',
  title: { th: 'ชื่อหน่วยงานอื่นหรือชื่อหน่วยงานตนเองผิด', en: "Another agency's name, or the own name misspelt" },
  source: 'DOMAIN 5.4 (foreign or own agency name)',
  check: ({ agency, passages }: ProofContext) =>
    agency ? passages.flatMap((passage) => [...typedNames(agency, passage), ...subdistrictSlips(agency, passage)]) : [],
};

function typedNames(own: OwnAgency, passage: Passage): Sighting[] {
  const text = passage.tight.text;
  return agencyMentions(text).flatMap((mention) => {
    const rest = text.slice(mention.to);
    if (BORDER.test(text.slice(Math.max(0, mention.from - 16), mention.from))) return [];
    if (rest.startsWith(own.name) && TAIL.test(rest.slice(own.name.length)))
      return [slip(own, passage, mention, mention.to + own.name.length + tailLength(rest.slice(own.name.length)))];
    if (rest.startsWith(own.name))
      return mention.kind === own.kind || namesOtherThing(mention) ? [] : [wrongKind(own, passage, mention)];
    if (!/^[\u0E01-\u0E2E\u0E40-\u0E44]/.test(rest) || AFTER_AGENCY.test(rest) || isOwnProvince(own, mention, rest))
      return [];
    const near = nearestPrefix(own.name, rest);
    if (own.name.length >= 3 && 1 - near.distance / own.name.length >= SLIP)
      return [slip(own, passage, mention, mention.to + slipLength(own.name, rest, near))];
    return [foreign(own, passage, mention, mention.to + nameLength(passage, mention.to))];
  });
}

/** A subdistrict municipality's town may carry the same name as its province: "องค์การบริหารส่วนจังหวัด" is another level. */
const namesOtherThing = (mention: AgencyMention): boolean => mention.kind === 'provincial-organization';

/** The provincial organization of the own province is the neighbour one floor up. */
const isOwnProvince = (own: OwnAgency, mention: AgencyMention, rest: string): boolean =>
  mention.kind === 'provincial-organization' && own.province !== null && rest.startsWith(own.province);

/** Letters up to the word that goes on with the sentence; without one, up to the first space; without that, two words. */
function nameLength(passage: Passage, from: number): number {
  const text = passage.tight.text;
  let firstSpace = 0;
  for (let length = 2; length <= LONGEST_NAME; length += 1) {
    const at = from + length;
    if (AFTER_AGENCY.test(text.slice(at, at + 12))) return length <= USUAL_NAME ? length : firstSpace || length;
    if (at >= text.length || !/[\u0E00-\u0E7F]/.test(text.charAt(at)))
      return length <= USUAL_NAME ? length : firstSpace || twoWords(text.slice(from));
    if (firstSpace === 0 && spaceBefore(passage, at)) {
      firstSpace = length;
      if (isSubdistrict(text.slice(from, at))) return length;
    }
  }
  return firstSpace || twoWords(text.slice(from));
}

/** Names of subdistricts are mostly two words long: หนอง + ไผ่. */
function twoWords(rest: string): number {
  const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(rest.slice(0, LONGEST_NAME))];
  return words[2]?.index ?? Math.min(rest.length, LONGEST_NAME);
}

/** As it should stand there: short where the short form is written, and of the own kind. */
const officialName = (own: OwnAgency, mention: AgencyMention): string => officialWord(mention, own.kind) + own.name;

function foreign(own: OwnAgency, passage: Passage, mention: AgencyMention, to: number): Sighting {
  const name = passage.tight.text.slice(mention.to, to);
  const text = passage.tight.text;
  const isPartner =
    PARTNER.test(text.slice(Math.max(0, mention.from - 16), mention.from)) || GUEST.test(text.slice(to, to + 48));
  return {
    ...tightSpan(passage, mention.from, to),
    severity: isPartner ? 'W' : 'E',
    message: {
      th: `พบชื่อหน่วยงานอื่น “${mention.typeWord}${name}” ในเอกสารของหน่วยงาน “${own.name}” อาจติดมาจากไฟล์ที่คัดลอก`,
      en: `Another agency is named here ("${name}"), while the document is that of "${own.name}"; it may come from a copied file`,
    },
    suggestion: officialName(own, mention),
  };
}

function slip(own: OwnAgency, passage: Passage, mention: AgencyMention, to: number): Sighting {
  return {
    ...tightSpan(passage, mention.from, to),
    message: {
      th: `ชื่อหน่วยงานสะกดไม่ตรงกับ “${own.name}”`,
      en: `The name of the agency is not spelt as "${own.name}"`,
    },
    suggestion: officialName(own, mention),
  };
}

function wrongKind(own: OwnAgency, passage: Passage, mention: AgencyMention): Sighting {
  return {
    ...tightSpan(passage, mention.from, mention.to + own.name.length),
    message: {
      th: `ประเภทของหน่วยงาน “${mention.typeWord}” ไม่ตรงกับที่ใช้ในชื่อเรื่อง`,
      en: 'The kind of agency differs from the one in the title',
    },
  };
}

/** "ตำบล" + a slip of the own name, where the full name is not written. */
function subdistrictSlips(own: OwnAgency, passage: Passage): Sighting[] {
  if (own.name.length < 5 || own.kind === 'provincial-organization') return [];
  const text = passage.tight.text;
  return [...text.matchAll(/(?<!ส่วน|เทศบาล|เทศมนตรี)ตำบล/g)].flatMap((match) => {
    const from = match.index + match[0].length;
    const rest = text.slice(from);
    if (rest.startsWith(own.name) || !/^[\u0E01-\u0E2E\u0E40-\u0E44]/.test(rest) || AFTER_AGENCY.test(rest)) return [];
    const near = nearestPrefix(own.name, rest);
    if (near.distance === 0 || 1 - near.distance / own.name.length < SLIP) return [];
    return [
      {
        ...tightSpan(passage, match.index, from + slipLength(own.name, rest, near)),
        message: {
          th: `ชื่อตำบลสะกดไม่ตรงกับ “${own.name}”`,
          en: `The name of the subdistrict is not spelt as "${own.name}"`,
        },
        suggestion: `ตำบล${own.name}`,
      },
    ];
  });
}
