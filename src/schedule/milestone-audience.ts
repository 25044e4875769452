import { holdersOf } from '../core/acting/holders.js';
import type { MeasureState } from '../core/measure/measure.js';
import type { MilestoneName, TaskName } from '../core/time/assessment-clock.js';
import { behindWith, type MeasureAtWork } from '../core/time/late-measures.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import type { PostKind } from '../organizations/organization.entities.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import type { Post, SigningDirectory } from '../organizations/who-may-act.queries.js';

/** A task of the assessment year that the clock has come to. */
export interface DueTask {
  readonly fiscalYear: number;
  readonly milestone: MilestoneName;
  readonly task: TaskName;
}

/** Whose hands a task is in: who prepares it, who decides on it, who watches over its publication. */
const HANDS: Readonly<Record<TaskName, readonly PostKind[]>> = {
  write: ['officer', 'division_head'],
  review: ['division_head'],
  results: ['division_head'],
  approval: ['executive'],
  signing: ['chief_administrator', 'executive'],
  publish: ['officer', 'administrator'],
};

/** What says that a milestone's document is signed, or on the web. */
const DOCUMENTS: Partial<
  Record<MilestoneName, { readonly table: 'report' | 'announcement'; readonly isOfIt: string }>
> = {
  'no-gift-announcement': { table: 'announcement', isOfIt: `template like 'no-gift-announcement%'` },
  'oit-upload-close': { table: 'report', isOfIt: `kind = 'implementation'` },
  'next-analysis': { table: 'report', isOfIt: `kind = 'ita-analysis'` },
};

/**
 * Who is to be told of a task today; null when it is done already. Heads hear of tasks that measures of their own division hold
 * up; the activity for a culture of integrity is told to all, because nothing here says that it took place.
 */
export async function audienceOfTask(
  tx: Tx,
  organizationId: OrganizationId,
  due: DueTask,
  directory: SigningDirectory,
): Promise<readonly string[] | null> {
  const divisionIds = await divisionsBehind(tx, organizationId, due);
  if (divisionIds !== null && divisionIds.length === 0) return null;
  if (divisionIds === null && (await isDocumentDone(tx, organizationId, due))) return null;
  const posts = directory.posts.filter(
    ({ kind, divisionId }) =>
      HANDS[due.task].includes(kind) &&
      (kind !== 'division_head' || divisionIds === null || divisionIds.includes(divisionId ?? '')),
  );
  return [...new Set(posts.flatMap((post) => holdersToday(post, directory)))];
}

/** Divisions whose measures hold a task up; null when measures have nothing to do with it. */
async function divisionsBehind(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, milestone, task }: DueTask,
): Promise<readonly string[] | null> {
  const measures = await measuresOfYear(tx, organizationId, fiscalYear);
  const atWork: MeasureAtWork[] = measures.map(({ state, reviewing, content }) => ({
    state: state as MeasureState, // the table's check allows no other
    reviewing,
    responsible: content.responsible,
  }));
  const divisionIds = (await divisionsOf(tx, organizationId)).map(({ id }) => id);
  const isEmptyYear = measures.length === 0 && task === 'write';
  return isEmptyYear && milestone === 'measures-approved'
    ? divisionIds
    : behindWith({ milestone, task }, atWork, divisionIds);
}

async function isDocumentDone(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, milestone, task }: DueTask,
): Promise<boolean> {
  const document = DOCUMENTS[milestone];
  if (!document) return false;
  const states = DONE_STATES[task === 'write' || task === 'publish' ? task : 'signing'];
  const rows: object[] = await tx.query(
    `select 1 from ${document.table} where organization_id = $1 and fiscal_year = $2 and ${document.isOfIt}
       and state = any ($3) limit 1`,
    [organizationId, fiscalYear, states],
  );
  return rows.length > 0;
}

const DONE_STATES = {
  write: ['signing', 'signed', 'published', 'superseded'],
  signing: ['signed', 'published', 'superseded'],
  publish: ['published', 'superseded'],
} as const;

const holdersToday = ({ postId, appointed }: Post, directory: SigningDirectory): string[] =>
  holdersOf(postId, appointed, directory.orders, { ...directory, itemKind: null }).map(({ personId }) => personId);
