import { builtInCatalogue, changedCatalogue, type YearCatalogue } from '../core/ita/catalogue.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { CatalogueEntryRow } from './assessment.entities.js';

/** Instruments, indicators and O-codes of a fiscal year as the organization has them. */
export async function catalogueOf(tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<YearCatalogue> {
  const changes = await tx.findBy(CatalogueEntryRow, { organizationId, fiscalYear });
  return changedCatalogue(builtInCatalogue(fiscalYear), changes);
}
