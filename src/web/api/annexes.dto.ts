import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { LONGEST_ANNEX_TITLE } from '../../core/announcement/annexes.js';
import { MOST_FILES } from '../../core/measure/evidence-file.js';
import { EvidenceFileReply, SeenVersionBody } from './evidence.dto.js';

export class BringAnnexBody extends SeenVersionBody {
  @ApiProperty({ required: false, maxLength: LONGEST_ANNEX_TITLE })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ANNEX_TITLE)
  title?: string;
}

export class ArrangedAnnex {
  @ApiProperty({ format: 'uuid' }) @IsUUID() fileId: string;
  @ApiProperty({ maxLength: LONGEST_ANNEX_TITLE, description: 'Empty: the name of the file' })
  @IsString()
  @MaxLength(LONGEST_ANNEX_TITLE)
  title: string;
}

export class ArrangeAnnexesBody extends SeenVersionBody {
  @ApiProperty({ type: [ArrangedAnnex] })
  @IsArray()
  @ArrayMaxSize(MOST_FILES)
  @ValidateNested({ each: true })
  @Type(() => ArrangedAnnex)
  annexes: ArrangedAnnex[];
}

export class AnnexReply extends EvidenceFileReply {
  @ApiProperty({ description: 'Printed above it and in the list at the end of the announcement' }) title: string;
}

export class AnnexesReply {
  @ApiProperty({ type: [AnnexReply] }) annexes: AnnexReply[];
}
