import type { OrganizationId } from '../database/tenant.js';
import { isUuid } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import type { Period } from './period.js';

/** A bundle that somebody asked for. */
export interface AuditExport {
  readonly id: string;
  /** Null but for one item. */
  readonly itemKind: ItemKindName | null;
  readonly itemId: string | null;
  /** Null but for some days. */
  readonly period: Period | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Null while it is being made, as the next three. */
  readonly madeAt: Date | null;
  readonly logSize: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

interface Row extends Omit<AuditExport, 'period' | 'logSize' | 'bytes'> {
  readonly from: string | null;
  readonly to: string | null;
  readonly logSize: string | null;
  readonly bytes: string | null;
}

const COLUMNS = `e.id, e.item_kind as "itemKind", e.item_id as "itemId", p.name as "askedBy", e.asked_at as "askedAt",
  to_char(e.starts_on, 'YYYY-MM-DD') as "from", to_char(e.ends_on, 'YYYY-MM-DD') as "to", e.made_at as "madeAt", e.log_size as "logSize", e.bytes, e.sha256`;
const FROM = 'audit_export e join person p on p.organization_id = e.organization_id and p.id = e.asked_by';

/** Newest first. */
export async function newestExports(tx: Tx, organizationId: OrganizationId, limit: number): Promise<AuditExport[]> {
  const rows: Row[] = await tx.query(
    `select ${COLUMNS} from ${FROM} where e.organization_id = $1 order by e.asked_at desc, e.id desc limit $2`,
    [organizationId, limit],
  );
  return rows.map(read);
}

/** @throws DomainError audit.export-not-found */
export async function exportOf(tx: Tx, organizationId: OrganizationId, exportId: string): Promise<AuditExport> {
  const rows: Row[] = isUuid(exportId)
    ? await tx.query(`select ${COLUMNS} from ${FROM} where e.organization_id = $1 and e.id = $2`, [
        organizationId,
        exportId,
      ])
    : [];
  if (!rows[0]) throw new DomainError('audit.export-not-found', { exportId });
  return read(rows[0]);
}

const read = ({ from, to, logSize, bytes, ...row }: Row): AuditExport => ({
  ...row,
  period: from === null || to === null ? null : { from, to },
  logSize: logSize === null ? null : Number(logSize),
  bytes: bytes === null ? null : Number(bytes),
});
