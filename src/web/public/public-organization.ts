import { DomainError } from '../../core/errors.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx, UnitOfWork } from '../../database/unit-of-work.js';
import type { OrganizationRow } from '../../organizations/organization.entities.js';
import { findBySlug, organizationOf } from '../../organizations/organizations.queries.js';

/**
 * Reads as an organization that anybody may name. The public sees publications and sealed editions, nothing else.
 * @throws DomainError organization.not-found
 */
export async function inPublic<T>(
  unitOfWork: UnitOfWork,
  slug: string,
  work: (tx: Tx, organizationId: OrganizationId, organization: OrganizationRow) => Promise<T>,
): Promise<T> {
  const entry = /^[a-z0-9-]{1,100}$/.test(slug)
    ? await unitOfWork.withoutTenant((manager) => findBySlug(manager, slug))
    : null;
  if (!entry) throw new DomainError('organization.not-found', { slug });
  const { organizationId } = entry;
  return unitOfWork.inTenant(organizationId, async (tx) =>
    work(tx, organizationId, await organizationOf(tx, organizationId)),
  );
}
