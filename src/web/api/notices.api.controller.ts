import { Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { noticeSentence, noticeSentenceEn } from '../../core/thai/notice-texts.js';
import { markRead } from '../../notices/mark-read.js';
import { noticesOf } from '../../notices/notices.queries.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses, TwoLanguages } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

export class NoticeReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() kind: string;
  @ApiProperty({ type: TwoLanguages }) sentence: TwoLanguages;
  @ApiProperty({ nullable: true, type: String }) itemKind: string | null;
  @ApiProperty({ nullable: true, type: String }) itemId: string | null;
  @ApiProperty({ nullable: true, type: String }) title: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'YYYY-MM-DD' }) dueOn: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty() isRead: boolean;
}

export class ReadReply {
  @ApiProperty({ description: 'How many were unread' }) read: number;
}

@ApiDoor('notices', 'Notices')
export class NoticesApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What I was told, unread first' })
  @ApiOkResponse({ type: [NoticeReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<NoticeReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await noticesOf(tx, visitor.organizationId, visitor.personId)).map(({ createdAt, ...notice }) => ({
        ...notice,
        sentence: {
          th: noticeSentence(notice.kind, notice.itemKind, notice.dueOn),
          en: noticeSentenceEn(notice.kind, notice.itemKind, notice.dueOn),
        },
        createdAt: createdAt.toISOString(),
      })),
    );
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Marks all my notices as read' })
  @ApiOkResponse({ type: ReadReply })
  @WithIdempotencyKey()
  @Refuses()
  read(@Keyed() call: KeyedCall): Promise<ReadReply> {
    const { organizationId, personId } = call.visitor;
    return this.keyed.at(call, async (tx) => ({
      read: await markRead(tx, { organizationId, personId, noticeIds: 'all' }),
    }));
  }
}
