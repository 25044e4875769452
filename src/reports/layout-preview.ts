import { narrowColumns, type NarrowColumn } from '../../templates/documents/narrow-columns.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { indicatorNamesOf } from '../assessments/catalogues.queries.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import { organizationOf } from '../organizations/organizations.queries.js';
import { expectedSignatureBlock, printedAgency } from '../organizations/printed.queries.js';
import { checkedLayout } from './save-layout.js';

const TEMPLATE = 'implementation-report.v1';

export interface LayoutPreview {
  readonly template: string;
  readonly language: 'th';
  /** Data of the template: the year's measures in this layout, or the example's where the year has none. */
  readonly data: object;
  /** Columns that have to break a word of their header. */
  readonly narrow: readonly NarrowColumn[];
}

/** How a layout would look, before it is saved. @throws DomainError report.layout-invalid */
export async function layoutPreview(
  tx: Tx,
  organizationId: OrganizationId,
  given: { readonly layout: unknown; readonly fiscalYear: number },
): Promise<LayoutPreview> {
  const { fiscalYear } = given;
  const layout = checkedLayout(given.layout);
  const { digits } = await organizationOf(tx, organizationId);
  const living = (await measuresOfYear(tx, organizationId, fiscalYear)).filter(({ state }) => state !== 'cancelled');
  const rows = living.length > 0 ? living.map(({ content }) => content) : exampleRows();
  const signer = await expectedSignatureBlock(tx, organizationId, 'chief_administrator', 'report');
  const agency = await printedAgency(tx, organizationId);
  const indicatorNames = await indicatorNamesOf(tx, organizationId, fiscalYear);
  const data = { agency, fiscalYear, layout, rows, assessment: null, signer, signedOn: null, digits, indicatorNames };
  return { template: TEMPLATE, language: 'th', data, narrow: narrowColumns(layout) };
}

function exampleRows(): readonly MeasureContent[] {
  const example = findTemplate(TEMPLATE).example as { readonly rows: readonly MeasureContent[] }; // the template's own data
  return example.rows;
}
