import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public address printed into an edition: fixed before its first printing, so that printing again gives the same bytes. */
export class StatusAddresses1763651400000 implements MigrationInterface {
  name = 'StatusAddresses1763651400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table edition add column status_url text');
    await runner.query(keepsAddress);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

const keepsAddress = `
create function edition_keeps_status_url() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'the address printed into an edition never changes';
end $$;
create trigger edition_keeps_status_url before update on edition for each row
  when (old.status_url is not null and new.status_url is distinct from old.status_url)
  execute function edition_keeps_status_url();`;
