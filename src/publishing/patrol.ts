import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { finishWork, quarantineWork, releaseWork, type Claim } from '../outbox/claims.js';
import { lookAgain } from './look-again.js';
import type { Observation } from './observation.js';
import { secondsToNextLook } from './patrol-times.js';
import type { Intent } from './read-intent.js';
import { eventOf, recordAttempt, updateIfCurrent } from './record-sight.js';
import type { Targets } from './targets/targets.js';

/** After so many restorations in 24 hours somebody may have taken it down on purpose: a person decides. */
const MOST_RESTORED = 3;

/** Raises the alarm in the transaction that records what was seen; whoever composes the worker says how. */
export type OnDrift = (tx: Tx, intent: Intent) => Promise<void>;

/**
 * Step publication.patrol: every published file and its page, and the absence of every withdrawn one, is looked at again and again
 * (RELIABILITY 4.7 P7). What differs is put right and told; the next look is asked for in the transaction of this one.
 */
export class Patrol {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly targets: Targets,
    private readonly onDrift: OnDrift,
  ) {}

  /** @throws as lookAgain */
  look(claim: Claim, signal: AbortSignal): Promise<void> {
    return lookAgain(this, { step: 'patrol', record: (...seen) => this.record(...seen) }, claim, signal);
  }

  private async record(tx: Tx, claim: Claim, intent: Intent, sight: Observation): Promise<void> {
    const holds = sight.verdict === 'matches';
    const isGivenUp = !holds && (await restoredToday(tx, intent)) >= MOST_RESTORED;
    const change = holds || isGivenUp ? {} : { observed: 'unknown' as const, verifiedAt: null, settledAt: null };
    if (!(await updateIfCurrent(tx, intent, sight, change))) return releaseWork(tx, claim);
    await recordAttempt(tx, intent, 'patrol', sight);
    if (holds) {
      await finishWork(tx, claim);
      return askForNextLook(tx, intent);
    }
    await appendAudit(tx, eventOf(intent, 'publication.drift'));
    await this.onDrift(tx, intent);
    if (isGivenUp) return quarantineWork(tx, claim, driftProblem(sight));
    await finishWork(tx, claim);
    await appendWork(tx, intent.organizationId, 'publication.send', intent.publicationId);
  }
}

const driftProblem = ({ outcome }: Observation): string =>
  `${new DomainError('publication.drifts-again').code} ${outcome}`;

/** Asks for the patrol's next look; none when the withdrawal is long past. */
export async function askForNextLook(
  tx: Tx,
  {
    organizationId,
    publicationId,
    presence,
    generation,
  }: Pick<Intent, 'organizationId' | 'publicationId' | 'presence' | 'generation'>,
): Promise<void> {
  const [row] = await tx.query<{ looks: number; age: number; second_of_day: number }[]>(
    `select (select count(*)::int from publication_attempt a where a.organization_id = p.organization_id
         and a.publication_id = p.id and a.generation = $3 and a.step = 'patrol') as looks,
       coalesce(extract(epoch from now() - p.verified_at), 0)::float as age,
       extract(epoch from now()::time)::int as second_of_day
     from publication p where p.organization_id = $1 and p.id = $2`,
    [organizationId, publicationId, generation],
  );
  if (!row) return;
  const seen = { looks: row.looks, age: row.age, secondOfDay: row.second_of_day };
  const after = secondsToNextLook({ publicationId, presence }, seen);
  if (after !== null) await appendWork(tx, organizationId, 'publication.patrol', publicationId, { after });
}

/** How often the patrol found it gone or altered in the last 24 hours, or since a person said: try again. This time not counted. */
async function restoredToday(tx: Tx, { organizationId, publicationId }: Intent): Promise<number> {
  const [row] = await tx.query<{ times: number }[]>(
    `select count(*)::int as times from publication_attempt a
     where a.organization_id = $1 and a.publication_id = $2 and a.step = 'patrol'
       and a.outcome not in ('matches', 'no answer') and a.outcome !~ '^status (429|5)'
       and a.attempted_at > now() - interval '24 hours' and not exists (
         select 1 from work w where w.organization_id = $1 and w.step = 'publication.patrol' and w.ref_id = $2
           and w.last_problem like 'publication.drifts-again%' and w.last_problem_at >= a.attempted_at)`,
    [organizationId, publicationId],
  );
  return row?.times ?? 0;
}
