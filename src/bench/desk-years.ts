import { uuidv7 } from 'uuidv7';
import { contentHash } from '../approvals/content-hash.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { BulkRows } from './bulk-insert.js';
import { chainOf, type ChainHead } from './desk-chain.js';
import { askedNow, askedRow, decisionRow, noticesOf, signaturesOf, versionsOf } from './desk-rows.js';

export const YEARS = 10;
const MEASURES_A_YEAR = 30;
/** Of the last year: what waits for the executive, each a decision of the benchmark. */
const WAITING = 24;
const LAST_YEAR = 2569;

/** Who did everything in one organization, by id. */
export interface Hands {
  readonly organizationId: string;
  readonly divisionId: string;
  readonly routeId: string;
  readonly officer: Hand;
  readonly head: Hand;
  readonly executive: Hand;
}

export interface Hand {
  readonly personId: string;
  readonly postId: string;
}

export interface Decade {
  /** Rows by table, in an order that foreign keys allow. */
  readonly tables: Readonly<Record<string, BulkRows>>;
  readonly head: ChainHead;
  readonly waiting: readonly { readonly id: string; readonly contentHash: string }[];
}

export type Deed = readonly [
  hand: 'officer' | 'head' | 'executive',
  action: string,
  from: string,
  to: string,
  stage: string,
];
const TO_THE_EXECUTIVE: readonly Deed[] = [
  ['officer', 'draft', '', 'draft', ''],
  ['officer', 'edit_plan', 'draft', 'draft', ''],
  ['officer', 'submit', 'draft', 'division_review', ''],
  ['head', 'sign_off', 'division_review', 'division_review', 'review'],
  ['officer', 'pass_divisions', 'division_review', 'executive_review', ''],
];
const TO_THE_END: readonly Deed[] = [
  ...TO_THE_EXECUTIVE,
  ['executive', 'approve', 'executive_review', 'approved', 'approval'],
  ['officer', 'record_results', 'approved', 'approved', ''],
  ['officer', 'submit_results', 'approved', 'results_review', ''],
  ['head', 'endorse', 'results_review', 'results_review', 'results'],
  ['officer', 'complete', 'results_review', 'completed', ''],
];

/** Ten years of measures with their versions, decisions, signatures, notices and a whole audit chain. */
export function decadeOf(hands: Hands, start: ChainHead): Decade {
  const measures = Array.from({ length: YEARS * MEASURES_A_YEAR }, (_unused, index) => measureOf(hands, index));
  const chain = chainOf(hands, measures, start);
  return {
    tables: {
      measure: measures.map(({ row }) => row),
      item_version: measures.flatMap((each) => versionsOf(hands, each)),
      decision: measures.flatMap((each) => signaturesOf(hands, each, decisionRow)),
      asked_signature: measures.flatMap((each) => [...signaturesOf(hands, each, askedRow), ...askedNow(hands, each)]),
      notice: measures.flatMap((each) => noticesOf(hands, each)),
      audit_event: chain.rows,
    },
    head: chain.head,
    waiting: measures.flatMap(({ row, isWaiting }) =>
      isWaiting ? [{ id: row.id, contentHash: row.content_hash }] : [],
    ),
  };
}

export interface BenchMeasure {
  readonly row: { readonly id: string; readonly content: MeasureContent; readonly content_hash: string } & Record<
    string,
    unknown
  >;
  readonly deeds: readonly Deed[];
  readonly isWaiting: boolean;
  /** Moment of the nth deed, ISO 8601. */
  readonly at: (nth: number) => string;
}

function measureOf({ organizationId, divisionId, routeId, officer }: Hands, index: number): BenchMeasure {
  const year = LAST_YEAR - YEARS + 1 + Math.floor(index / MEASURES_A_YEAR);
  const position = (index % MEASURES_A_YEAR) + 1;
  const isWaiting = year === LAST_YEAR && position <= WAITING;
  const deeds = isWaiting ? TO_THE_EXECUTIVE : TO_THE_END;
  const content = contentOf(year, position, divisionId);
  const begun = Date.UTC(year - 544, 10, 1) + position * 86_400_000;
  const at = (nth: number): string => new Date(begun + nth * 7 * 86_400_000).toISOString();
  const row = {
    organization_id: organizationId,
    id: uuidv7(),
    fiscal_year: year,
    title: content.title,
    position,
    state: deeds.at(-1)?.[3] ?? '',
    version: deeds.length,
    round: isWaiting ? 1 : 2,
    content,
    content_hash: contentHash(content),
    route_id: routeId,
    submitted_by: officer.personId,
    created_by: officer.personId,
    created_at: at(0),
    updated_at: at(deeds.length - 1),
  };
  return { row, deeds, isWaiting, at };
}

const SENTENCE = 'เผยแพร่แผนการใช้จ่ายงบประมาณประจำปีและรายงานผลทุกไตรมาสบนเว็บไซต์ของหน่วยงาน';
const contentOf = (year: number, position: number, divisionId: string): MeasureContent => ({
  title: `มาตรการที่ ${position} ปีงบประมาณ ${year}`,
  theme: null,
  indicators: [2],
  oCodes: ['O27'],
  methods: Array.from({ length: 5 }, () => ({ kind: 'numbered' as const, text: SENTENCE })),
  period: { startsOn: null, endsOn: null, text: `ปีงบประมาณ พ.ศ. ${year}` },
  responsible: { everyDivision: false, divisionIds: [divisionId], text: 'กองคลัง' },
  monitoring: [{ kind: 'dash', text: SENTENCE }],
  results: [{ kind: 'dash', text: SENTENCE }],
  outcomes: [{ kind: 'dash', text: SENTENCE }],
  evidence: [],
});
