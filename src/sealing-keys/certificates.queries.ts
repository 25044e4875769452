import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { OrganizationCertificateRow } from './organization-certificate.entity.js';
import type { SealMaterial, Vault } from './vault.js';

/** The organization's own certificate, whether or not it is still valid. Null: none was ever set. */
export const certificateInForce = (
  tx: Tx,
  organizationId: OrganizationId,
): Promise<OrganizationCertificateRow | null> =>
  tx
    .createQueryBuilder(OrganizationCertificateRow, 'certificate')
    .where('certificate.organization_id = :organizationId and certificate.replaced_at is null', { organizationId })
    .getOne();

/** What the worker needs to seal; for nobody else. @throws DomainError seal.certificate-invalid vault-closed */
export async function sealMaterialInForce(
  tx: Tx,
  organizationId: OrganizationId,
  vault: Vault,
): Promise<(SealMaterial & { readonly sha256: string }) | null> {
  const [row] = await tx.query<{ material: Buffer; sha256: string }[]>(
    'select material, sha256 from organization_certificate where organization_id = $1 and replaced_at is null',
    [organizationId],
  );
  if (!row) return null;
  const { sha256 } = row;
  return { ...vault.unlock(row.material, { organizationId, sha256 }), sha256 };
}

/** A certificate that ends soon, or has ended. */
export interface ExpiryWarning {
  /** The narrowest of the three marks that has been passed; 0 when the certificate has ended. */
  readonly withinDays: 60 | 30 | 7 | 0;
  /** Whole days left; 0 on the last one and afterwards. */
  readonly daysLeft: number;
  readonly validTo: Date;
}

/** Null while more than 60 days are left, and for the demo certificate. By the database's clock. */
export async function expiryWarning(tx: Tx, organizationId: OrganizationId): Promise<ExpiryWarning | null> {
  const [row] = await tx.query<ExpiryWarning[]>(
    `select case when valid_to <= now() then 0 when valid_to <= now() + interval '7 days' then 7
         when valid_to <= now() + interval '30 days' then 30 else 60 end as "withinDays",
       greatest(floor(extract(epoch from valid_to - now()) / 86400), 0)::int as "daysLeft", valid_to as "validTo"
     from organization_certificate
     where organization_id = $1 and replaced_at is null and valid_to <= now() + interval '60 days'`,
    [organizationId],
  );
  return row ?? null;
}
