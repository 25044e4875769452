import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Typefaces are taken out of use; their rows and files stay for the editions printed in them. */
export class RetiredFonts1763651640000 implements MigrationInterface {
  name = 'RetiredFonts1763651640000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document_font
        add column retired_at timestamptz,
        add column retired_by uuid,
        add foreign key (organization_id, retired_by) references person (organization_id, id),
        add constraint document_font_retired_by_somebody check ((retired_at is null) = (retired_by is null)),
        add constraint document_font_chosen_in_use check (not is_chosen or retired_at is null);
      grant update (retired_at, retired_by) on document_font to prongsai_app;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
