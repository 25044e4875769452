import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Six-month results are endorsed on the way to the results of the year: in the same state, told apart by what is reviewed. */
export class InterimResults1763651510000 implements MigrationInterface {
  name = 'InterimResults1763651510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measure
        add column reviewing text check (reviewing = 'interim'),
        add column interim_endorsed boolean not null default false;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
