import type { ClearingForm, FindingListProps, FindingView } from '../../../templates/web/components/finding-list.js';
import { fieldLabel } from '../../../templates/web/field-labels.js';
import { links } from '../../../templates/web/links.js';
import { clearedText, findingTitle, moreFindings, proofHeadline } from '../../../templates/web/words/proof-words.js';
import type { Severity } from '../../core/proofreading/finding.js';
import { personalDataRule } from '../../core/proofreading/personal-data.rule.js';
import type { ItemFinding } from '../../proofreading/item-findings.js';

export interface FindingPlaces {
  /** The field of a measure, or the words of another document; null when it cannot be corrected from here. */
  readonly hrefOf: (finding: ItemFinding) => string | null;
  /** Titles of a report's measures by id; a measure's own page needs none. */
  readonly titles?: ReadonlyMap<string, string>;
  /** Absent where nobody may clear personal data now. */
  readonly clearing?: ClearingForm;
}

const MOST_SHOWN = 60;
const ORDER: readonly Severity[] = ['E', 'W', 'I'];

/** Findings for a page: the gravest first, each with its place and where it is corrected. */
export function findingList(
  findings: readonly ItemFinding[],
  { hrefOf, titles, clearing }: FindingPlaces,
): FindingListProps {
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const shown = sorted.slice(0, MOST_SHOWN);
  return {
    headline: proofHeadline(findings.map(({ severity }) => severity)),
    findings: shown.map((finding) => findingView(finding, hrefOf(finding), titles, clearing !== undefined)),
    moreText: moreFindings(sorted.length - shown.length),
    ...(clearing ? { clearing } : {}),
  };
}

function findingView(
  finding: ItemFinding,
  href: string | null,
  titles: FindingPlaces['titles'],
  mayClear: boolean,
): FindingView {
  const { key, severity, rule, quote, message, suggestion, clearance } = finding;
  return {
    key,
    weight: severity,
    title: findingTitle(severity, rule),
    place: placeText(finding, titles),
    href,
    quote,
    sentence: message.th,
    suggestion,
    cleared: clearance ? clearedText(clearance.clearedBy, clearance.reason) : null,
    mayClear: mayClear && rule === personalDataRule.id && severity === 'E' && clearance === null,
  };
}

/** "<title> · <field>" in a report, the field alone on a measure, the column of a table elsewhere. */
function placeText({ at, place }: ItemFinding, titles: FindingPlaces['titles']): string {
  if (at === null) return place.column ?? '';
  const [measureId = '', field = ''] = at.split('.');
  return [titles?.get(measureId), fieldLabel(field, 'th')].filter(Boolean).join(' · ');
}

/** Ids of inputs on the forms, by the field of the data. */
const PLAN_INPUTS: Readonly<Record<string, string>> = {
  title: 'title',
  theme: 'theme',
  methods: 'methods',
  period: 'periodText',
  responsible: 'responsibleText',
  monitoring: 'monitoring',
};
const RESULT_INPUTS: readonly string[] = ['results', 'outcomes', 'files'];

/** The input where an officer corrects a finding of a measure in this state. */
export function correctionOf(finding: Pick<ItemFinding, 'at'>, item: { id: string; state: string }): string | null {
  const field = finding.at?.split('.')[1] ?? '';
  if (item.state === 'draft' && PLAN_INPUTS[field]) return `${links.editMeasure(item.id)}#${PLAN_INPUTS[field]}`;
  if (item.state === 'approved' && RESULT_INPUTS.includes(field)) return `${links.measureResults(item.id)}#${field}`;
  if (item.state === 'approved' && field === 'interim') return `${links.measureInterim(item.id)}#results`;
  return null;
}
