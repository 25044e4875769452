import type { Stage } from '../route/route.js';
import { KNOWN_DAYS } from './data/known-milestones.js';
import { fiscalYearSpan } from '../ita/fiscal-year.js';
import { planBackwards, type Holidays } from './working-days.js';

/** The days an assessment year turns on (DOMAIN 1.6). */
export const MILESTONES = [
  'measures-approved',
  'no-gift-announcement',
  'culture-activity',
  'oit-upload-close',
  'clarification',
  'result',
  'next-analysis',
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

export interface Milestone {
  readonly name: MilestoneName;
  /** First day of a window; the day itself otherwise. YYYY-MM-DD. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** False for a day nobody has compared with the year's own calendar: assumed from other years. */
  readonly verified: boolean;
}

/** Month and day within the fiscal year; the rhythm of the years that are known, assumed for the others (DOMAIN 1.6). */
const RHYTHM: Readonly<Record<MilestoneName, readonly [startsOn: string, endsOn: string]>> = {
  'measures-approved': ['12-30', '12-30'],
  'no-gift-announcement': ['01-15', '01-15'],
  'culture-activity': ['02-27', '02-27'],
  'oit-upload-close': ['04-30', '04-30'],
  clarification: ['06-01', '06-15'],
  result: ['08-31', '08-31'],
  'next-analysis': ['09-30', '09-30'],
};

/** The milestones of a fiscal year (Buddhist era) before an agency has said anything. */
export function defaultMilestones(fiscalYear: number): Milestone[] {
  const known = KNOWN_DAYS[fiscalYear] ?? {};
  return MILESTONES.map((name) => {
    const [startsOn, endsOn] = known[name] ?? RHYTHM[name].map((monthDay) => inFiscalYear(monthDay, fiscalYear));
    return { name, startsOn: startsOn ?? '', endsOn: endsOn ?? '', verified: name in known };
  });
}

function inFiscalYear(monthDay: string, fiscalYear: number): string {
  const { startsOn, endsOn } = fiscalYearSpan(fiscalYear);
  return `${(monthDay >= '10' ? startsOn : endsOn).slice(0, 4)}-${monthDay}`;
}

/** What has to be done for a milestone: by the route's stages, or by somebody preparing them. */
export type TaskName = 'write' | 'publish' | Stage;

export interface ClockTask {
  readonly milestone: MilestoneName;
  readonly task: TaskName;
  /** Last day to begin so that everything after it still fits, and the day it is due. */
  readonly startsOn: string;
  readonly dueOn: string;
}

/** Working days of each stage, from the agency's routes. */
export type StageDays = Readonly<Record<'measure' | 'report' | 'announcement', Partial<Record<Stage, number>>>>;

/** Time to write something, and to render, seal and publish it, in working days: an estimate, not a rule. */
const WRITING = 10;
const PUBLISHING = 1;

type Work = readonly [kind: keyof StageDays, stages: readonly Stage[], isPublished: boolean];

/** What each milestone waits for. A milestone that others set (clarification, result) asks for no work of its own. */
const WORK: Partial<Record<MilestoneName, Work>> = {
  'measures-approved': ['measure', ['review', 'approval'], false],
  'no-gift-announcement': ['announcement', ['signing'], true],
  'culture-activity': ['announcement', ['signing'], true],
  'oit-upload-close': ['report', ['results', 'signing'], true],
  'next-analysis': ['report', ['signing'], true],
};

/** Every task of the year, planned backwards from its milestone over working days. */
export function planMilestones(milestones: readonly Milestone[], days: StageDays, holidays: Holidays): ClockTask[] {
  return milestones.flatMap(({ name, endsOn }) => {
    const work = WORK[name];
    if (!work) return [];
    const [kind, stages, isPublished] = work;
    const spans = [
      { name: 'write', days: WRITING },
      ...stages.map((stage) => ({ name: stage, days: stageDays(days, kind, stage) })),
      ...(isPublished ? [{ name: 'publish', days: PUBLISHING }] : []),
    ];
    return planBackwards(endsOn, spans, holidays).map((span) => ({
      milestone: name,
      task: span.name as TaskName, // the spans above carry nothing else
      startsOn: span.startsOn,
      dueOn: span.dueOn,
    }));
  });
}

/** Used where a route sets no time. */
const USUAL_STAGE = 5;
/** Results are endorsed on the measures before the report about them is signed. */
const stageDays = (days: StageDays, kind: keyof StageDays, stage: Stage): number =>
  (stage === 'results' ? days.measure : days[kind])[stage] ?? USUAL_STAGE;
