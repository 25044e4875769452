import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { writePlanCsv, writePlanXlsx } from '../imports/write-plan.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import type { TableExtension } from './send-table.js';

/**
 * The measures of a year as a spreadsheet that an import reads back to the same measures; cancelled ones stay out.
 * @param fiscalYear Buddhist era
 */
export async function measuresTable(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
  extension: TableExtension,
): Promise<string | Uint8Array> {
  const measures = await measuresOfYear(tx, organizationId, fiscalYear);
  const contents = measures.filter(({ state }) => state !== 'cancelled').map(({ content }) => content);
  const divisions = (await divisionsOf(tx, organizationId)).map(({ id, name }) => ({ id, name }));
  const context = { fiscalYear, divisions };
  return extension === 'csv' ? writePlanCsv(contents, context) : writePlanXlsx(contents, context);
}
