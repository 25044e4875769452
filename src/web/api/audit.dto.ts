import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import type { ItemKindName } from '../../core/item.js';
import { IsCalendarDay } from './calendar-day.js';

const ITEM_KINDS = ['measure', 'report', 'announcement'] as const;
const LARGEST = 999_999_999_999;

export class ChainReply {
  @ApiProperty() intact: boolean;
  @ApiProperty({ required: false, description: 'Number of events' }) size?: number;
  @ApiProperty({ required: false, description: 'Hash of the last event' }) head?: string;
}

export class CheckpointReply {
  @ApiProperty({ description: 'Number of events' }) size: number;
  @ApiProperty({ description: 'Root of the Merkle tree over them (RFC 9162), hexadecimal' }) root: string;
  @ApiProperty({ format: 'date-time' }) madeAt: string;
  @ApiProperty({ description: 'C2SP signed note: origin, size, root, signature' }) note: string;
}

export class StampReply {
  @ApiProperty({ description: 'Of the checkpoint: number of events' }) size: number;
  @ApiProperty({ format: 'date-time' }) stampedAt: string;
  @ApiProperty({ description: 'As the certificate of the authority calls it' }) authority: string;
  @ApiProperty({
    format: 'byte',
    description: 'TimeStampToken of RFC 3161 over the bytes of the note of the checkpoint, DER in base64',
  })
  token: string;
}

export class WitnessReply {
  @ApiProperty({ description: 'As the key of the witness calls it' }) name: string;
  @ApiProperty({ description: 'Verifier key of C2SP tlog-cosignature: name+hash+key' }) key: string;
  @ApiProperty({ description: 'Submission prefix of C2SP tlog-witness' }) url: string;
  @ApiProperty({ nullable: true, type: Number, description: 'How many events the newest cosigned checkpoint covers' })
  size: number | null;
  @ApiProperty({
    nullable: true,
    type: String,
    format: 'date-time',
    description: 'When the witness says it cosigned it',
  })
  cosignedAt: string | null;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Code of what keeps it from cosigning the newest checkpoint',
  })
  problem: string | null;
  @ApiProperty({ description: 'No further try is made until a person asks for it' }) isSetAside: boolean;
}

export class LogKeyReply {
  @ApiProperty({ description: 'Verifier key of C2SP signed notes: name+hash+key' }) key: string;
  @ApiProperty({ description: 'Number of the event that announces it' }) since: number;
  @ApiProperty({ description: 'The new key signed by the one before it; empty for the first' }) endorsement: string;
}

export class SheetQuery {
  @ApiProperty({
    required: false,
    example: '2025-10',
    description: 'Month in Thailand; left out: the newest checkpoint',
  })
  @IsOptional()
  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  month?: string;
}

export class InclusionQuery {
  @ApiProperty({ minimum: 1, description: 'Number of the event' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  seq: number;
  @ApiProperty({ minimum: 1, description: 'Size of a checkpoint' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  size: number;
}

export class ConsistencyQuery {
  @ApiProperty({ minimum: 1, description: 'Size of the older checkpoint' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  from: number;
  @ApiProperty({ minimum: 1, description: 'Size of the newer checkpoint' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  to: number;
}

export class InclusionReply {
  @ApiProperty() seq: string;
  @ApiProperty() size: string;
  @ApiProperty({ type: [String], description: 'Hashes from the leaf upwards, base64 (RFC 9162, 2.1.3)' })
  path: string[];
}

export class ConsistencyReply {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [String], description: 'Hashes, base64 (RFC 9162, 2.1.4)' }) path: string[];
}

/** Neither an item nor days: the whole log. */
export class ExportBody {
  @ApiProperty({ required: false, enum: ITEM_KINDS })
  @IsOptional()
  @IsIn(ITEM_KINDS)
  itemKind?: ItemKindName;
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  itemId?: string;
  @ApiProperty({ required: false, example: '2025-10-01', description: 'First day in Thailand; together with `to`' })
  @IsOptional()
  @IsCalendarDay()
  from?: string;
  @ApiProperty({ required: false, example: '2026-09-30', description: 'Last day' })
  @IsOptional()
  @IsCalendarDay()
  to?: string;
}

export class ExportAskedReply {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class ExportReply extends ExportAskedReply {
  @ApiProperty({ nullable: true, type: String, enum: ITEM_KINDS, description: 'Null but for one item' })
  itemKind: ItemKindName | null;
  @ApiProperty({ nullable: true, type: String, format: 'uuid' }) itemId: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date', description: 'Null but for some days' })
  from: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) to: string | null;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ nullable: true, type: String, format: 'date-time', description: 'Null while it is being made' })
  madeAt: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Number of events of the log up to where the bundle ends' })
  logSize: number | null;
  @ApiProperty({ nullable: true, type: Number }) bytes: number | null;
  @ApiProperty({ nullable: true, type: String }) sha256: string | null;
}
