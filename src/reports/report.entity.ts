import { Column, Entity } from 'typeorm';
import { ItemRow } from '../approvals/approval.entities.js';
import type { ReportContent, ReportKindName } from '../core/report/report.js';

@Entity('report')
export class ReportRow extends ItemRow<ReportContent> {
  @Column('text') kind: ReportKindName;
  @Column('text') title: string;
  /** Shared by a report and its revisions: they stand at one permanent address. */
  @Column('uuid') documentId: string;
}
