import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';

export type AttemptStep = 'put' | 'verify' | 'second-look' | 'patrol';

/** What was tried at a target and what was seen: kept, also when it failed. */
@Entity('publication_attempt')
export class PublicationAttemptEntity {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') publicationId: string;
  @Column('integer') generation: number;
  @Column('text') step: AttemptStep;
  @Column('text') outcome: string;
  @Column('text', { nullable: true }) seenSha256: string | null;
}
