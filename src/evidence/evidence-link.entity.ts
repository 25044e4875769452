import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { LinkOutcome } from './look-at-link.js';

/** An address that shows a result, and what it answered when it was last asked. */
@Entity('evidence_link')
export class EvidenceLinkRow {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('text') url: string;
  @Column('text') urlSha256: string;
  /** Null until it was asked for the first time. */
  @Column('text', { nullable: true }) outcome: LinkOutcome['outcome'] | null;
  /** Of HTTP; only when it answered. */
  @Column('integer', { nullable: true }) status: number | null;
  @Column('timestamptz', { nullable: true }) checkedAt: Date | null;
}
