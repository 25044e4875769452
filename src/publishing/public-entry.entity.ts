import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { Presence } from './publication.entity.js';

/** What the built-in public site holds. Rows are only added; of each document the highest generation is what stands. */
@Entity('public_entry')
export class PublicEntryEntity {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') documentId: string;
  @PrimaryColumn('text') language: string;
  @PrimaryColumn('integer') generation: number;
  @Column('text') presence: Presence;
  /** Kind of the item: report, announcement, measure. */
  @Column('text') kind: string;
  @Column('integer') fiscalYear: number;
  @Column('text') title: string;
  @Column('text') sha256: string;
  @Column('uuid') editionId: string;
  @Column('timestamptz') signedAt: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') putAt: Date;
}
