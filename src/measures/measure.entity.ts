import { Column, Entity } from 'typeorm';
import { ItemRow } from '../approvals/approval.entities.js';
import type { MeasureContent } from '../core/measure/measure.js';

@Entity('measure')
export class MeasureRow extends ItemRow<MeasureContent> {
  /** A copy of content.title, for lists and search. */
  @Column('text') title: string;
  /** Order within the fiscal year, 1 upwards. */
  @Column('integer') position: number;
  /** Recognises the same row of the same plan when it is imported again. */
  @Column('text', { nullable: true }) importKey: string | null;
  /** The approved measure that this one would change; that one stays in force until this one is approved. */
  @Column('uuid', { nullable: true }) amendsId: string | null;
  /** Which results wait for endorsement: those of six months; null for those of the year, and while none wait. */
  @Column('text', { nullable: true }) reviewing: 'interim' | null;
  /** The interim results, as they stand, were endorsed by the divisions. */
  @Column('boolean') interimEndorsed: boolean;
}
