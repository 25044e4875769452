import type { AgencyKind } from './agency-mentions.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** Offices and bodies of one kind of local government, and what they are called in the other. */
const OF_MUNICIPALITY = /(?:นายกเทศมนตรี|รองนายกเทศมนตรี|ปลัดเทศบาล|รองปลัดเทศบาล|สมาชิกสภาเทศบาล|สภาเทศบาล|พนักงานเทศบาล)/g;
const OF_SUBDISTRICT =
  /(?:(?:รอง)?(?:นายก|ปลัด)(?:องค์การบริหารส่วนตำบล|อบต\.?)|(?:สมาชิก)?สภา(?:องค์การบริหารส่วนตำบล|อบต\.?)|พนักงานส่วนตำบล)/g;
/** Laws, committees and orders bear the name of the other kind by right. */
const NAMES_A_PAPER =
  /(?:คณะกรรมการ|พระราชบัญญัติ|พ\.ร\.บ\.|ระเบียบ|ประกาศ(?:คณะ|ก\.)|มาตรฐาน|หลักเกณฑ์|ร่วมกับ|สมาคม|สันนิบาต|ชมรม)[^.]{0,60}$/;
const REACH = 80;
const SIDE = 40;

/** A mayor in the paper of a subdistrict organization: what is left when the file of another agency was taken over. */
export const agencyKindsRule: Rule = {
  id: 'agency.kind',
  severity: 'W',
  title: { th: 'ตำแหน่งหรือสภาของหน่วยงานประเภทอื่น', en: 'Office or council of another kind of agency' },
  source: 'DOMAIN 3.1, 5.4 (foreign agency)',
  check: ({ agency, passages }: ProofContext) => {
    const others = agency ? wordsOfOthers(agency.kind) : null;
    return others ? passages.flatMap((passage) => strangers(passage, others)) : [];
  },
};

interface Others {
  readonly theirs: RegExp;
  readonly ours: RegExp;
}

function wordsOfOthers(kind: AgencyKind): Others | null {
  if (kind === 'subdistrict-organization') return { theirs: OF_MUNICIPALITY, ours: OF_SUBDISTRICT };
  return kind.endsWith('municipality') ? { theirs: OF_SUBDISTRICT, ours: OF_MUNICIPALITY } : null;
}

/** Words of both kinds side by side speak of local government at large. */
function strangers(passage: Passage, { theirs, ours }: Others): Sighting[] {
  const text = passage.tight.text;
  return [...text.matchAll(theirs)]
    .filter(({ index, 0: { length } }) => {
      const before = text.slice(Math.max(0, index - REACH), index);
      return (
        !NAMES_A_PAPER.test(before) &&
        (before.slice(-SIDE) + text.slice(index + length, index + length + SIDE)).search(ours) < 0
      );
    })
    .map((match) => ({
      ...tightSpan(passage, match.index, match.index + match[0].length),
      message: {
        th: `“${match[0]}” เป็นคำของหน่วยงานประเภทอื่น อาจติดมาจากไฟล์ที่คัดลอก`,
        en: `"${match[0]}" belongs to another kind of agency; it may come from a copied file`,
      },
    }));
}
