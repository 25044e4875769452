import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReturnReason } from '../core/route/return-reason.js';
import type { RouteStep } from '../core/route/route.js';

/** The columns of every item that moves through a lifecycle. */
export abstract class ItemRow<Content extends object> {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') fiscalYear: number;
  @Column('text') state: string;
  @Column('integer') version: number;
  @Column('integer') round: number;
  @Column('jsonb') content: Content;
  @Column('text') contentHash: string;
  @Column('uuid', { nullable: true }) routeId: string | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  /** Who took the submission over from the submitter; null again with the next submission. */
  @Column('uuid', { nullable: true }) succeededBy: string | null;
  /** Whose it is to go on with: who drafted it, or to whom it was handed over. */
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column({ type: 'timestamptz', insert: false }) updatedAt: Date;
}

/** An organization's route for one kind of item. A change is a new version; an item keeps the one it started with. */
@Entity('route')
export class RouteRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') itemKind: string;
  @Column('integer') version: number;
  @Column('jsonb') steps: RouteStep[];
}

/** What a person decided, as which post, on which text. */
@Entity('decision')
export class DecisionRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') itemKind: string;
  @Column('uuid') itemId: string;
  @Column('integer') round: number;
  @Column('text') stage: string;
  @Column('integer') step: number;
  @Column('text') act: string;
  @Column('uuid') postId: string;
  @Column('uuid') personId: string;
  /** The acting orders by which the person signed as the post, nearest first; none for a holder by appointment. */
  @Column('jsonb') actingOrderIds: string[];
  @Column('text') shownHash: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('bytea', { nullable: true }) reasonKey: Buffer | null;
  /** Of a return: why, for counting; and the step it goes back to, null for the submitter. */
  @Column('text', { nullable: true }) reasonCode: ReturnReason | null;
  @Column('integer', { nullable: true }) backToStep: number | null;
  /** The return that made this signature count no more. */
  @Column('uuid', { nullable: true }) setAsideBy: string | null;
  /** True for a signature, false for a return or another deed. */
  @Column('boolean') affirms: boolean;
  @Column({ type: 'timestamptz', insert: false, update: false }) decidedAt: Date;
}

/** The text as it was submitted, word for word; never changed. */
@Entity('item_version')
export class ItemVersionRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') itemKind: string;
  @Column('uuid') itemId: string;
  @Column('integer') number: number;
  @Column('jsonb') content: object;
  @Column('text') contentHash: string;
  @Column('uuid') frozenBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) frozenAt: Date;
}
