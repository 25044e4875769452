import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnnexPage, EvidenceKind } from '../core/measure/evidence-file.js';
import type { OrganizationId } from '../database/tenant.js';

/** A file somebody brought to a measure's results or to an announcement, cleaned. Which files count now is said by the item. */
@Entity('evidence_file')
export class EvidenceFileRow {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  /** The measure whose results it shows, or the announcement it stands behind: one of the two. */
  @Column('uuid', { nullable: true }) measureId: string | null;
  @Column('uuid', { nullable: true }) announcementId: string | null;
  @Column('text') name: string;
  @Column('text') kind: EvidenceKind;
  /** Of the file as it came, which is not kept. */
  @Column('text') broughtSha256: string;
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('integer') size: number;
  @Column('text') thumbnailSha256: string;
  @Column('jsonb') pages: readonly AnnexPage[];
  @Column('uuid') addedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) addedAt: Date;
  @Column('uuid', { nullable: true }) removedBy: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
