import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDay } from './calendar-day.js';

export class PeopleQuery {
  @ApiProperty({ required: false, description: 'Part of a name or a user name', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
  @ApiProperty({ required: false, default: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page = 1;
  @ApiProperty({ required: false, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  size = 50;
}

export class PersonLineReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() userName: string;
  @ApiProperty({ type: [String], description: 'Posts held today' }) posts: string[];
  @ApiProperty() isClosed: boolean;
  @ApiProperty({ description: 'Has a one-time secret and no own password' }) awaitsPassword: boolean;
}

export class PeopleReply {
  @ApiProperty() total: number;
  @ApiProperty({ type: [PersonLineReply] }) items: PersonLineReply[];
}

export class AppointmentReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) postId: string;
  @ApiProperty() post: string;
  @ApiProperty({ nullable: true, type: String }) division: string | null;
  @ApiProperty({ description: 'YYYY-MM-DD' }) startsOn: string;
  @ApiProperty({ nullable: true, type: String, description: 'Last day; null until further notice' })
  endsOn: string | null;
}

export class PersonReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ nullable: true, type: String }) nameEn: string | null;
  @ApiProperty() userName: string;
  @ApiProperty() isClosed: boolean;
  @ApiProperty() awaitsPassword: boolean;
  @ApiProperty({ type: [AppointmentReply], description: 'Every one there ever was, the latest first' })
  appointments: AppointmentReply[];
}

export class PersonNameBody {
  @ApiProperty({ maxLength: 200 }) @IsString() @MaxLength(200) name: string;
  @ApiProperty({ required: false, nullable: true, type: String, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;
}

export class NewPersonBody extends PersonNameBody {
  @ApiProperty({ example: 'somying.r', description: '2 to 60 lower-case letters, digits, dots or hyphens' })
  @IsString()
  @MaxLength(60)
  userName: string;
}

export class SecretReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Shown once, good for seven days; null in a repeat with the same Idempotency-Key',
  })
  oneTimeSecret: string | null;
}

export class AppointmentBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() postId: string;
  @ApiProperty({ example: '2025-10-01' }) @IsCalendarDay() startsOn: string;
  @ApiProperty({ required: false, nullable: true, type: String, description: 'Last day' })
  @IsOptional()
  @IsCalendarDay()
  endsOn?: string | null;
}

export class LastDayBody {
  @ApiProperty({ example: '2025-09-30', description: 'Last day in the post' }) @IsCalendarDay() endsOn: string;
}

export class IdReply {
  @ApiProperty({ format: 'uuid' }) id: string;
}
