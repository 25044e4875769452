import type { Person } from './cast.js';
import type { ModelItem } from './item-model.js';
import type { ModelStep } from './agency-model.js';

/** What the model answers: the state and version afterwards, or every reason to refuse, sorted. */
export type Outcome = { readonly state: string; readonly version: number } | { readonly refused: readonly string[] };

export const refused = (...codes: readonly string[]): Outcome => ({ refused: [...new Set(codes)].sort() });

export interface Given {
  readonly person: Person;
  readonly hasReason: boolean;
  readonly override: boolean;
  /** What the person had read: the text that stands, an older one, or they do not say. */
  readonly read: 'this' | 'another' | 'unsaid';
  /** Of a return: the step it goes back to. */
  readonly backTo: number | null;
}

/** One deed in words: in which states, by whom, what speaks against it, what it does. */
interface Deed {
  readonly in: readonly string[];
  readonly by: (item: ModelItem, person: Person) => boolean;
  readonly objections?: (item: ModelItem, person: Person) => string[];
  readonly asksReason?: boolean;
  readonly signs?: boolean;
  readonly does: (item: ModelItem, given: Given) => void;
}

const officer = ({ agency }: ModelItem, person: Person): boolean => agency.isA(person, 'officer');
const executive = ({ agency }: ModelItem, person: Person): boolean => agency.isA(person, 'executive');
const either = ({ agency }: ModelItem, person: Person): boolean =>
  agency.isA(person, 'executive', 'chief_administrator');
const asked = (item: ModelItem, person: Person): boolean => item.postsOf(person).length > 0;

/** The four eyes: not who submitted, not who wrote, and nobody twice. */
const ownEyes = (item: ModelItem, person: Person): string[] => [
  ...(item.submitter === person ? ['route.own-submission'] : item.authors.has(person) ? ['route.own-text'] : []),
  ...(item.hasSigned(person) ? ['route.already-decided'] : []),
];
const whyNoRecall = (item: ModelItem, person: Person): string[] => [
  ...(item.submitter === person ? [] : ['route.not-own-submission']),
  ...(item.signed.length > 0 ? ['route.somebody-decided'] : []),
];

const becomes =
  (action: string, state: string) =>
  (item: ModelItem): void =>
    item.move(action, state);

/** A submission opens a round: nobody has signed yet, and the route is the one it started with. */
const opens =
  (action: string, state: string) =>
  (item: ModelItem, { person }: Given): void => {
    item.signed = [];
    item.handed.clear();
    item.submitter = person;
    item.route ??= item.agency.routes[item.kind];
    item.move(action, state);
  };

/** Signs; with the last signature the item moves on. */
const signs =
  (action: string, next: { readonly state: string; readonly byProduct?: string }) =>
  (item: ModelItem, { person }: Given): void => {
    const step = item.askedStep ?? -1;
    item.signed.push(...item.placesOf(person).map((post) => ({ step, post, person })));
    const isLast = item.askedStep === null;
    if (next.byProduct) {
      item.move(action, item.state);
      if (isLast) item.move(next.byProduct, next.state);
    } else if (isLast) {
      if (action === 'approve' && item.amends) takeEffect(item, item.amends);
      item.move(action, next.state);
    } else item.history.push(action);
  };

/** What was amended takes the new plan; its results stay its own. */
function takeEffect(amendment: ModelItem, measure: ModelItem): void {
  measure.plan = amendment.plan;
  measure.version += 1;
  measure.history.push('amend');
}

/** A return to the author, or to an earlier step, from which on signatures count no more. */
const returns =
  (action: string, state: string) =>
  (item: ModelItem, { backTo }: Given): void => {
    if (backTo === null) return item.move(action, state);
    const stage = item.route?.[backTo]?.stage ?? 'review';
    item.signed = item.signed.filter(({ step }) => step < backTo);
    item.move(RETURN_TO[stage].action, RETURN_TO[stage].state ?? item.state);
  };
const RETURN_TO: Readonly<Record<ModelStep['stage'], { readonly action: string; readonly state?: string }>> = {
  review: { action: 'return_to_review', state: 'division_review' },
  approval: { action: 'return_to_approval' },
  results: { action: 'return_to_results' },
  signing: { action: 'return_to_step' },
};

const lacking =
  (...names: readonly string[]) =>
  ({ plan, results }: ModelItem): string[] => {
    const lacks = [plan.lacks, results.lacks].filter((each) => each !== null && names.includes(each));
    const none = names.includes('division') && plan.divisions !== 'every' && plan.divisions.length === 0;
    return [...lacks.map((each) => LACKS[each ?? ''] ?? ''), ...(none ? ['measure.division-missing'] : [])];
  };
const LACKS: Readonly<Record<string, string>> = {
  title: 'measure.title-missing',
  method: 'measure.method-missing',
  period: 'measure.period-missing',
  'the fiscal year': 'measure.period-outside-year',
  results: 'measure.results-missing',
  outcomes: 'measure.outcomes-missing',
};
/** The measure that this would change is in force no more. */
const baseMoved = ({ amends }: ModelItem): string[] =>
  amends && amends.state !== 'approved' ? ['amendment.base-moved'] : [];
const amendmentOpen = (item: ModelItem): string[] => (item.isBeingAmended ? ['amendment.open'] : []);
const wholePlan = (item: ModelItem): string[] => [...baseMoved(item), ...textOfPlan(item)];
const textOfPlan = lacking('title', 'method', 'period', 'the fiscal year', 'division');
/** Results may lack both parts at once; an amendment has none of its own. */
const wholeResults = (item: ModelItem): string[] => [
  ...notSpent(item),
  ...amendmentOpen(item),
  ...(item.results.word === 0
    ? ['measure.results-missing', 'measure.outcomes-missing']
    : lacking('results', 'outcomes')(item)),
];
/** Interim results need some text, and a change since they were endorsed. */
const openInterim = (item: ModelItem): string[] => [
  ...notSpent(item),
  ...amendmentOpen(item),
  ...(item.interim === 0 ? ['measure.interim-missing'] : []),
  ...(item.isInterimEndorsed ? ['measure.interim-endorsed'] : []),
];
const ownEyesOn =
  (phase: 'interim' | 'year') =>
  (item: ModelItem, person: Person): string[] => [
    ...(item.reviewsInterim === (phase === 'interim') ? [] : ['lifecycle.wrong-state']),
    ...ownEyes(item, person),
  ];

/** Opens a round about the interim results only. */
const opensInterim = (item: ModelItem, given: Given): void => {
  opens('submit_interim', 'results_review')(item, given);
  item.reviewsInterim = true;
};
/** With the last signature the measure goes on as before, its interim results endorsed. */
const endorsesInterim = (item: ModelItem, given: Given): void => {
  signs('endorse_interim', { state: 'approved', byProduct: 'complete_interim' })(item, given);
  if (item.state !== 'approved') return;
  item.reviewsInterim = false;
  item.isInterimEndorsed = true;
};
/** Back to the officer nothing is under review. */
const endsReview =
  (does: Deed['does']): Deed['does'] =>
  (item, given) => {
    does(item, given);
    if (item.state === 'approved') item.reviewsInterim = false;
  };

/** Whoever drafted an amendment gives it up; nothing else is given up. */
const whyNoDrop = ({ amends, author }: ModelItem, person: Person): string[] =>
  amends === null ? ['lifecycle.wrong-state'] : author === person ? [] : ['amendment.not-own'];
const planEyes = (item: ModelItem, person: Person): string[] => [...baseMoved(item), ...ownEyes(item, person)];

const notSpent = (item: ModelItem): string[] => (item.isSpent ? ['lifecycle.wrong-state'] : []);

// prettier-ignore
const OF_MEASURES: Readonly<Record<string, Deed>> = {
  submit:         { in: ['draft'], by: officer, objections: wholePlan, does: opens('submit', 'division_review') },
  sign_off:       { in: ['division_review'], by: asked, objections: planEyes, signs: true, does: signs('sign_off', { state: 'executive_review', byProduct: 'pass_divisions' }) },
  approve:        { in: ['executive_review'], by: asked, objections: planEyes, signs: true, does: signs('approve', { state: 'approved' }) },
  return:         { in: ['division_review', 'executive_review'], by: asked, asksReason: true, does: returns('return', 'draft') },
  recall:         { in: ['division_review'], by: officer, objections: whyNoRecall, does: becomes('recall', 'draft') },
  submit_results: { in: ['approved'], by: officer, objections: wholeResults, does: opens('submit_results', 'results_review') },
  endorse:        { in: ['results_review'], by: asked, objections: ownEyesOn('year'), signs: true, does: signs('endorse', { state: 'completed', byProduct: 'complete' }) },
  return_results: { in: ['results_review'], by: asked, asksReason: true, does: endsReview(returns('return_results', 'approved')) },
  submit_interim: { in: ['approved'], by: officer, objections: openInterim, does: opensInterim },
  endorse_interim: { in: ['results_review'], by: asked, objections: ownEyesOn('interim'), signs: true, does: endorsesInterim },
  recall_results: { in: ['results_review'], by: officer, objections: whyNoRecall, does: endsReview(becomes('recall_results', 'approved')) },
  drop_amendment: { in: ['draft'], by: officer, objections: whyNoDrop, does: becomes('drop_amendment', 'cancelled') },
  cancel:         { in: ['draft', 'approved'], by: executive, objections: notSpent, asksReason: true, does: becomes('cancel', 'cancelled') },
};
// prettier-ignore
const OF_DOCUMENTS: Readonly<Record<string, Deed>> = {
  submit: { in: ['draft'], by: officer, does: opens('submit', 'signing') },
  sign:   { in: ['signing'], by: asked, objections: ownEyes, signs: true, does: signs('sign', { state: 'signed' }) },
  return: { in: ['signing'], by: asked, asksReason: true, does: returns('return', 'draft') },
  recall: { in: ['signing'], by: officer, objections: whyNoRecall, does: becomes('recall', 'draft') },
};

/** Every deed of people, by kind of item. */
export const DEEDS: Readonly<Record<ModelItem['kind'], Readonly<Record<string, Deed>>>> = {
  measure: OF_MEASURES,
  report: {
    ...OF_DOCUMENTS,
    withdraw: { in: ['published'], by: either, asksReason: true, does: becomes('withdraw', 'withdrawn') },
  },
  announcement: {
    ...OF_DOCUMENTS,
    withdraw: { in: ['published'], by: executive, asksReason: true, does: becomes('withdraw', 'withdrawn') },
  },
};

/** Judges a deed and, when nothing speaks against it, does it. */
export function attempt(item: ModelItem, name: string, given: Given): Outcome {
  const deed = DEEDS[item.kind][name];
  if (!deed) return refused('request.not-found');
  if (given.read === 'another') return refused('item.shown-hash-differs');
  if (given.backTo !== null && isReturn(name) && deed.in.includes(item.state) && !isEarlier(item, given.backTo))
    return refused('route.step-not-earlier');
  if (!deed.in.includes(item.state)) return refused('lifecycle.wrong-state');
  if (!deed.by(item, given.person)) return refused(whyNotYou(item, deed, given.person));

  const objections = deed.objections?.(item, given.person) ?? [];
  if (deed.asksReason && !given.hasReason) objections.push('lifecycle.reason-missing');
  const isEmergency = given.override && objections.length > 0 && objections.every((code) => FOUR_EYES.includes(code));
  if (objections.length > 0 && !isEmergency) return refused(...objections);
  if (isEmergency && !given.hasReason) return refused('lifecycle.reason-missing');
  if (deed.signs && given.read === 'unsaid') return refused('item.shown-hash-differs');

  if (isEmergency) {
    item.agency.overrides.push({ person: given.person, history: item.history });
    item.history.push('override');
  }
  deed.does(item, given);
  return { state: item.state, version: item.version };
}

const FOUR_EYES = ['route.own-submission', 'route.own-text', 'route.already-decided'];
const isReturn = (name: string): boolean => name === 'return' || name === 'return_results';

/** A step before the one that is asked, in this stage or, for a plan, in the divisions' review. */
const isEarlier = (item: ModelItem, backTo: number): boolean => {
  const stage = item.route?.[backTo]?.stage;
  const isReachable = stage === item.stage || (item.stage === 'approval' && stage === 'review');
  return isReachable && item.askedPosts.length > 0 && item.askedStep !== null && backTo < item.askedStep;
};

const whyNotYou = (item: ModelItem, deed: Deed, person: Person): string =>
  deed.by !== asked || item.stage === null
    ? 'lifecycle.wrong-capacity'
    : item.hasSigned(person)
      ? 'route.already-decided'
      : 'route.not-your-turn';

/** Deeds that the model allows somebody now, with who: walks that only stumble see little. */
export function possible(item: ModelItem, people: readonly Person[]): { name: string; person: Person }[] {
  return Object.entries(DEEDS[item.kind]).flatMap(([name, deed]) =>
    deed.in.includes(item.state)
      ? people.filter((person) => deed.by(item, person)).map((person) => ({ name, person }))
      : [],
  );
}
