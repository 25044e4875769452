import type { DemoCast } from '../app/demo-cast.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { MeasureTransition } from '../core/measure/measure.lifecycle.js';
import { actOnMeasure } from '../measures/act-on-measure.js';
import { draftMeasure } from '../measures/save-measure.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import { quantile } from './quantile.js';

const MEASURES = 300;
const AT_ONCE = 4;
const FISCAL_YEAR = 2568;
const WAY: readonly (readonly [string, MeasureTransition])[] = [
  ['officer', 'submit'],
  ['head-office', 'sign_off'],
  ['executive', 'approve'],
];

export interface MeasureFigures {
  readonly measures: number;
  readonly atOnce: number;
  /** Each through submission, one division's sign-off and approval: three transactions with their audit events. */
  readonly measuresPerSecond: number;
  readonly medianDeedMs: number;
  readonly slowestHundredthDeedMs: number;
}

/** Carries 300 drafted measures of one agency to approval, four at a time: they meet at the agency's one audit chain. */
export async function benchMeasures(cast: DemoCast): Promise<MeasureFigures> {
  const drafts = await draftAll(cast);
  const deedMs: number[] = [];
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, () => carryRest(cast, drafts, deedMs)));
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    measures: MEASURES,
    atOnce: AT_ONCE,
    measuresPerSecond: Math.round((MEASURES / seconds) * 10) / 10,
    medianDeedMs: quantile(deedMs, 0.5),
    slowestHundredthDeedMs: quantile(deedMs, 0.99),
  };
}

interface Draft {
  readonly id: string;
  readonly contentHash: string;
}

async function draftAll(cast: DemoCast): Promise<Draft[]> {
  const [division] = await cast.look((tx) => divisionsOf(tx, cast.organizationId));
  if (!division) throw new Error('the demo organization has no division');
  const drafts: Draft[] = [];
  for (let each = 1; each <= MEASURES; each += 1) {
    const content = measureOf(each, division);
    drafts.push(
      await cast.as('officer', (tx, actor) =>
        draftMeasure(tx, { organizationId: cast.organizationId, actor, fiscalYear: FISCAL_YEAR, content }),
      ),
    );
  }
  return drafts;
}

async function carryRest(cast: DemoCast, drafts: Draft[], deedMs: number[]): Promise<void> {
  for (let draft = drafts.pop(); draft; draft = drafts.pop()) {
    const { id: itemId, contentHash: shownHash } = draft;
    for (const [who, transition] of WAY) {
      const startedAt = performance.now();
      await cast.as(who, (tx, actor) =>
        actOnMeasure(tx, {
          organizationId: cast.organizationId,
          itemId,
          transition,
          actor,
          seenVersion: null,
          shownHash,
        }),
      );
      deedMs.push(performance.now() - startedAt);
    }
  }
}

const measureOf = (number: number, division: { id: string; name: string }): MeasureContent => ({
  title: `Measure ${number}`,
  theme: null,
  indicators: [2],
  oCodes: ['O27'],
  methods: [{ kind: 'numbered', text: 'Publish the spending plan every quarter' }],
  period: { startsOn: '2024-10-01', endsOn: '2025-09-30', text: '2568' },
  responsible: { everyDivision: false, divisionIds: [division.id], text: division.name },
  monitoring: [],
  results: [],
  outcomes: [],
  evidence: [],
});
