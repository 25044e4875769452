import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ANNOUNCEMENT_REGISTER } from './announcement-number.js';

/** One line of the register of announcements as an office keeps it. */
export interface RegisterLine {
  readonly number: number;
  /** Of the register, Buddhist era. */
  readonly year: number;
  readonly drawnAt: Date;
  readonly announcementId: string;
  readonly title: string;
  readonly state: string;
  /** Why and by whom the number was struck off; null while it holds. */
  readonly voided: { readonly at: Date; readonly reason: string; readonly by: string } | null;
}

type Row = Omit<RegisterLine, 'voided'> & {
  readonly voidedAt: Date | null;
  readonly reason: string | null;
  readonly by: string | null;
};

/** The register of one year, number 1 first, struck-off numbers included. @param year Buddhist era */
export async function announcementRegister(
  tx: Tx,
  organizationId: OrganizationId,
  year: number,
): Promise<RegisterLine[]> {
  const rows = await tx.query<Row[]>(
    `select r.number, r.year, r.drawn_at as "drawnAt", a.id as "announcementId", a.title, a.state,
       r.voided_at as "voidedAt", r.void_reason as reason, p.name as by
     from register_entry r
     join announcement a on a.organization_id = r.organization_id and a.id = r.item_id
     left join person p on p.organization_id = r.organization_id and p.id = r.voided_by
     where r.organization_id = $1 and r.register = $2 and r.year = $3
     order by r.number`,
    [organizationId, ANNOUNCEMENT_REGISTER, year],
  );
  return rows.map(({ voidedAt, reason, by, ...line }) => ({
    ...line,
    voided: voidedAt ? { at: voidedAt, reason: reason ?? '', by: by ?? '' } : null,
  }));
}

/** Years that have a register of announcements, newest first. */
export async function announcementRegisterYears(tx: Tx, organizationId: OrganizationId): Promise<number[]> {
  const rows = await tx.query<{ year: number }[]>(
    `select distinct year from register_entry
     where organization_id = $1 and register = $2 order by year desc`,
    [organizationId, ANNOUNCEMENT_REGISTER],
  );
  return rows.map(({ year }) => year);
}
