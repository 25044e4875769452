import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActingOrder } from '../core/acting/acting-order.js';
import type { ActingCapacity } from '../core/acting/signature-block.js';
import type { ItemKindName } from '../core/item.js';

@Entity('acting_order')
export class ActingOrderRow implements ActingOrder {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: ActingCapacity;
  @Column('uuid', { nullable: true }) throughOrderId: string | null;
  @Column('text') orderNumber: string;
  @Column('date') orderedOn: string;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('jsonb', { nullable: true }) itemKinds: ItemKindName[] | null;
  @Column('text', { nullable: true }) inCapacityOf: string | null;
  @Column('date', { nullable: true }) revokedOn: string | null;
}
