import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files also stand behind announcements: each belongs to one measure or to one announcement. */
export class AnnouncementAnnexes1763651530000 implements MigrationInterface {
  name = 'AnnouncementAnnexes1763651530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table evidence_file
        alter column measure_id drop not null,
        add column announcement_id uuid,
        add foreign key (organization_id, announcement_id) references announcement (organization_id, id),
        add constraint evidence_file_of_one_item check (num_nonnulls(measure_id, announcement_id) = 1);
      create unique index evidence_file_once_announced on evidence_file (organization_id, announcement_id, brought_sha256)
        where removed_at is null;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
