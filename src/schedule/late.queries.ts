import { holidaysAround } from '../calendar/holidays.queries.js';
import type { ItemKindName } from '../core/item.js';
import type { Stage } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { dueFrom, type Due } from './due.queries.js';

/** A signature whose due day is over. */
export interface LateSignature {
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly stage: Stage;
  readonly postName: string;
  /** Null for posts of the whole agency. */
  readonly divisionId: string | null;
  readonly askedAt: Date;
  readonly due: Due;
  /** True from the first post above on that was told. */
  readonly isEscalated: boolean;
}

const LONGEST_LIST = 500;

/** Everything late on a day, latest first. @param day YYYY-MM-DD, usually today */
export async function lateSignatures(tx: Tx, organizationId: OrganizationId, day: string): Promise<LateSignature[]> {
  const rows: (Omit<LateSignature, 'due'> & { dueOn: string })[] = await tx.query(
    `select s.item_kind as "itemKind", s.item_id as "itemId", i.title, i.fiscal_year as "fiscalYear", s.stage,
       p.name as "postName", p.division_id as "divisionId", s.asked_at as "askedAt",
       to_char(s.due_on, 'YYYY-MM-DD') as "dueOn",
       exists (select from timed_work t where t.organization_id = s.organization_id and t.signature_id = s.id
         and t.kind = 'escalate' and t.outcome = 'told') as "isEscalated"
     from asked_signature s
     join post p on p.organization_id = s.organization_id and p.id = s.post_id
     join (select 'measure' as kind, organization_id, id, title, fiscal_year from measure
           union all select 'report', organization_id, id, title, fiscal_year from report
           union all select 'announcement', organization_id, id, title, fiscal_year from announcement) i
       on i.kind = s.item_kind and i.organization_id = s.organization_id and i.id = s.item_id
     where s.organization_id = $1 and s.ended_at is null and s.due_on < $2
     order by s.due_on, s.asked_at, s.id limit ${LONGEST_LIST}`,
    [organizationId, day],
  );
  const holidays = await holidaysAround(tx, organizationId, day);
  return rows.map(({ dueOn, ...row }) => ({ ...row, due: dueFrom(dueOn, day, holidays) }));
}

export interface DivisionLateness {
  /** Null gathers the posts of the whole agency. */
  readonly divisionId: string | null;
  readonly name: string | null;
  readonly late: number;
  /** Working days of the longest delay. */
  readonly longest: number;
}

/** Late signatures by division, the agency's own posts last; divisions without any are left out. */
export async function latenessByDivision(
  tx: Tx,
  organizationId: OrganizationId,
  day: string,
): Promise<DivisionLateness[]> {
  const late = await lateSignatures(tx, organizationId, day);
  const divisions: { id: string; name: string }[] = await tx.query(
    'select id, name from division where organization_id = $1 order by position',
    [organizationId],
  );
  return [...divisions, { id: null, name: null }].flatMap(({ id, name }) => {
    const own = late.filter(({ divisionId }) => divisionId === id);
    const longest = Math.max(0, ...own.map(({ due }) => due.daysLate));
    return own.length > 0 ? [{ divisionId: id, name, late: own.length, longest }] : [];
  });
}
