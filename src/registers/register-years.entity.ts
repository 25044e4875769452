import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { YearKind } from './register-year.js';

/** An agency's decision which kind of year a register counts by; never changed, only followed by another. */
@Entity('register_years')
export class RegisterYearsRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('text') register: string;
  /** 1, 2, 3, … in the order of the decisions. */
  @PrimaryColumn('integer') number: number;
  @Column('text') yearKind: YearKind;
  /** YYYY-MM-DD: the first day it counts. */
  @Column('date') startsOn: string;
  @Column('uuid') decidedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) decidedAt: Date;
}
