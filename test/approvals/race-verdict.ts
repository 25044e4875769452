import { measureLifecycle, type MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { MeasureContent } from '../../src/core/measure/measure.js';
import type { TestDatabase } from '../support/database.js';
import type { Attempt, Race } from './race-course.js';

/** One line of a measure's history, as it stands in the audit log. */
export interface Event {
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  readonly contentHashBefore: string;
  readonly contentHashAfter: string;
}

/** A measure after the race, read past everything that the product does. */
export interface Finish {
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
  readonly content: MeasureContent;
  readonly events: readonly Event[];
  readonly amendments: number;
  /** How often the most diligent post signed in one round. */
  readonly mostSignatures: number;
}

/** Reads the finish of many races at once, as superuser. */
export async function finishesOf(database: TestDatabase, ids: readonly string[]): Promise<Map<string, Finish>> {
  const rows = await database.look<Finish & { id: string }>(
    `select m.id, m.state, m.version, m.content_hash as "contentHash", m.content,
       (select json_agg(e.event order by e.seq) from audit_event e
        where e.organization_id = m.organization_id and e.event ->> 'itemKind' = 'measure'
          and e.event ->> 'itemId' = m.id::text) as events,
       (select count(*)::int from measure a where a.organization_id = m.organization_id and a.amends_id = m.id)
         as amendments,
       (select coalesce(max(n), 0)::int from (
          select count(*) as n from decision d where d.organization_id = m.organization_id and d.item_id = m.id and d.affirms
          group by d.round, d.step, d.post_id) signed) as "mostSignatures"
     from measure m where m.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The product itself takes these when a stage is complete. */
const OF_THE_PRODUCT = ['pass_divisions', 'complete'];
/** Told to those who lost: the item moved on, or had been changed, before it was their turn. */
const LOST = [
  'item.changed-meanwhile',
  'item.shown-hash-differs',
  'lifecycle.wrong-state',
  'route.already-decided',
  'route.not-your-turn',
  'route.somebody-decided',
  'amendment.exists',
  'amendment.open',
];

/** Everything that is wrong with a race; nothing when each question had one winner and nobody's work was lost. */
export function wrongIn(race: Race, finish: Finish): string[] {
  return [
    ...wrongMoves(finish),
    ...wrongTexts(race.attempts, finish),
    ...wrongCounts(race, finish),
    ...race.attempts.filter(({ told }) => told !== 'done' && !LOST.includes(told)).map(({ told }) => `told ${told}`),
  ];
}

/** Every event starts where the one before ended, and every move is a line of the table. */
function wrongMoves({ events, state, version }: Finish): string[] {
  const wrong = events.flatMap(({ action, fromState, toState }, index) => {
    const before = events[index - 1]?.toState ?? '';
    const line = Object.hasOwn(measureLifecycle.transitions, action)
      ? measureLifecycle.transitions[action as MeasureTransition]
      : null; // drafting and editing are no transitions
    const isLegal = !line || ((line.from as readonly string[]).includes(fromState) && line.to === toState);
    return before === fromState && isLegal ? [] : [`${before} | ${action} ${fromState} -> ${toState}`];
  });
  if (events.at(-1)?.toState !== state)
    wrong.push(`the history ends in ${events.at(-1)?.toState}, the row in ${state}`);
  if (version !== events.length) wrong.push(`${events.length} events made version ${version}`);
  return wrong;
}

/** The texts follow each other without a gap, and the last one is the last winner's. */
function wrongTexts(attempts: readonly Attempt[], { events, contentHash, content }: Finish): string[] {
  const wrong = events.flatMap(({ action, contentHashBefore }, index) =>
    contentHashBefore === (events[index - 1]?.contentHashAfter ?? '') ? [] : [`${action} starts from another text`],
  );
  if (events.at(-1)?.contentHashAfter !== contentHash)
    wrong.push('the row holds a text that the history does not know');
  const kept = attempts.filter(({ word, told }) => word !== undefined && told === 'done');
  const shown = [content.title, ...content.results.map(({ text }) => text)];
  if (kept.some(({ word = '' }) => !shown.includes(word))) wrong.push('an edit that was told done is not there');
  const versions = kept.map(({ seenVersion }) => seenVersion);
  if (new Set(versions).size < versions.length) wrong.push('two edits were kept from one version');
  return wrong;
}

/** Whoever was told "done" stands in the history once, and nobody else does. */
function wrongCounts({ attempts, startedAt }: Race, { events, amendments, mostSignatures }: Finish): string[] {
  const raced = events.slice(startedAt).map(({ action }) => action);
  const actions = new Set([...attempts.map(({ action }) => action), ...raced]);
  const wrong = [...actions].flatMap((action) => {
    const done = attempts.filter((each) => each.action === action && each.told === 'done').length;
    const there = action === 'amend.draft' ? amendments : raced.filter((each) => each === action).length;
    if (OF_THE_PRODUCT.includes(action)) return there > 1 ? [`${action} ${there} times`] : [];
    return done === there ? [] : [`${action}: ${done} told done, ${there} in the history`];
  });
  if (mostSignatures > 1) wrong.push('a post signed twice in one round');
  if (amendments > 1) wrong.push('two amendments beside one measure');
  if (amendments === 0 && attempts.some(({ told }) => told === 'amendment.open'))
    wrong.push('results were held back by an amendment that is not there');
  return wrong;
}
