import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { EVIDENCE_KINDS } from '../../core/measure/evidence-file.js';
import { MovedReply } from './item.dto.js';

const BYTES = { type: 'string', format: 'binary' } as const;

/** A form with one file and the version that was shown. @param more fields besides */
export const fileBody = (
  more: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>> = {},
) => ({
  schema: {
    type: 'object',
    required: ['file', 'seenVersion'],
    properties: { file: BYTES, seenVersion: { type: 'integer' }, ...more },
  },
});
export const THUMBNAIL_RESPONSE = { content: { 'image/jpeg': { schema: BYTES } } };
export const FILE_RESPONSE = {
  content: { ...THUMBNAIL_RESPONSE.content, 'application/pdf': { schema: BYTES }, 'image/png': { schema: BYTES } },
};

export class SeenVersionBody {
  @ApiProperty({ description: 'Version of the item as it was shown' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  seenVersion: number;
}

export class EvidenceFileReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: EVIDENCE_KINDS }) kind: string;
  @ApiProperty({ description: 'Of the cleaned file; part of the text that is signed' }) sha256: string;
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
