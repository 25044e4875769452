import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of an organization's own wording of an announcement template. */
@Entity('announcement_wording')
export class WordingRow {
  @PrimaryColumn('uuid') organizationId: string;
  /** Name and version of the template: its parameters are what the wording may name. */
  @PrimaryColumn('text') template: string;
  @PrimaryColumn('text') language: 'th' | 'en';
  @PrimaryColumn('integer') version: number;
  /** Null: back to the template's wording. */
  @Column('text', { nullable: true }) text: string | null;
  @Column('uuid') savedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) savedAt: Date;
}
