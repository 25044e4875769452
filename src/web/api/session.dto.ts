import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class SignInBody {
  @ApiProperty({ example: 'tua-yang', description: 'Slug of the organization' })
  @Matches(/^[a-z0-9-]{1,100}$/)
  organization: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) userName: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(1_000) password: string;
}

export class SessionReply {
  @ApiProperty() organization: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String], description: 'Posts held today' }) posts: string[];
  @ApiProperty({ type: [String], example: ['officer'] }) capacities: string[];
}
