import { DomainError } from '../core/errors.js';
import { LAYOUT_PRESETS } from '../core/report/layout-presets.js';
import type { ReportLayout } from '../core/report/layout.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { findLayout } from '../reports/layouts.queries.js';

/** The layout of a preset, or of the organization's own layout with this id. @throws DomainError report.layout-unknown */
export async function layoutNamed(tx: Tx, organizationId: OrganizationId, name: string): Promise<ReportLayout> {
  const preset = Object.entries(LAYOUT_PRESETS).find(([each]) => each === name)?.[1];
  const layout = preset?.layout ?? (await findLayout(tx, organizationId, name))?.layout;
  if (!layout) throw new DomainError('report.layout-unknown', { field: 'layout', layout: name });
  return layout;
}
