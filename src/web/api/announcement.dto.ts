import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class AnnouncementBody {
  @ApiProperty({ example: 2568 }) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty({ example: 'no-gift-announcement.v1' }) @IsString() @MaxLength(100) template: string;
  @ApiProperty({ type: [String], example: ['th'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @IsIn(['th', 'en'], { each: true })
  languages: ('th' | 'en')[];
  @ApiProperty({
    type: Object,
    description: 'By the names of GET /api/v1/announcement-templates; "<name>.en" is the English text of a worded one',
  })
  @IsObject()
  parameters: Record<string, string | number | string[] | null>;
  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  measureIds?: string[];
}

export class EditAnnouncementBody extends AnnouncementBody {
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
}
