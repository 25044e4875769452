import type { Slot, RouteStep } from '../core/route/route.js';
import type { Responsible } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { PostKind } from './organization.entities.js';

export interface HeldPost {
  readonly postId: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly divisionId: string | null;
}

/** The agency's calendar day, by the database's clock. */
export const TODAY = `(now() at time zone 'Asia/Bangkok')::date`;

const HOLDS_TODAY = `a.starts_on <= ${TODAY} and (a.ends_on is null or a.ends_on >= ${TODAY})`;

/** The posts a person holds today; none when the account is closed. */
export async function postsHeldBy(tx: Tx, organizationId: OrganizationId, personId: string): Promise<HeldPost[]> {
  return tx.query(
    `select p.id as "postId", p.kind, p.name, p.division_id as "divisionId"
     from appointment a
     join post p on p.organization_id = a.organization_id and p.id = a.post_id
     join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null
     where a.organization_id = $1 and a.person_id = $2 and ${HOLDS_TODAY}
     order by p.name`,
    [organizationId, personId],
  );
}

interface SlotRow {
  readonly postId: string;
  readonly postName: string;
  readonly personId: string | null;
  readonly personName: string | null;
}

/** Every signature a route asks for today, found from post, division and date; a post nobody holds has no holders. */
export async function slotsOf(
  tx: Tx,
  organizationId: OrganizationId,
  steps: readonly RouteStep[],
  responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'> | null,
): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (const [step, { stage, approvers }] of steps.entries()) {
    const rows =
      approvers === 'responsible_division_heads'
        ? await headsOf(tx, organizationId, responsible ?? { everyDivision: false, divisionIds: [] })
        : await holdersOf(tx, organizationId, approvers);
    slots.push(...grouped(rows).map((slot) => ({ ...slot, step, stage })));
  }
  return slots;
}

const SLOT_COLUMNS = `p.id as "postId", p.name as "postName", n.id as "personId", n.name as "personName"`;
const WITH_HOLDERS = `
  left join appointment a on a.organization_id = p.organization_id and a.post_id = p.id and ${HOLDS_TODAY}
  left join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null`;

const headsOf = (
  tx: Tx,
  organizationId: OrganizationId,
  { everyDivision, divisionIds }: Pick<Responsible, 'everyDivision' | 'divisionIds'>,
): Promise<SlotRow[]> =>
  tx.query(
    `select ${SLOT_COLUMNS} from division d
     join post p on p.organization_id = d.organization_id and p.division_id = d.id and p.kind = 'division_head'
     ${WITH_HOLDERS}
     where d.organization_id = $1 and (d.id = any ($2) or $3)
       and d.starts_on <= ${TODAY} and (d.ends_on is null or d.ends_on >= ${TODAY})
     order by d.position, p.id, n.name`,
    [organizationId, divisionIds, everyDivision],
  );

const holdersOf = (tx: Tx, organizationId: OrganizationId, kind: string): Promise<SlotRow[]> =>
  tx.query(
    `select ${SLOT_COLUMNS} from post p ${WITH_HOLDERS}
     where p.organization_id = $1 and p.kind = $2 order by p.id, n.name`,
    [organizationId, kind],
  );

function grouped(rows: readonly SlotRow[]): Pick<Slot, 'postId' | 'postName' | 'holders'>[] {
  return [...new Set(rows.map((row) => row.postId))].map((postId) => {
    const ofPost = rows.filter((row) => row.postId === postId);
    const holders = ofPost.flatMap(({ personId, personName }) =>
      personId ? [{ personId, name: personName ?? '' }] : [],
    );
    return { postId, postName: ofPost[0]?.postName ?? '', holders };
  });
}
