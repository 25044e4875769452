import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { EVIDENCE_KINDS } from '../../core/measure/evidence-file.js';
import { MovedReply } from './item.dto.js';

export class SeenVersionBody {
  @ApiProperty({ description: 'Version of the measure as it was shown' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  seenVersion: number;
}

export class EvidenceFileReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: EVIDENCE_KINDS }) kind: string;
  @ApiProperty({ description: 'Of the cleaned file; part of the text that is endorsed' }) sha256: string;
  @ApiProperty({ description: 'Bytes' }) size: number;
  @ApiProperty() pages: number;
  @ApiProperty({ type: [Number], description: 'Pages of a PDF, from 1, without words that could be read' })
  unreadPages: number[];
  @ApiProperty({ format: 'date-time' }) addedAt: string;
}

export class EvidenceLinkReply {
  @ApiProperty() label: string;
  @ApiProperty() url: string;
  @ApiProperty({
    enum: ['answered', 'silent', 'forbidden'],
    nullable: true,
    type: String,
    description: 'Null until it was looked at; forbidden: it leads inside a private network',
  })
  outcome: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'HTTP status it answered' }) status: number | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) checkedAt: string | null;
}

export class EvidenceReply {
  @ApiProperty({ type: [EvidenceFileReply] }) files: EvidenceFileReply[];
  @ApiProperty({ type: [EvidenceLinkReply] }) links: EvidenceLinkReply[];
}

export class BroughtReply extends MovedReply {
  @ApiProperty({ format: 'uuid' }) fileId: string;
}
