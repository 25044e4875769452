import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts for which post by which written order, and by which orders a decision was made. */
export class ActingOrders1763650200000 implements MigrationInterface {
  name = 'ActingOrders1763650200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acting_order (
        organization_id uuid not null references organization,
        id uuid not null,
        person_id uuid not null,
        post_id uuid not null,
        capacity text not null check (capacity in ('acting_for', 'delegated_by', 'acting_in_post', 'performing_duties')),
        through_order_id uuid,
        order_number text not null,
        ordered_on date not null,
        starts_on date not null,
        ends_on date,
        item_kinds jsonb,
        in_capacity_of text,
        revoked_on date,
        created_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references person (organization_id, id),
        foreign key (organization_id, post_id) references post (organization_id, id),
        foreign key (organization_id, through_order_id) references acting_order (organization_id, id),
        check (ends_on is null or ends_on >= starts_on)
      );
      create index acting_order_post on acting_order (organization_id, post_id);
      alter table acting_order enable row level security;
      alter table acting_order force row level security;
      create policy tenant on acting_order
        using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid)
        with check (organization_id = nullif(current_setting('app.tenant', true), '')::uuid);
      grant select, insert, update on acting_order to prongsai_app;
      alter table decision add column acting_order_ids jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
