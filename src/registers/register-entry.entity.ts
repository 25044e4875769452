import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { YearKind } from './register-year.js';

/** One number of a register: who has it, and when it was voided and why. */
@Entity('register_entry')
export class RegisterEntryRow {
  @PrimaryColumn('uuid') organizationId: string;
  /** Name of the register: "announcement". */
  @PrimaryColumn('text') register: string;
  @PrimaryColumn('text') yearKind: YearKind;
  /** Buddhist era. */
  @PrimaryColumn('integer') year: number;
  /** 1, 2, 3, … without gaps. */
  @PrimaryColumn('integer') number: number;
  @Column('text') itemKind: string;
  @Column('uuid') itemId: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) drawnAt: Date;
  @Column('timestamptz', { nullable: true }) voidedAt: Date | null;
  @Column('text', { nullable: true }) voidReason: string | null;
  @Column('uuid', { nullable: true }) voidedBy: string | null;
}
