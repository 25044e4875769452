import { Body, HttpCode, Inject, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Request } from 'express';
import { OwnPassword } from '../own-password.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

export class OwnPasswordBody {
  @ApiProperty({ description: 'The password until now, or the one-time secret', maxLength: 1_000 })
  @IsString()
  @MaxLength(1_000)
  current: string;
  @ApiProperty({ minLength: 10, maxLength: 200 }) @IsString() @MaxLength(200) next: string;
}

@ApiDoor('session/password', 'Session')
export class PasswordApiController {
  constructor(@Inject(OwnPassword) private readonly passwords: OwnPassword) {}

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Chooses a password of one’s own; other sessions of the person end' })
  @ApiNoContentResponse()
  @Refuses(
    'sign-in.failed',
    'sign-in.too-many-attempts',
    'password.weak',
    'password.unchanged',
    'item.changed-meanwhile',
  )
  choose(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: OwnPasswordBody): Promise<void> {
    return this.passwords.choose(request, visitor, body);
  }
}
