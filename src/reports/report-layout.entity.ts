import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportLayout } from '../core/report/layout.js';

/** One version of an organization's own report layout. */
@Entity('report_layout')
export class ReportLayoutRow {
  @PrimaryColumn('uuid') organizationId: string;
  /** The same over all versions. */
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') name: string;
  @Column('jsonb') layout: ReportLayout;
  /** The preset it began as. */
  @Column('text', { nullable: true }) fromPreset: string | null;
  @Column('uuid') savedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) savedAt: Date;
}
