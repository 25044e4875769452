import { verifyStoredChain } from '../../src/audit/verify-stored-chain.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import type { BlobStore } from '../../src/storage/blob-store.js';
import type { TestAgency } from '../support/agency.js';
import type { TestDatabase } from '../support/database.js';
import type { Acknowledged } from './acknowledgements.js';
import type { Witness } from './witness.js';

/**
 * What must never be true, at any moment, whatever was killed. Looks with a superuser's eyes at rows, files and at what
 * the witness remembers; not through the code under test.
 * @returns one line for each violation
 */
export async function violationsNow(database: TestDatabase, site: Witness): Promise<string[]> {
  return [...(await doneTwice(database)), ...(await publishedUnseen(database, site)), ...(await gapsInLog(database))];
}

/** What must be true when everything was given time to end. */
export async function violationsAfterCalm(
  { agency, site, blobs }: { agency: TestAgency; site: Witness; blobs: BlobStore },
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const { database } = agency;
  return [
    ...(await violationsNow(database, site)),
    ...(await lost(database, acknowledged)),
    ...(await unfinished(database)),
    ...(await brokenFiles(database, blobs)),
    ...(await brokenChain(agency)),
  ];
}

/** Everything that was begun has been seen by the public. */
export async function unfinished(database: TestDatabase): Promise<string[]> {
  const rows = await database.look<{ id: string; state: string; cause: string | null }>(
    `select e.id, e.state, (select string_agg(w.step || ' ' || w.state || ' ' || coalesce(w.last_problem, ''), '; ')
       from work w where w.state <> 'done' and w.step not in ('publication.recheck', 'publication.patrol') and w.ref_id in (e.id, p.id)) as cause
     from edition e left join publication p on p.edition_id = e.id where p.verified_at is null`,
  );
  return rows.map(({ id, state, cause }) => `unfinished: edition ${id} is ${state} (${cause ?? 'no work'})`);
}

/** Each deed that was acknowledged stands in the log exactly once, and its item has reached the end of its way. */
async function lost(database: TestDatabase, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const rows = await database.look<{ item: string; deed: string; state: string | null }>(
    `with ended as (select id, state, state = 'published' as at_end from announcement
       union all select id, state, state = 'completed' from measure),
     done as (select event ->> 'itemId' as item, event ->> 'action' as deed, p.user_name as by, count(*) as times
       from audit_event e join person p on p.id::text = e.event ->> 'actorPersonId' group by 1, 2, 3)
     select given.item, given.deed, ended.state
     from unnest($1::text[], $2::text[], $3::text[]) as given (item, deed, by)
     left join ended on ended.id::text = given.item left join done using (item, deed, by)
     where ended.at_end is not true or done.times is distinct from 1`,
    [acknowledged.map(({ itemId }) => itemId), acknowledged.map(({ deed }) => deed), acknowledged.map(({ by }) => by)],
  );
  return rows.map(({ item, deed, state }) => `lost: ${deed} of ${item} was acknowledged, it is ${state}`);
}

/** Nothing is returned in these runs, so nobody does one of these deeds twice to one item. */
const ONCE_EACH = [
  ...['draft', 'submit', 'sign', 'publish', 'sign_off', 'pass_divisions', 'approve'],
  ...['record_results', 'submit_results', 'endorse', 'complete'],
  ...['edition.freeze', 'edition.render', 'edition.seal', 'publication.publish'],
];

async function doneTwice(database: TestDatabase): Promise<string[]> {
  const events = await database.look<{ action: string; item: string; times: number }>(
    `select event ->> 'action' as action, event ->> 'itemId' as item, count(*)::int as times from audit_event
     where event ->> 'action' = any($1)
     group by 1, 2, event ->> 'actorPersonId', event ->> 'fileSha256' having count(*) > 1`,
    [ONCE_EACH],
  );
  const entries = await database.look<{ edition_id: string }>(
    'select edition_id from public_entry group by edition_id having count(*) > 1',
  );
  return [
    ...events.map(({ action, item, times }) => `twice: ${action} of ${item} was recorded ${times} times`),
    ...entries.map(({ edition_id }) => `twice: edition ${edition_id} stands on the site more than once`),
  ];
}

async function publishedUnseen(database: TestDatabase, site: Witness): Promise<string[]> {
  const rows = await database.look<{ sha256: string; at: string }>(
    `select event ->> 'fileSha256' as sha256, event ->> 'at' as at from audit_event
     where event ->> 'action' = 'publication.publish'`,
  );
  return rows
    .filter(({ sha256, at }) => (site.delivered.get(sha256) ?? Infinity) > Date.parse(at))
    .map(({ sha256 }) => `unseen: ${sha256} was called published before anybody could fetch it`);
}

async function gapsInLog(database: TestDatabase): Promise<string[]> {
  const rows = await database.look<{ organization_id: string }>(
    `select organization_id from audit_event group by organization_id having max(seq) <> count(*)`,
  );
  return rows.map(({ organization_id }) => `log: events of ${organization_id} are missing`);
}

/** The auditor's own verifier is asked here. */
async function brokenChain({ unitOfWork, organizationId }: TestAgency): Promise<string[]> {
  const verdict = await unitOfWork.inTenant(organizationId, (tx) => verifyStoredChain(tx, organizationId));
  return verdict?.intact ? [] : [`log: the chain does not hold: ${JSON.stringify(verdict)}`];
}

async function brokenFiles(database: TestDatabase, blobs: BlobStore): Promise<string[]> {
  const rows = await database.look<{ sha256: string }>(
    `select sealed_sha256 as sha256 from edition where state = 'sealed'`,
  );
  const verdicts = await Promise.all(rows.map(async ({ sha256 }) => verifySealedPdf(await blobs.get(sha256))));
  return verdicts.filter(({ authentic }) => !authentic).map(({ sha256 }) => `file: ${sha256} is not authentic`);
}
