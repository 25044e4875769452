import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';

export type Presence = 'present' | 'tombstone';
export type TargetKind = 'public-site';

/** One document in one language on one target: what we want there, and what we last saw there with our own eyes. */
@Entity('publication')
export class PublicationEntity {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') documentId: string;
  @Column('text') language: string;
  @Column('text') target: TargetKind;
  /** The newest edition that was wanted there. */
  @Column('uuid') editionId: string;
  @Column('text') itemKind: ItemKindName;
  @Column('uuid') itemId: string;
  /** Permanent; a path below PUBLIC_BASE_URL for the built-in site. */
  @Column('text') address: string;
  @Column('text') desired: Presence;
  @Column('text') desiredSha256: string;
  /** Counts the intents; a lower one never overwrites a higher. */
  @Column('integer') generation: number;
  @Column('text') observed: 'unknown' | 'present' | 'absent';
  @Column('text', { nullable: true }) observedSha256: string | null;
  @Column('integer') observedGeneration: number;
  @Column('timestamptz', { nullable: true }) observedAt: Date | null;
  /** When the present intent was first seen fulfilled. */
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  /** When it still held at the second look. */
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('text', { nullable: true }) withdrawnReason: string | null;
}
