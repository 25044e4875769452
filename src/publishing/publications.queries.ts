import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { problemOf, type Problem } from '../outbox/work.queries.js';

/** The way of an edition to the public. "sent" and "seen" are two things: only the second is published. */
export const PATH = ['signed', 'rendered', 'sealed', 'sent', 'seen'] as const;
export type PathStep = (typeof PATH)[number];

export interface PublicationStatus {
  readonly editionId: string;
  readonly documentId: string;
  readonly language: string;
  readonly number: number;
  readonly itemKind: string;
  readonly itemId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly sha256: string | null;
  /** When each step was done; null for those ahead. */
  readonly doneAt: Readonly<Record<PathStep, Date | null>>;
  /** The step it stands before; null when everything is done or a newer edition took over. */
  readonly nextStep: PathStep | null;
  /** Permanent path below PUBLIC_BASE_URL; null before the edition is sealed. */
  readonly address: string | null;
  readonly standing: 'on-its-way' | 'published' | 'superseded' | 'withdrawing' | 'withdrawn';
  readonly withdrawnReason: string | null;
  /** It still held at the second look. */
  readonly isSettled: boolean;
  /** What stands undone, if anything, and its trouble. `workId` is for the retry button. */
  readonly undone: {
    readonly workId: string;
    readonly step: string;
    readonly isSetAside: boolean;
    readonly nextTryAt: Date;
    readonly problem: Problem | null;
  } | null;
}

/** Where every edition of the organization stands, newest first; of one item when asked. */
export async function publicationStatuses(
  tx: Tx,
  organizationId: OrganizationId,
  { itemKind = null, itemId = null }: { itemKind?: string | null; itemId?: string | null } = {},
): Promise<PublicationStatus[]> {
  const rows = await tx.query<StatusRow[]>(STATUSES, [organizationId, itemKind, itemId]);
  return rows.map(asStatus);
}

const STATUSES = `
  select e.id, e.document_id, e.language, e.number, e.item_kind, e.item_id, e.title, e.fiscal_year, e.sealed_sha256,
    e.signed_at, e.rendered_at, e.sealed_at, p.address, entry.put_at,
    p.edition_id is not null and p.edition_id <> e.id as is_overtaken, p.desired, p.withdrawn_reason,
    p.settled_at is not null as is_settled,
    case when p.edition_id = e.id and p.desired = 'present' then p.verified_at else seen.at end as seen_at,
    p.verified_at is not null as is_verified,
    w.id as work_id, w.step, w.state as work_state, w.next_at, w.last_problem, w.last_problem_at
  from edition e
  left join publication p on p.organization_id = e.organization_id and p.document_id = e.document_id
    and p.language = e.language and e.state = 'sealed'
  left join lateral (select x.put_at, x.generation from public_entry x where x.organization_id = e.organization_id
    and x.edition_id = e.id and x.presence = 'present' order by x.generation desc limit 1) entry on true
  left join lateral (select max(a.attempted_at) as at from publication_attempt a where a.organization_id = p.organization_id
    and a.publication_id = p.id and a.generation = entry.generation and a.step = 'verify' and a.outcome = 'matches') seen on true
  left join lateral (select * from work x where x.organization_id = e.organization_id and x.state <> 'done'
    and x.step <> 'publication.recheck' and (x.step <> 'publication.patrol' or x.state = 'quarantined')
    and (x.ref_id = e.id or (x.ref_id = p.id and p.edition_id = e.id)) order by x.created_at limit 1) w on true
  where e.organization_id = $1 and ($2::text is null or e.item_kind = $2) and ($3::uuid is null or e.item_id = $3)
  order by e.signed_at desc, e.id desc`;

interface StatusRow {
  readonly id: string;
  readonly document_id: string;
  readonly language: string;
  readonly number: number;
  readonly item_kind: string;
  readonly item_id: string;
  readonly title: string;
  readonly fiscal_year: number;
  readonly sealed_sha256: string | null;
  readonly signed_at: Date;
  readonly rendered_at: Date | null;
  readonly sealed_at: Date | null;
  readonly address: string | null;
  readonly put_at: Date | null;
  readonly is_overtaken: boolean | null;
  readonly desired: string | null;
  readonly withdrawn_reason: string | null;
  readonly is_settled: boolean;
  readonly seen_at: Date | null;
  /** Of the publication's newest intent, whatever that is. */
  readonly is_verified: boolean;
  readonly work_id: string | null;
  readonly step: string;
  readonly work_state: string;
  readonly next_at: Date;
  readonly last_problem: string | null;
  readonly last_problem_at: Date | null;
}

function asStatus(row: StatusRow): PublicationStatus {
  const doneAt = {
    signed: row.signed_at,
    rendered: row.rendered_at,
    sealed: row.sealed_at,
    sent: row.put_at,
    seen: row.put_at && row.seen_at,
  };
  const standing = standingOf(row);
  return {
    editionId: row.id,
    documentId: row.document_id,
    language: row.language,
    number: row.number,
    itemKind: row.item_kind,
    itemId: row.item_id,
    title: row.title,
    fiscalYear: row.fiscal_year,
    sha256: row.sealed_sha256,
    doneAt,
    nextStep: standing === 'on-its-way' ? (PATH.find((step) => doneAt[step] === null) ?? null) : null,
    address: row.address,
    standing,
    withdrawnReason: row.withdrawn_reason,
    isSettled: row.is_settled && !row.is_overtaken,
    undone: undoneOf(row),
  };
}

function standingOf({ is_overtaken, desired, seen_at, put_at, is_verified }: StatusRow): PublicationStatus['standing'] {
  if (is_overtaken) return 'superseded';
  if (desired === 'tombstone') return is_verified ? 'withdrawn' : 'withdrawing';
  return put_at && seen_at ? 'published' : 'on-its-way';
}

function undoneOf(row: StatusRow): PublicationStatus['undone'] {
  if (row.work_id === null) return null;
  return {
    workId: row.work_id,
    step: row.step,
    isSetAside: row.work_state === 'quarantined',
    nextTryAt: row.next_at,
    problem: problemOf(row.last_problem, row.last_problem_at),
  };
}
