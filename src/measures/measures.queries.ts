import { IsNull } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { MeasureRow } from './measure.entity.js';

/** Every measure of the year in the agency's order, without its amendments. */
export const measuresOfYear = (tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<MeasureRow[]> =>
  tx.find(MeasureRow, { where: { organizationId, fiscalYear, amendsId: IsNull() }, order: { position: 'ASC' } });

export interface MeasureFilter {
  readonly fiscalYear?: number;
  readonly state?: string;
  readonly text?: string;
}

export interface MeasureListing {
  readonly total: number;
  readonly rows: readonly Pick<
    MeasureRow,
    'id' | 'title' | 'state' | 'fiscalYear' | 'position' | 'version' | 'updatedAt' | 'content'
  >[];
}

/** One page of measures, newest year first. @param page 1 upwards */
export async function listMeasures(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, state, text }: MeasureFilter,
  { page, size }: { page: number; size: number },
): Promise<MeasureListing> {
  const query = tx
    .createQueryBuilder(MeasureRow, 'measure')
    .where('measure.organization_id = :organizationId', { organizationId })
    .andWhere(`(measure.amends_id is null or measure.state in ('draft', 'division_review', 'executive_review'))`)
    .orderBy('measure.fiscal_year', 'DESC')
    .addOrderBy('measure.position', 'ASC')
    .offset((page - 1) * size)
    .limit(size);
  if (fiscalYear) query.andWhere('measure.fiscal_year = :fiscalYear', { fiscalYear });
  if (state) query.andWhere('measure.state = :state', { state });
  if (text) query.andWhere(`position(lower(:text) in lower(measure.title)) > 0`, { text });
  const [rows, total] = await query.getManyAndCount();
  return { rows, total };
}

export const findMeasure = (tx: Tx, organizationId: OrganizationId, id: string): Promise<MeasureRow | null> =>
  tx.findOneBy(MeasureRow, { organizationId, id });

/** Fiscal years that hold measures, newest first. */
export async function yearsWithMeasures(tx: Tx, organizationId: OrganizationId): Promise<number[]> {
  const rows: { year: number }[] = await tx.query(
    'select distinct fiscal_year as year from measure where organization_id = $1 order by 1 desc',
    [organizationId],
  );
  return rows.map(({ year }) => year);
}
