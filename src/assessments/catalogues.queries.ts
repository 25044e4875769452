import { builtInCatalogue, changedCatalogue, itemsOf, type YearCatalogue } from '../core/ita/catalogue.js';
import { INDICATORS } from '../core/ita/indicators.js';
import { INSTRUMENTS } from '../core/ita/instruments.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { CatalogueEntryRow } from './assessment.entities.js';

/** Instruments, indicators and O-codes of a fiscal year as the organization has them. */
export async function catalogueOf(tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<YearCatalogue> {
  const changes = await tx.findBy(CatalogueEntryRow, { organizationId, fiscalYear });
  return changedCatalogue(builtInCatalogue(fiscalYear), changes);
}

/** Names of the indicators 1 to 10 in a year, as documents print them. */
export async function indicatorNamesOf(tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<string[]> {
  const items = itemsOf(await catalogueOf(tx, organizationId, fiscalYear), 'indicator');
  return INDICATORS.map(({ number, name }) => items.find(({ code }) => code === String(number))?.title ?? name);
}

/** Names of IIT, EIT and OIT in a year, as documents print them. */
export async function instrumentNamesOf(tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<string[]> {
  const items = itemsOf(await catalogueOf(tx, organizationId, fiscalYear), 'instrument');
  return INSTRUMENTS.map(({ id, nameTh }) => items.find(({ code }) => code === id)?.title ?? nameTh);
}
