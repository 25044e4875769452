import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bundle may be of some days: of one item, of a period, or of the whole log. */
export class PeriodExports1763651600000 implements MigrationInterface {
  name = 'PeriodExports1763651600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_export add column starts_on date, add column ends_on date,
        add check ((starts_on is null) = (ends_on is null)),
        add check (starts_on <= ends_on),
        add check (starts_on is null or item_kind is null);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
