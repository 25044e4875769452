import { announcementLifecycle } from '../../../src/core/announcement/announcement.lifecycle.js';
import {
  assertEveryStateReachable,
  decide,
  lifecycleOf,
  offers,
  type Capacity,
  type Lifecycle,
} from '../../../src/core/lifecycle/lifecycle.js';
import { measureLifecycle } from '../../../src/core/measure/measure.lifecycle.js';
import { themedLayout } from '../../../src/core/report/layout-presets.js';
import { reportLifecycle } from '../../../src/core/report/report.lifecycle.js';

const CAPACITIES: readonly Capacity[] = [
  'officer',
  'division_head',
  'chief_administrator',
  'executive',
  'administrator',
  'auditor',
  'signer',
  'system',
];

/** Everybody whom the guards tell apart: no part in it yet but the draft, submitted it, wrote its text, signed in this round. */
const PEOPLE = ['drafter', 'submitter', 'author', 'signed'];
const PEOPLE_OF: Readonly<Record<string, readonly string[]>> = {
  '': PEOPLE,
  others: ['drafter'],
  submitter: ['submitter'],
  drafter: ['drafter'],
};

/**
 * The whole of each table in words: state, deed, in which capacity, next state, and by whom of these people when not by all of
 * them. Everything else has to be refused.
 */
const MEASURE = `
  draft submit officer division_review
  division_review sign_off signer division_review others
  division_review pass_divisions system executive_review
  executive_review approve signer approved others
  division_review return signer draft
  executive_review return signer draft
  division_review return_to_review signer division_review
  executive_review return_to_review signer division_review
  executive_review return_to_approval signer executive_review
  results_review return_to_results signer results_review
  division_review recall officer draft submitter
  results_review recall_results officer approved submitter
  approved submit_results officer results_review
  approved submit_interim officer results_review
  results_review endorse signer results_review others
  results_review complete system completed
  results_review return_results signer approved
  draft cancel executive cancelled
  approved cancel executive cancelled`;
/** The same while interim results are endorsed: they come back to the approved measure. */
const REVIEW_OF_INTERIM = MEASURE.replace(
  `results_review endorse signer results_review others
  results_review complete system completed`,
  `results_review endorse_interim signer results_review others
  results_review complete_interim system approved`,
);
/** The same for an amendment of a measure in force: its author may give it up, and nothing follows when it took effect. */
const AMENDMENT = MEASURE.replace(/\n *approved (submit|cancel).*/g, '').concat(`
  draft drop_amendment officer cancelled drafter`);
/** And after that measure was cancelled: it only goes back. */
const ORPHANED = AMENDMENT.replace(/^ *\S+ (submit|sign_off|approve) .*\n?/gm, '');
/** A measure that is being amended cannot be reported on yet. */
const BEING_AMENDED = MEASURE.replace(/^ *approved submit_.*\n?/gm, '');
const REPORT = `
  draft submit officer signing
  signing sign signer signed others
  signing return signer draft
  signing return_to_step signer signing
  signing recall officer draft submitter
  signed publish system published
  published supersede system superseded
  published withdraw executive withdrawn
  published withdraw chief_administrator withdrawn`;
const ANNOUNCEMENT = `
  draft submit officer signing
  signing sign signer signed others
  signing return signer draft
  signing return_to_step signer signing
  signing recall officer draft submitter
  signed publish system published
  published supersede system superseded
  published withdraw executive withdrawn`;

const FOUR_EYES = ['isNotOwnWork', 'hasNotDecidedYet', 'isOwnSubmission', 'isOwnDraft'];

const line = [{ kind: 'plain' as const, text: 'ข้อความ' }];
const content = {
  title: 'มาตรการ',
  theme: null,
  indicators: [],
  oCodes: [],
  methods: line,
  monitoring: line,
  results: line,
  outcomes: line,
  interim: { asOf: '2025-03-31', progress: 'in_progress' as const, results: line, outcomes: [] },
  evidence: [],
  period: { startsOn: null, endsOn: null, text: 'ปีงบประมาณ ๒๕๖๘' },
  responsible: { everyDivision: true, divisionIds: [], text: 'ทุกกอง' },
};
const item = {
  id: 'i',
  organizationId: 'o',
  fiscalYear: 2568,
  version: 1,
  round: 1,
  contentHash: 'h',
  submittedBy: 'submitter',
  authors: ['author'],
  decidedBy: [] as string[],
};
const subjects = {
  measure: { ...item, content },
  report: {
    ...item,
    content: {
      layout: themedLayout,
      assessment: null,
      measures: [{ measureId: 'm', contentHash: 'h', content }],
      gaps: [],
      gapsAcknowledged: false,
    },
  },
  announcement: { ...item, content: { template: 't.v1', languages: ['th' as const], parameters: {}, measureIds: [] } },
};

const amendment = { ...subjects.measure, amendsId: 'base', baseState: 'approved', createdBy: 'drafter' };

describe.each([
  ['measure', measureLifecycle, subjects.measure, MEASURE],
  ['measure under interim review', measureLifecycle, { ...subjects.measure, reviewing: 'interim' }, REVIEW_OF_INTERIM],
  ['amendment', measureLifecycle, amendment, AMENDMENT],
  ['amendment of a cancelled measure', measureLifecycle, { ...amendment, baseState: 'cancelled' }, ORPHANED],
  ['amended measure', measureLifecycle, { ...subjects.measure, openAmendment: true }, BEING_AMENDED],
  ['report', reportLifecycle, subjects.report, REPORT],
  ['announcement', announcementLifecycle, subjects.announcement, ANNOUNCEMENT],
] as const)('the %s lifecycle', (_name, table, subject, expected) => {
  const lifecycle = table as unknown as Lifecycle<string, typeof subject & { state: string }, string, string>; // one test for three types

  /** Every cell that is allowed, with the person to whom it is. */
  const allowedIn = (bent: typeof lifecycle): string[] => {
    const allowed: string[] = [];
    for (const state of Object.keys(bent.states)) {
      for (const transition of Object.keys(bent.transitions)) {
        for (const capacity of CAPACITIES) {
          for (const personId of PEOPLE) {
            const act = { actor: { personId, capacities: [capacity] }, reason: 'เหตุผล' };
            const decidedBy = ['signed'].filter((each) => each === personId);
            const decision = decide(bent, transition, { ...subject, decidedBy, state }, act);
            if (decision.allowed) allowed.push(`${state} ${transition} ${capacity} ${decision.to} ${personId}`);
          }
        }
      }
    }
    return allowed;
  };

  it('has no unreachable state', () => assertEveryStateReachable(lifecycle));

  it('allows exactly the cells of its table, over every state, deed and capacity', () => {
    const cells = expected
      .trim()
      .split('\n')
      .flatMap((each) => {
        const [state, transition, capacity, to, whom = ''] = each.trim().split(' ');
        return (PEOPLE_OF[whom] ?? []).map((person) => [state, transition, capacity, to, person].join(' '));
      });
    expect(allowedIn(lifecycle).sort()).toEqual(cells.sort());
  });

  it('allows somebody more where a guard of four eyes is lost', () => {
    for (const [name, line] of Object.entries(lifecycle.transitions)) {
      for (const lost of (line.guards ?? []).filter((guard) => FOUR_EYES.includes(guard.name))) {
        const guards = line.guards?.filter((guard) => guard !== lost);
        const bent = { ...lifecycle, transitions: { ...lifecycle.transitions, [name]: { ...line, guards } } };
        const isReachable = allowedIn(lifecycle).some((cell) => cell.split(' ')[1] === name);
        expect([name, lost.name, allowedIn(bent).length > allowedIn(lifecycle).length]).toEqual([
          name,
          lost.name,
          isReachable,
        ]);
      }
    }
  });

  it('labels every state and deed in Thai and English', () => {
    const labels = [...Object.values(lifecycle.states), ...Object.values(lifecycle.transitions)];
    expect(labels.filter(({ label, labelEn }) => !/[ก-๙]/.test(label) || !/^[A-Z]/.test(labelEn))).toEqual([]);
  });
});

describe('guards', () => {
  const officer = { actor: { personId: 'p', capacities: ['officer' as const] } };
  const signer = { actor: { personId: 'submitter', capacities: ['signer' as const] } };
  const measure = { ...subjects.measure, state: 'draft' };

  it('names every objection at once', () => {
    const empty = {
      ...measure,
      content: {
        ...content,
        title: ' ',
        methods: [],
        responsible: { everyDivision: false, divisionIds: [], text: '' },
        period: { startsOn: null, endsOn: null, text: '' },
      },
    };
    expect(decide(measureLifecycle, 'submit', empty, officer)).toEqual({
      allowed: false,
      problems: [
        'measure.title-missing',
        'measure.method-missing',
        'measure.division-missing',
        'measure.period-missing',
      ],
    });
  });

  it.each([
    ['a period from the first to the last day of the year', '2024-10-01', '2025-09-30', true],
    ['a period that begins a day too early', '2024-09-30', '2025-09-30', false],
    ['a period that ends a day too late', '2024-10-01', '2025-10-01', false],
  ])('judges %s', (_sentence, startsOn, endsOn, allowed) => {
    const within = { ...measure, content: { ...content, period: { startsOn, endsOn, text: 'x' } } };
    expect(decide(measureLifecycle, 'submit', within, officer).allowed).toBe(allowed);
  });

  it.each([
    ['sign_off', 'division_review'],
    ['approve', 'executive_review'],
    ['endorse', 'results_review'],
  ] as const)('nobody may %s their own submission', (transition, state) => {
    const decision = decide(measureLifecycle, transition, { ...measure, state }, signer);
    expect(decision).toEqual({ allowed: false, problems: ['route.own-submission'] });
  });

  it.each([
    [measureLifecycle, 'sign_off', { ...measure, state: 'division_review' }],
    [measureLifecycle, 'approve', { ...measure, state: 'executive_review' }],
    [measureLifecycle, 'endorse', { ...measure, state: 'results_review' }],
    [measureLifecycle, 'endorse_interim', { ...measure, state: 'results_review', reviewing: 'interim' }],
    [reportLifecycle, 'sign', { ...subjects.report, state: 'signing' }],
    [announcementLifecycle, 'sign', { ...subjects.announcement, state: 'signing' }],
  ] as const)('nobody decides on a text of their own, or twice: %# %s', (table, transition, subject) => {
    const lifecycle = table as unknown as Lifecycle<string, typeof subject, string, string>; // one test for three types
    const by = (personId: string) => ({ actor: { personId, capacities: ['signer' as const] } });
    expect(decide(lifecycle, transition, subject, by('author'))).toMatchObject({ problems: ['route.own-text'] });
    const again = { ...subject, decidedBy: ['p'] };
    expect(decide(lifecycle, transition, again, by('p'))).toMatchObject({ problems: ['route.already-decided'] });
  });

  it.each([
    ['without any', { ...content, interim: undefined }, false, ['measure.interim-missing']],
    ['that are endorsed already', content, true, ['measure.interim-endorsed']],
    ['that nobody endorsed', content, false, []],
  ])('interim results %s are submitted or not', (_which, words, interimEndorsed, problems) => {
    const approved = { ...measure, state: 'approved', content: words, interimEndorsed };
    const decision = decide(measureLifecycle, 'submit_interim', approved, officer);
    expect(decision.allowed ? [] : decision.problems).toEqual(problems);
  });

  it('one person does not count twice in a round', () => {
    const signed = { ...measure, state: 'executive_review', decidedBy: ['p'] };
    const act = { actor: { personId: 'p', capacities: ['signer' as const] } };
    expect(decide(measureLifecycle, 'approve', signed, act)).toEqual({
      allowed: false,
      problems: ['route.already-decided'],
    });
  });

  it.each([
    ['the submitter recalls before anybody decided', 'submitter', [], []],
    ['somebody else may not recall', 'p', [], ['route.not-own-submission']],
    ['nothing is recalled after a decision', 'submitter', ['head'], ['route.somebody-decided']],
  ])('%s', (_sentence, personId, decidedBy, problems) => {
    const act = { actor: { personId, capacities: ['officer' as const] } };
    const decision = decide(measureLifecycle, 'recall', { ...measure, state: 'division_review', decidedBy }, act);
    expect(decision.allowed ? [] : decision.problems).toEqual(problems);
  });

  it('a report with gaps is submitted only when they were acknowledged', () => {
    const gap = { measureId: 'm', title: 't', code: 'report.measure-incomplete' as const, state: 'approved' };
    const report = (gapsAcknowledged: boolean) => ({
      ...subjects.report,
      state: 'draft',
      content: { ...subjects.report.content, gaps: [gap], gapsAcknowledged },
    });
    expect(decide(reportLifecycle, 'submit', report(false), officer)).toEqual({
      allowed: false,
      problems: ['report.measure-incomplete'],
    });
    expect(decide(reportLifecycle, 'submit', report(true), officer).allowed).toBe(true);
  });
});

describe('a lifecycle', () => {
  it('offers the deeds of a capacity, those that would be refused with their reasons', () => {
    const empty = { ...subjects.measure, state: 'draft', content: { ...content, title: '' } };
    const offered = offers(measureLifecycle, empty, { personId: 'p', capacities: ['officer'] });
    expect(offered.map(({ name, problems }) => [name, problems])).toEqual([['submit', ['measure.title-missing']]]);
  });

  it('with a state that nothing leads to does not start', () => {
    const broken = lifecycleOf<{ state: string }>()({
      name: 'broken',
      initial: 'a' as 'a' | 'lost',
      states: {
        a: { label: 'ก', labelEn: 'A', tone: 'draft' },
        lost: { label: 'ข', labelEn: 'Lost', tone: 'stopped' },
      },
      transitions: { stay: { label: 'ค', labelEn: 'Stay', from: ['a'], to: 'a', by: ['officer'] } },
    });
    expect(() => assertEveryStateReachable(broken)).toThrow('lost');
  });
});
