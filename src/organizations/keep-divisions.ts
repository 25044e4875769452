import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { isCalendarDate } from '../core/thai/dates.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DivisionRow } from './organization.entities.js';
import { writtenName } from './written-name.js';

export interface DivisionFields {
  readonly name: string;
  /** Place in lists, 1 upwards. */
  readonly position: number;
  /** YYYY-MM-DD; the last day counts, null means no end. */
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface DivisionEdit {
  readonly organizationId: OrganizationId;
  /** Null makes a new division. */
  readonly divisionId: string | null;
  readonly fields: DivisionFields;
  readonly changedBy: string;
}

const MOST_DIVISIONS = 1_000;

/**
 * Opens a division, renames it, moves it in lists, or lets it end. What was written about it stays as it was written.
 * @throws DomainError input.invalid naming the field, item.not-found, division.*
 */
export async function saveDivision(tx: Tx, edit: DivisionEdit): Promise<{ readonly id: string }> {
  const { organizationId, divisionId, changedBy } = edit;
  const fields = checked(edit.fields);
  await refuseTakenName(tx, edit, fields.name);
  const id = divisionId ?? uuidv7();
  if (divisionId === null) await tx.insert(DivisionRow, { ...fields, organizationId, id });
  else await change(tx, organizationId, divisionId, fields);
  await appendAudit(tx, {
    action: divisionId === null ? 'division.add' : 'division.change',
    itemKind: 'division',
    itemId: id,
    toState: `${fields.startsOn}/${fields.endsOn ?? ''}`,
    actorPersonId: changedBy,
  });
  return { id };
}

function checked({ name, position, startsOn, endsOn }: DivisionFields): DivisionFields {
  if (!Number.isInteger(position) || position < 1 || position > MOST_DIVISIONS)
    throw new DomainError('input.invalid', { field: 'position' });
  if (!isCalendarDate(startsOn)) throw new DomainError('input.invalid', { field: 'startsOn' });
  if (endsOn !== null && !isCalendarDate(endsOn)) throw new DomainError('input.invalid', { field: 'endsOn' });
  if (endsOn !== null && endsOn < startsOn) throw new DomainError('division.dates-reversed', { field: 'endsOn' });
  return { name: writtenName(name, 'name'), position, startsOn, endsOn };
}

/** Two divisions of one name at the same time could not be told apart. */
async function refuseTakenName(tx: Tx, { organizationId, divisionId, fields }: DivisionEdit, name: string) {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 10))', [organizationId]);
  const taken: object[] = await tx.query(
    `select 1 from division where organization_id = $1 and name = $2 and id is distinct from $3
       and daterange(starts_on, ends_on, '[]') && daterange($4, $5, '[]')`,
    [organizationId, name, isUuid(divisionId ?? '') ? divisionId : null, fields.startsOn, fields.endsOn],
  );
  if (taken.length > 0) throw new DomainError('division.name-taken', { field: 'name' });
}

async function change(tx: Tx, organizationId: OrganizationId, id: string, fields: DivisionFields): Promise<void> {
  if (fields.endsOn !== null) await refuseHeldPosts(tx, organizationId, id, fields.endsOn);
  const { affected } = isUuid(id) ? await tx.update(DivisionRow, { organizationId, id }, fields) : { affected: 0 };
  if (affected !== 1) throw new DomainError('item.not-found', { itemId: id });
}

/** A division that ends leaves nobody in a post of it, and no signature waiting for one. */
async function refuseHeldPosts(tx: Tx, organizationId: OrganizationId, id: string, endsOn: string): Promise<void> {
  const held: { name: string }[] = await tx.query(
    `select p.name from post p where p.organization_id = $1 and p.division_id::text = $2 and (
       exists (select from appointment a where a.organization_id = $1 and a.post_id = p.id
         and (a.ends_on is null or a.ends_on > $3))
       or exists (select from asked_signature s where s.organization_id = $1 and s.post_id = p.id and s.ended_at is null))
     order by p.name limit 3`,
    [organizationId, id, endsOn],
  );
  if (held.length > 0) {
    const posts = held.map(({ name }) => name).join(', ');
    throw new DomainError('division.posts-held', { field: 'endsOn', posts });
  }
}
