import type { Deed } from '../../../templates/web/components/decision-bar.js';
import { links } from '../../../templates/web/links.js';
import { sentenceOf } from '../../../templates/web/sentences.js';
import { emergencyLabel, REASSIGN_LABEL } from '../../../templates/web/words/now-words.js';
import type { ErrorCode } from '../../core/errors.js';
import { isProofread } from '../../proofreading/act-checked.js';
import type { ProofVerdict } from '../../proofreading/proof-verdict.js';
import { isFourEyes } from '../../approvals/judge-deed.js';
import type { Section, Sight } from '../item-doors.js';
import { isFresh, type Visitor } from '../visitor.js';

/** A deed, and where it stands among the others: the lowest first. */
export interface RankedDeed {
  readonly rank: number;
  readonly deed: Deed;
}

interface BesideDeeds {
  readonly section: Section;
  /** What the proof-reader says: a submission with errors asks for a reason, one with personal data waits. */
  readonly proof: ProofVerdict;
  /** Links beside the deeds of the lifecycle: to edit, to record results. */
  readonly links: readonly RankedDeed[];
}

/** Deeds that are read and done on a page of their own, whatever they ask. */
const OPENS_PAGE: readonly string[] = ['sign', 'drop_amendment'];

/** Signing first, then sending on, then what sends back; what ends the item comes last. */
const RANK: Readonly<Record<string, number>> = {
  submit: 2,
  submit_results: 2,
  submit_interim: 3,
  return: 4,
  return_results: 4,
  recall: 5,
  recall_results: 5,
  drop_amendment: 5,
  cancel: 6,
  withdraw: 6,
};
const HANDING = 6;
const QUIET = 4;
const BLOCKED = 3;
const LAST = 10;
const UNCLEARED: ErrorCode = 'proofreading.personal-data';

/** The buttons of an item, main deed first. A deed that cannot be done yet says why and is not the main one. */
export function deedsView(sight: Sight, visitor: Visitor, { section, proof, links: beside }: BesideDeeds): Deed[] {
  const { id, version, contentHash } = sight.item;
  const seen = new URLSearchParams({ version: String(version), hash: contentHash });
  const hrefOf = (deed: string): string => (deed === 'sign' ? links.sign(section, id) : links.act(section, id, deed));
  const fromTable = sight.offers.map(({ name, label, asksReason, problems: objections }) => {
    const problems = [...objections, ...(isProofread(name) && proof.uncleared.length > 0 ? [UNCLEARED] : [])];
    const signsStale = name === sight.signingDeed && !isFresh(visitor);
    const asksOverride = isProofread(name) && proof.errors.length > 0;
    const opensPage = problems.length === 0 && (asksReason || signsStale || asksOverride || OPENS_PAGE.includes(name));
    return {
      rank: name === sight.signingDeed ? 0 : (RANK[name] ?? 5) + (problems.length > 0 ? BLOCKED : 0),
      deed: {
        name,
        label,
        href: opensPage ? `${hrefOf(name)}?${seen.toString()}` : hrefOf(name),
        opensPage,
        problems: problems.map((code) =>
          sentenceOf(code, { fiscalYear: sight.item.fiscalYear, count: proof.uncleared.length }, 'th'),
        ),
      },
    };
  });
  const emergencies = sight.offers
    .filter(({ problems }) => problems.length > 0 && problems.every(isFourEyes))
    .map(({ name, label }) => ({
      rank: LAST,
      deed: {
        name: `${name}-override`,
        label: emergencyLabel(label),
        href: `${links.act(section, id, name)}?${seen.toString()}&override=true`,
        opensPage: true,
        problems: [],
      },
    }));
  const handing = sight.handable.length > 0 ? [linkDeed(REASSIGN_LABEL, links.reassign(section, id), HANDING)] : [];
  return [...fromTable, ...beside, ...handing, ...emergencies]
    .sort((a, b) => a.rank - b.rank)
    .map(({ deed, rank }) => ({ ...deed, isQuiet: rank >= QUIET }));
}

/** A way to a page where something is written, beside the deeds of the lifecycle. */
export const linkDeed = (label: string, href: string, rank: number): RankedDeed => ({
  rank,
  deed: { name: label, label, href, opensPage: true, problems: [] },
});
