import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Assessment } from '../core/ita/assessment.js';
import type { CatalogueKind } from '../core/ita/catalogue.js';

/** One version of a year's ITA result; the newest counts. */
@Entity('assessment')
export class AssessmentRow {
  @PrimaryColumn('uuid') organizationId: string;
  /** The year that was assessed, Buddhist era. */
  @PrimaryColumn('integer') fiscalYear: number;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') content: Assessment;
  @Column('text') contentHash: string;
  @Column('uuid') savedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) savedAt: Date;
}

/** What an officer decided about a proposed measure. */
@Entity('measure_proposal')
export class MeasureProposalRow {
  @PrimaryColumn('uuid') organizationId: string;
  /** The year that was assessed; the measure belongs to the year after. */
  @PrimaryColumn('integer') fiscalYear: number;
  @PrimaryColumn('text') findingKey: string;
  @Column('text') state: 'accepted' | 'dropped';
  @Column('uuid', { nullable: true }) measureId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') decidedBy: string;
  @Column({ type: 'timestamptz', insert: false }) decidedAt: Date;
}

/** A line of a year's catalogue as the organization changed it. */
@Entity('catalogue_entry')
export class CatalogueEntryRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('integer') fiscalYear: number;
  @PrimaryColumn('text') kind: CatalogueKind;
  @PrimaryColumn('text') code: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('double precision', { nullable: true }) weight: number | null;
  @Column('boolean') verified: boolean;
  @Column('boolean') isRemoved: boolean;
  @Column('uuid') savedBy: string;
  @Column({ type: 'timestamptz', insert: false }) savedAt: Date;
}
