import { setTimeout as pause } from 'node:timers/promises';
import { actOnAnnouncement } from '../announcements/act-on-announcement.js';
import { draftAnnouncement } from '../announcements/draft-announcement.js';
import type { DemoCast } from '../app/demo-cast.js';
import { quantile } from './quantile.js';

const DOCUMENTS = 60;
const FISCAL_YEAR = 2569;
const PATIENCE_MS = 300_000;

export interface DocumentFigures {
  readonly documents: number;
  /** From the first signature until the last document was fetched back from its public address. */
  readonly documentsPerMinute: number;
  /** Seconds from the signature of a document until it was fetched back, all signed at once. */
  readonly medianSeconds: number;
  readonly slowestTenthSeconds: number;
}

/** Signs 60 announcements at once and waits until each was printed, sealed, published and fetched back. */
export async function benchDocuments(cast: DemoCast): Promise<DocumentFigures> {
  const submitted: Waiting[] = [];
  for (let each = 1; each <= DOCUMENTS; each += 1) submitted.push(await submittedAnnouncement(cast, each));
  const startedAt = performance.now();
  for (const announcement of submitted) await act(cast, 'executive', 'sign', announcement);
  await untilEverybodyCanFetch(cast);
  const minutes = (performance.now() - startedAt) / 60_000;
  const seconds = await secondsToThePublic(cast);
  return {
    documents: DOCUMENTS,
    documentsPerMinute: Math.round(DOCUMENTS / minutes),
    medianSeconds: quantile(seconds, 0.5),
    slowestTenthSeconds: quantile(seconds, 0.9),
  };
}

interface Waiting {
  readonly id: string;
  readonly contentHash: string;
}

async function submittedAnnouncement(cast: DemoCast, number: number): Promise<Waiting> {
  const announcement = await cast.as('officer', (tx, actor) =>
    draftAnnouncement(tx, {
      organizationId: cast.organizationId,
      actor,
      fiscalYear: FISCAL_YEAR,
      template: 'no-gift-announcement',
      languages: ['th'],
      parameters: { reportingChannels: `https://www.example.go.th/report/${number}`, furtherRules: [] },
    }),
  );
  await act(cast, 'officer', 'submit', announcement);
  return announcement;
}

const act = (
  cast: DemoCast,
  who: string,
  transition: 'submit' | 'sign',
  { id, contentHash }: Waiting,
): Promise<unknown> =>
  cast.as(who, (tx, actor) =>
    actOnAnnouncement(tx, {
      organizationId: cast.organizationId,
      itemId: id,
      transition,
      actor,
      seenVersion: null,
      shownHash: contentHash,
    }),
  );

async function untilEverybodyCanFetch(cast: DemoCast): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; ; await pause(100)) {
    const [row] = await cast.look((tx) =>
      tx.query<{ seen: number }[]>(
        'select count(*)::int as seen from publication where organization_id = $1 and verified_at is not null',
        [cast.organizationId],
      ),
    );
    if (row?.seen === DOCUMENTS) return;
    if (performance.now() > end) throw new Error(`only ${row?.seen} of ${DOCUMENTS} documents were published`);
  }
}

async function secondsToThePublic(cast: DemoCast): Promise<number[]> {
  const rows = await cast.look((tx) =>
    tx.query<{ seconds: number }[]>(
      `select extract(epoch from p.verified_at - e.signed_at)::float as seconds from publication p
       join edition e on e.organization_id = p.organization_id and e.id = p.edition_id where p.organization_id = $1`,
      [cast.organizationId],
    ),
  );
  return rows.map(({ seconds }) => seconds);
}
