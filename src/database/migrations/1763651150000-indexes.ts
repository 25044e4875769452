import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways to what people look at every day, in organizations with ten years of work. */
export class Indexes1763651150000 implements MigrationInterface {
  name = 'Indexes1763651150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historyOfItems);
    await runner.query(deskWork);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/**
 * Under row-level security PostgreSQL uses no index on `event ->> …`: the operator might leak rows that the policy hides, so
 * every history read the whole log of its organization. Plain columns are compared by a function that it trusts.
 */
const historyOfItems = `
grant create on schema public to prongsai_audit;
set local role prongsai_audit;
alter table audit_event
  add column item_kind text generated always as (event ->> 'itemKind') stored,
  add column item_id text generated always as (event ->> 'itemId') stored;
drop index audit_event_item;
create index audit_event_of_item on audit_event (organization_id, item_kind, item_id, seq);
reset role;
revoke create on schema public from prongsai_audit;`;

const deskWork = `
create index decision_of_item on decision (organization_id, item_kind, item_id);
create index decision_of_person on decision (organization_id, person_id, decided_at desc);
create index measure_state on measure (organization_id, state, updated_at);`;
