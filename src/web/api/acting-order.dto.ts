import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ACTING_CAPACITIES, type ActingCapacity } from '../../core/acting/signature-block.js';
import type { ItemKindName } from '../../core/item.js';
import { IsCalendarDay } from './calendar-day.js';

const CAPACITIES = Object.keys(ACTING_CAPACITIES);
const KINDS = ['measure', 'report', 'announcement'];

/** An acting order as it stands on paper. */
export class ActingOrderBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() personId: string;
  @ApiProperty({ format: 'uuid', description: 'The post acted for' }) @IsUUID() postId: string;
  @ApiProperty({ enum: CAPACITIES }) @IsIn(CAPACITIES) capacity: ActingCapacity;
  @ApiProperty({ example: '12/2568', maxLength: 100 }) @IsString() @MaxLength(100) orderNumber: string;
  @ApiProperty({ example: '2025-01-02' }) @IsCalendarDay() orderedOn: string;
  @ApiProperty({ example: '2025-01-02' }) @IsCalendarDay() startsOn: string;
  @ApiProperty({ required: false, nullable: true, type: String, description: 'Last day; without it, until revoked' })
  @IsOptional()
  @IsCalendarDay()
  endsOn?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String, description: 'The order of a chain of two' })
  @IsOptional()
  @IsUUID()
  throughOrderId?: string | null;
  @ApiProperty({ required: false, nullable: true, isArray: true, enum: KINDS, description: 'Without it, all kinds' })
  @IsOptional()
  @IsArray()
  @IsIn(KINDS, { each: true })
  itemKinds?: ItemKindName[] | null;
  @ApiProperty({ required: false, nullable: true, type: String, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  inCapacityOf?: string | null;
}

export class OrderRemarkReply {
  @ApiProperty({
    enum: ['without-post', 'through-ended', 'ordered-late'],
    description:
      'The person holds no post of their own; the order it goes through does not count; it is dated after its first day',
  })
  kind: string;
  @ApiProperty({ format: 'date', nullable: true, type: String, description: 'The first day without effect' })
  from: string | null;
}

export class ActingOrderReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() personId: string;
  @ApiProperty() person: string;
  @ApiProperty() postId: string;
  @ApiProperty() post: string;
  @ApiProperty({ enum: CAPACITIES }) capacity: string;
  @ApiProperty() orderNumber: string;
  @ApiProperty() orderedOn: string;
  @ApiProperty() startsOn: string;
  @ApiProperty({ nullable: true, type: String }) endsOn: string | null;
  @ApiProperty({ nullable: true, type: String }) throughOrderId: string | null;
  @ApiProperty({ nullable: true, type: [String] }) itemKinds: string[] | null;
  @ApiProperty({ nullable: true, type: String }) revokedOn: string | null;
  @ApiProperty({ type: [OrderRemarkReply] }) remarks: OrderRemarkReply[];
}

export class HandOverBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() fromPersonId: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() toPersonId: string;
  @ApiProperty({ description: 'The person leaves: close the account' }) @IsIn([true, false]) closesAccount: boolean;
}

export class HandOverReply {
  @ApiProperty() posts: number;
  @ApiProperty({ description: 'Drafts and approved items that go on' }) drafts: number;
  @ApiProperty({ description: 'Submissions that wait for signatures' }) waiting: number;
  @ApiProperty() actingOrders: number;
}

export class HandOverQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() fromPersonId: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() toPersonId: string;
}

export class PassingPost {
  @ApiProperty() post: string;
  @ApiProperty({ format: 'date', description: 'From when the other person holds it' }) startsOn: string;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) endsOn: string | null;
}

export class PassingItemReply {
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() state: string;
  @ApiProperty({ description: 'It was submitted and waits for signatures' }) isWaiting: boolean;
}

export class BelongingsReply {
  @ApiProperty({ type: [PassingPost] }) posts: PassingPost[];
  @ApiProperty({ type: [PassingItemReply], description: 'Items that are not over yet' }) items: PassingItemReply[];
  @ApiProperty({ description: 'Items that are over and change hands all the same' }) finished: number;
  @ApiProperty({ description: 'Acting orders that end' }) actingOrders: number;
}

export class NamedReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}
