import { Column, Entity } from 'typeorm';
import { ItemRow } from '../approvals/approval.entities.js';
import type { ReportContent } from '../core/report/report.js';

@Entity('report')
export class ReportRow extends ItemRow<ReportContent> {
  @Column('text') kind: string;
  @Column('text') title: string;
  /** Shared by a report and its revisions: they stand at one permanent address. */
  @Column('uuid') documentId: string;
}
