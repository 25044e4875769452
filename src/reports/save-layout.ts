import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { LAYOUT_PRESETS, type LayoutPreset } from '../core/report/layout-presets.js';
import { layoutProblems } from '../core/report/layout-schema.js';
import type { ReportLayout } from '../core/report/layout.js';
import { hasForbiddenCharacter } from '../core/schema/forbidden-characters.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { findLayout, listLayouts } from './layouts.queries.js';
import { ReportLayoutRow } from './report-layout.entity.js';

const LONGEST_NAME = 120;

interface Saving {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly name: string;
}

/**
 * A copy of a preset that belongs to the organization from now on.
 * @throws DomainError permission.denied, report.layout-unknown, report.layout-name-taken, input.invalid (name)
 */
export async function copyPreset(tx: Tx, request: Saving & { readonly preset: string }): Promise<ReportLayoutRow> {
  const { preset } = request;
  if (!isPreset(preset)) throw new DomainError('report.layout-unknown', { preset });
  return save(tx, request, { id: uuidv7(), version: 1, layout: LAYOUT_PRESETS[preset].layout, fromPreset: preset });
}

/**
 * A new version of an own layout; reports that were compiled before keep the layout they have.
 * @throws DomainError permission.denied, report.layout-unknown, report.layout-name-taken, report.layout-invalid
 *   (details.problems name each path), item.changed-meanwhile when somebody saved another version since `seenVersion`
 */
export async function saveLayout(
  tx: Tx,
  request: Saving & { readonly layoutId: string; readonly seenVersion: number; readonly layout: unknown },
): Promise<ReportLayoutRow> {
  const { organizationId, layoutId, seenVersion } = request;
  const layout = checkedLayout(request.layout);
  await takeTurn(tx, organizationId);
  const before = await findLayout(tx, organizationId, layoutId);
  if (!before) throw new DomainError('report.layout-unknown', { layoutId });
  if (before.version !== seenVersion) {
    throw new DomainError('item.changed-meanwhile', { itemId: layoutId, version: before.version });
  }
  const { id, version, fromPreset } = before;
  return save(tx, request, { id, version: version + 1, layout, fromPreset });
}

/** @throws DomainError report.layout-invalid; the result is the layout, known to be whole */
export function checkedLayout(layout: unknown): ReportLayout {
  const problems = layoutProblems(layout);
  if (problems.length > 0) {
    throw new DomainError('report.layout-invalid', { path: problems[0]?.path ?? '', problems });
  }
  return layout as ReportLayout; // the schema has just said so
}

async function save(
  tx: Tx,
  { organizationId, actor, name: given }: Saving,
  saved: Pick<ReportLayoutRow, 'id' | 'version' | 'layout' | 'fromPreset'>,
): Promise<ReportLayoutRow> {
  requireCapacity(actor, 'officer', 'administrator');
  const name = given.trim();
  if (name === '' || name.length > LONGEST_NAME || hasForbiddenCharacter(name)) {
    throw new DomainError('input.invalid', { field: 'name', maxLength: LONGEST_NAME });
  }
  await takeTurn(tx, organizationId);
  const others = await listLayouts(tx, organizationId);
  if (others.some((other) => other.name === name && other.id !== saved.id)) {
    throw new DomainError('report.layout-name-taken', { field: 'name', name });
  }
  await tx.insert(ReportLayoutRow, { ...saved, organizationId, name, savedBy: actor.personId });
  await appendAudit(tx, {
    action: 'layout.save',
    itemKind: 'report-layout',
    itemId: `${saved.id}/${saved.version}`,
    actorPersonId: actor.personId,
    contentHashAfter: contentHash(saved.layout),
  });
  return tx.findOneByOrFail(ReportLayoutRow, { organizationId, id: saved.id, version: saved.version });
}

/** Names are unique among the newest versions only, which no index can say: one save at a time. */
const takeTurn = (tx: Tx, organizationId: OrganizationId): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [`${organizationId}/report-layout`]);

const isPreset = (name: string): name is LayoutPreset => Object.hasOwn(LAYOUT_PRESETS, name);
