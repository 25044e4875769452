import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { ListedKind } from '../../approvals/waiting-turns.queries.js';
import { unsignedWork } from '../../schedule/unsigned.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { LISTED_KINDS } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

export class UnsignedPostReply {
  @ApiProperty({ format: 'uuid' }) postId: string;
  @ApiProperty() post: string;
  @ApiProperty({ type: [String], description: 'Holders kept out by four eyes; empty when nobody holds the post' })
  keptOut: string[];
}

export class UnsignedReply {
  @ApiProperty({ enum: ['measure', 'report', 'announcement'] }) itemKind: string;
  @ApiProperty({ format: 'uuid' }) itemId: string;
  @ApiProperty() title: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ type: [UnsignedPostReply] }) posts: UnsignedPostReply[];
}

@ApiDoor('admin/unsigned', 'Administration')
export class UnsignedApiController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(LISTED_KINDS) private readonly kinds: readonly ListedKind[],
  ) {}

  @Get()
  @ApiOperation({ summary: 'Items that stand still because nobody may sign them' })
  @ApiOkResponse({ type: [UnsignedReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<UnsignedReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await unsignedWork(tx, visitor.organizationId, this.kinds)).map(({ since, posts, ...item }) => ({
        ...item,
        since: since.toISOString(),
        posts: posts.map((post) => ({ ...post, keptOut: [...post.keptOut] })),
      })),
    );
  }
}
