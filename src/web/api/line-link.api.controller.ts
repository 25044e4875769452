import { Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { lineLinkOf, unlinkLine } from '../../notices/link-line.js';
import { Desk } from '../desk.js';
import { LineLinks, type LineFriend, type OpenLineCode } from '../line/line-links.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { KEY_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

export class LineLinkReply {
  @ApiProperty({ description: 'Whether this installation has a LINE account at all' }) isSetUp: boolean;
  @ApiProperty() isLinked: boolean;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) linkedAt: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time', description: 'Since when LINE does not reach me' })
  lostAt: string | null;
}

export class LineCodeReply {
  @ApiProperty({ nullable: true, type: String, example: 'ABCD-2345', description: 'Null when the request is repeated' })
  code: string | null;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ nullable: true, type: String, description: 'Adds the LINE account as a friend' })
  addFriendUrl: string | null;
}

/** Everybody’s own link to LINE. */
@ApiDoor('notices/line-link', 'Notices')
export class LineLinkApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
    @Inject(LineLinks) private readonly lineLinks: LineLinks,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether my LINE is linked' })
  @ApiOkResponse({ type: LineLinkReply })
  @Refuses()
  async show(@SignedIn() visitor: Visitor): Promise<LineLinkReply> {
    const { isLinked, linkedAt, lostAt } = await this.desk.at(visitor, (tx) => lineLinkOf(tx, visitor));
    const inWords = (moment: Date | null): string | null => moment && moment.toISOString();
    return { isSetUp: this.lineLinks.isSetUp, isLinked, linkedAt: inWords(linkedAt), lostAt: inWords(lostAt) };
  }

  @Post()
  @ApiOperation({ summary: 'A one-time code to send to the LINE account within ten minutes; the code before ends' })
  @ApiCreatedResponse({ type: LineCodeReply })
  @WithIdempotencyKey()
  @Refuses('line.not-set-up', ...KEY_REFUSALS)
  async open(@SignedIn() visitor: Visitor, @Keyed() call: KeyedCall): Promise<LineCodeReply> {
    // answers are kept for their key, codes never
    const made: { open?: OpenLineCode; friend?: LineFriend | null } = {};
    const reply = await this.keyed.at(call, async (tx) => {
      made.open = await this.lineLinks.open(tx, visitor);
      made.friend = this.lineLinks.friendFor(made.open.code);
      return { expiresAt: made.open.expiresAt.toISOString(), addFriendUrl: made.friend?.href ?? null };
    });
    return { ...reply, code: made.open?.code ?? null };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends the link of my LINE and an open code; nothing more is sent by LINE' })
  @ApiNoContentResponse()
  @Refuses()
  unlink(@SignedIn() visitor: Visitor): Promise<void> {
    return this.desk.at(visitor, (tx) => unlinkLine(tx, visitor));
  }
}
