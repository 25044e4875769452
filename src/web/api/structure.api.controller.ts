import { Body, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { everyDivisionOf, postsOf } from '../../organizations/establishment.queries.js';
import { saveDivision } from '../../organizations/keep-divisions.js';
import { addPost, endPost, renamePost } from '../../organizations/keep-posts.js';
import { AdminDesk } from '../admin-desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { IdReply } from './people.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { DIVISION_REFUSALS, KEY_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';
import { DivisionBody, DivisionRecordReply, NewPostBody, PostNameBody, PostReply } from './structure.dto.js';

/** Posts and divisions: for administrators. */
@ApiDoor('admin', 'Administration')
export class StructureApiController {
  constructor(@Inject(AdminDesk) private readonly desk: AdminDesk) {}

  @Get('posts')
  @ApiOperation({ summary: 'Every post with its holders of today, abolished ones last' })
  @ApiOkResponse({ type: [PostReply] })
  @Refuses()
  posts(@SignedIn() visitor: Visitor): Promise<PostReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await postsOf(tx, visitor.organizationId)).map((post) => ({ ...post, holders: [...post.holders] })),
    );
  }

  @Post('posts')
  @ApiOperation({ summary: 'A new post, held by nobody yet' })
  @ApiCreatedResponse({ type: IdReply })
  @WithIdempotencyKey()
  @Refuses('post.division-needed', ...KEY_REFUSALS)
  async addPost(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: NewPostBody,
    @IdempotencyKey() key: string | null,
  ): Promise<IdReply> {
    const { organizationId, personId: changedBy } = visitor;
    const { nameEn = null, divisionId = null, ...given } = body;
    const keyed = await this.desk.once(visitor, key, { path: request.path, body }, (tx) =>
      addPost(tx, { ...given, nameEn, divisionId, organizationId, changedBy }),
    );
    return told(response, keyed);
  }

  @Put('posts/:id/name')
  @HttpCode(204)
  @ApiOperation({ summary: 'Renames a post; signed documents keep the old name' })
  @ApiNoContentResponse()
  @Refuses('item.not-found')
  renamePost(@SignedIn() visitor: Visitor, @Param('id') postId: string, @Body() body: PostNameBody): Promise<void> {
    const { organizationId, personId: changedBy } = visitor;
    const { name, nameEn = null } = body;
    return this.desk.at(visitor, (tx) => renamePost(tx, { organizationId, postId, changedBy, name, nameEn }));
  }

  @Post('posts/:id/end')
  @HttpCode(204)
  @ApiOperation({ summary: 'Abolishes a post from today on; item.refused names every objection' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'item.refused', 'post.still-held', 'post.work-waiting', 'post.in-route')
  async endPost(@Keyed() { visitor, key, asked, response }: KeyedCall, @Param('id') postId: string): Promise<void> {
    const { organizationId, personId: changedBy } = visitor;
    const ended = await this.desk.once(visitor, key, asked, async (tx) => {
      await endPost(tx, { organizationId, postId, changedBy });
      return {};
    });
    told(response, ended);
  }

  @Get('divisions')
  @ApiOperation({ summary: 'Every division there is, will be or was' })
  @ApiOkResponse({ type: [DivisionRecordReply] })
  @Refuses()
  divisions(@SignedIn() visitor: Visitor): Promise<DivisionRecordReply[]> {
    return this.desk.at(visitor, (tx) => everyDivisionOf(tx, visitor.organizationId));
  }

  @Post('divisions')
  @ApiOperation({ summary: 'A new division' })
  @ApiCreatedResponse({ type: IdReply })
  @WithIdempotencyKey()
  @Refuses(...DIVISION_REFUSALS, ...KEY_REFUSALS)
  async addDivision(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: DivisionBody,
    @IdempotencyKey() key: string | null,
  ): Promise<IdReply> {
    const { organizationId, personId: changedBy } = visitor;
    const fields = { ...body, endsOn: body.endsOn ?? null };
    const keyed = await this.desk.once(visitor, key, { path: request.path, body }, (tx) =>
      saveDivision(tx, { organizationId, divisionId: null, fields, changedBy }),
    );
    return told(response, keyed);
  }

  @Put('divisions/:id')
  @ApiOperation({ summary: 'Renames, moves or ends a division' })
  @ApiOkResponse({ type: IdReply })
  @Refuses('item.not-found', ...DIVISION_REFUSALS)
  changeDivision(
    @SignedIn() visitor: Visitor,
    @Param('id') divisionId: string,
    @Body() body: DivisionBody,
  ): Promise<IdReply> {
    const { organizationId, personId: changedBy } = visitor;
    const fields = { ...body, endsOn: body.endsOn ?? null };
    return this.desk.at(visitor, (tx) => saveDivision(tx, { organizationId, divisionId, fields, changedBy }));
  }
}
