import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvidenceKind } from '../core/measure/evidence-file.js';
import type { OrganizationId } from '../database/tenant.js';

/** One page of a file of evidence: its picture by hash, and the words of its text layer. */
export interface StoredPage {
  readonly sha256: string;
  /** Of the picture, pixels. */
  readonly width: number;
  readonly height: number;
  /** Empty when the page has no text layer; then a person has to look. */
  readonly text: string;
}

/** A file somebody brought as evidence of a measure's results, cleaned. Which files count now is said by the measure. */
@Entity('evidence_file')
export class EvidenceFileRow {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') measureId: string;
  @Column('text') name: string;
  @Column('text') kind: EvidenceKind;
  /** Of the file as it came, which is not kept. */
  @Column('text') broughtSha256: string;
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('integer') size: number;
  @Column('text') thumbnailSha256: string;
  @Column('jsonb') pages: readonly StoredPage[];
  @Column('uuid') addedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) addedAt: Date;
  @Column('uuid', { nullable: true }) removedBy: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
