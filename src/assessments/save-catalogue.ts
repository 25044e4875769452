import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { CATALOGUE_KINDS, weightsOf, type CatalogueChange, type YearCatalogue } from '../core/ita/catalogue.js';
import type { JsonSchema } from '../core/schema/json-schema.js';
import { schemaProblems } from '../core/schema/schema-problems.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { CatalogueEntryRow } from './assessment.entities.js';
import { catalogueOf } from './catalogues.queries.js';

const CODES: Readonly<Record<CatalogueChange['kind'], RegExp>> = {
  'o-code': /^O[1-9][0-9]?$/,
  indicator: /^([1-9]|10)$/,
  instrument: /^(IIT|EIT|OIT)$/,
};

/** JSON Schema of the changes. */
const catalogueChangesSchema: JsonSchema = {
  type: 'array',
  maxItems: 200,
  items: {
    type: 'object',
    required: ['kind', 'code', 'title', 'weight', 'verified', 'isRemoved'],
    properties: {
      kind: { type: 'string', enum: CATALOGUE_KINDS },
      code: { type: 'string', minLength: 1, maxLength: 4 },
      title: { type: ['string', 'null'], maxLength: 500 },
      weight: { type: ['number', 'null'], minimum: 0, maximum: 1 },
      verified: { type: 'boolean' },
      isRemoved: { type: 'boolean' },
    },
  },
};

export interface CatalogueToSave {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** Buddhist era. */
  readonly fiscalYear: number;
  /** Lines to add, change or take out; checked here. */
  readonly changes: unknown;
}

/**
 * Changes lines of a year's catalogue. Measures are not touched: they keep their identity and the codes they were
 * signed with, which mean the new titles from now on.
 * @throws DomainError permission.denied, input.invalid naming the line, catalogue.line-needed, catalogue.weights-not-whole
 */
export async function saveCatalogue(tx: Tx, request: CatalogueToSave): Promise<YearCatalogue> {
  const { organizationId, actor, fiscalYear } = request;
  requireCapacity(actor, 'officer', 'administrator');
  const changes = checkedChanges(request.changes);
  for (const change of changes) {
    await tx.query(SAVE, [
      ...[organizationId, fiscalYear, change.kind, change.code, change.title?.trim() || null],
      ...[change.weight, change.verified, change.isRemoved, actor.personId],
    ]);
  }
  const saved = await catalogueOf(tx, organizationId, fiscalYear);
  refuseUnevenWeights(saved);
  await recordChange(tx, fiscalYear, actor);
  return saved;
}

/** Takes back the organization's own lines of a year: the built-in catalogue counts again. */
export async function resetCatalogue(
  tx: Tx,
  { organizationId, actor, fiscalYear }: Omit<CatalogueToSave, 'changes'>,
): Promise<YearCatalogue> {
  requireCapacity(actor, 'officer', 'administrator');
  await tx.delete(CatalogueEntryRow, { organizationId, fiscalYear });
  await recordChange(tx, fiscalYear, actor);
  return catalogueOf(tx, organizationId, fiscalYear);
}

const SAVE = `
  insert into catalogue_entry
    (organization_id, fiscal_year, kind, code, title, weight, verified, is_removed, saved_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (organization_id, fiscal_year, kind, code) do update set
    title = excluded.title, weight = excluded.weight, verified = excluded.verified,
    is_removed = excluded.is_removed, saved_by = excluded.saved_by, saved_at = now()`;

function checkedChanges(given: unknown): readonly CatalogueChange[] {
  const problems = schemaProblems(given, catalogueChangesSchema, 'changes');
  if (problems.length > 0) throw new DomainError('input.invalid', { field: problems[0]?.path ?? '', problems });
  const changes = given as readonly CatalogueChange[]; // the schema has just said so
  for (const [index, { kind, code, isRemoved }] of changes.entries()) {
    const field = `changes[${index}].code`;
    if (!CODES[kind].test(code)) throw new DomainError('input.invalid', { field, given: code });
    if (isRemoved && kind !== 'o-code') throw new DomainError('catalogue.line-needed', { field, code });
  }
  return changes;
}

function refuseUnevenWeights(catalogue: YearCatalogue): void {
  const sum = Object.values(weightsOf(catalogue)).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > 0.0005) {
    throw new DomainError('catalogue.weights-not-whole', { sum: Math.round(sum * 10_000) / 100 });
  }
}

const recordChange = (tx: Tx, fiscalYear: number, actor: ActorInHand): Promise<string> =>
  appendAudit(tx, {
    action: 'catalogue.save',
    itemKind: 'catalogue',
    itemId: String(fiscalYear),
    actorPersonId: actor.personId,
  });
