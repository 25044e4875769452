import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A submission passes to whoever takes the submitter's work over; who submitted stays, for four eyes and for the history. */
export class HandedOverItems1763651570000 implements MigrationInterface {
  name = 'HandedOverItems1763651570000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['measure', 'report', 'announcement']) {
      await runner.query(`
        alter table ${table} add column succeeded_by uuid,
          add foreign key (organization_id, succeeded_by) references person (organization_id, id);`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
