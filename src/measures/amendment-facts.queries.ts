import { In } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { MeasureRow } from './measure.entity.js';

const ON_ITS_WAY = ['draft', 'division_review', 'executive_review'];

/** The amendment of a measure that is on its way, or null. */
export const openAmendmentOf = (
  tx: Tx,
  organizationId: OrganizationId,
  measureId: string,
): Promise<MeasureRow | null> =>
  tx.findOneBy(MeasureRow, { organizationId, amendsId: measureId, state: In(ON_ITS_WAY) });

/** What the guards know of the other measure: the one this would change, or the one that would change this. */
export async function amendmentFacts(
  tx: Tx,
  { organizationId, id, amendsId, state }: MeasureRow,
): Promise<{ readonly baseState: string | null; readonly openAmendment: boolean }> {
  if (!amendsId && state !== 'approved') return { baseState: null, openAmendment: false };
  const others = await tx.find(MeasureRow, {
    select: { id: true, state: true },
    where: amendsId ? { organizationId, id: amendsId } : { organizationId, amendsId: id, state: In(ON_ITS_WAY) },
  });
  return { baseState: (amendsId && others[0]?.state) || null, openAmendment: !amendsId && others.length > 0 };
}
