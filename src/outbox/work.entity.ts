import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { Step } from './steps.js';

export type WorkState = 'open' | 'done' | 'quarantined';

/** One thing to be done on one row. Open, leased to a worker, done, or set aside with its cause: never nothing. */
@Entity('work')
export class WorkEntity {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('text') step: Step;
  @Column('uuid') refId: string;
  @Column('text') state: WorkState;
  /** Counts the claims ever made; a worker's write counts only with the newest. */
  @Column('integer') epoch: number;
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  /** Claims in a row whose worker died before it could say how it ended. */
  @Column('integer') claims: number;
  /** Recorded failures in a row; they lengthen the pause before the next try. */
  @Column('integer') failures: number;
  @Column('timestamptz') nextAt: Date;
  @Column('timestamptz', { nullable: true }) dispatchedAt: Date | null;
  @Column('integer') dispatchNo: number;
  @Column('text', { nullable: true }) lastProblem: string | null;
  @Column('timestamptz', { nullable: true }) lastProblemAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}
