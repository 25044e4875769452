import type { ReportKindName } from '../core/report/report.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ReportRow } from './report.entity.js';

export interface ReportFilter {
  readonly kind?: ReportKindName;
  readonly fiscalYear?: number;
}

/** Newest first. @param page 1 upwards */
export async function listReports(
  tx: Tx,
  organizationId: OrganizationId,
  { page, size }: { page: number; size: number },
  { kind, fiscalYear }: ReportFilter = {},
): Promise<{ total: number; rows: ReportRow[] }> {
  const [rows, total] = await tx.findAndCount(ReportRow, {
    where: { organizationId, ...(kind ? { kind } : {}), ...(fiscalYear ? { fiscalYear } : {}) },
    order: { createdAt: 'DESC' },
    skip: (page - 1) * size,
    take: size,
  });
  return { rows, total };
}

export const findReport = (tx: Tx, organizationId: OrganizationId, id: string): Promise<ReportRow | null> =>
  tx.findOneBy(ReportRow, { organizationId, id });
