import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { PostFormPage, type TypedPost } from '../../../templates/web/pages/staff/post-form.page.js';
import { PostsPage } from '../../../templates/web/pages/staff/posts.page.js';
import { DomainError } from '../../core/errors.js';
import { postsOf, type ListedPost } from '../../organizations/establishment.queries.js';
import { addPost, endPost, renamePost } from '../../organizations/keep-posts.js';
import type { PostKind } from '../../organizations/organization.entities.js';
import { divisionsOf } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class PostForm {
  @Text() name = '';
  @Text() nameEn = '';
  @Text() kind = 'officer';
  @Text() divisionId = '';
  @Text() idempotencyKey = '';
}

/** Posts of the agency: signatures are asked of them, not of people. */
@ApiExcludeController()
@Controller('admin/posts')
export class PostsController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const posts = await postsOf(tx, visitor.organizationId);
      const rows = posts.map((post) => ({ ...post, isEnded: post.endsOn !== null }));
      return PostsPage({ frame: this.frames.of(request, me), rows });
    });
  }

  @Get('new')
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.page(visitor, request, null, new PostForm(), []);
  }

  @Post('new')
  add(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(PostForm, body);
    const { idempotencyKey, ...given } = form;
    const { organizationId, personId: changedBy } = visitor;
    const post = {
      ...given,
      kind: given.kind as PostKind, // addPost refuses any other
      divisionId: given.divisionId || null,
    };
    return formOrRefusals(
      async () => {
        const asked = { path: request.path, ...given };
        await this.desk.once(visitor, idempotencyKey, asked, (tx) =>
          addPost(tx, { ...post, organizationId, changedBy }),
        );
        leaveNotice(request, 'post.add');
        return seeOther(links.posts);
      },
      (problems) => this.page(visitor, request, null, form, problems),
    );
  }

  @Get(':id')
  async show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.page(visitor, request, id, null, []);
  }

  @Post(':id')
  rename(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') postId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(PostForm, body);
    const { name, nameEn } = form;
    const { organizationId, personId: changedBy } = visitor;
    return formOrRefusals(
      async () => {
        await this.desk.at(visitor, (tx) => renamePost(tx, { organizationId, postId, name, nameEn, changedBy }));
        leaveNotice(request, 'post.rename');
        return seeOther(links.posts);
      },
      (problems) => this.page(visitor, request, postId, form, problems),
    );
  }

  @Post(':id/end')
  end(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') postId: string): Promise<WebReply> {
    const { organizationId, personId: changedBy } = visitor;
    return formOrRefusals(
      async () => {
        await this.desk.at(visitor, (tx) => endPost(tx, { organizationId, postId, changedBy }));
        leaveNotice(request, 'post.end');
        return seeOther(links.posts);
      },
      (problems) => this.page(visitor, request, postId, null, problems),
    );
  }

  /** @param form what was typed; null shows the post as it is */
  private page(
    visitor: Visitor,
    request: Request,
    postId: string | null,
    form: TypedPost | null,
    problems: readonly FieldProblem[],
  ): Promise<VNode> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, me) => {
      const [post] = postId === null ? [] : await postsOf(tx, organizationId, postId);
      if (postId !== null && !post) throw new DomainError('item.not-found', { itemId: postId });
      const divisions = await divisionsOf(tx, organizationId);
      return PostFormPage({
        frame: this.frames.of(request, me),
        post: post ? { id: post.id, division: post.division, isEnded: post.endsOn !== null } : null,
        typed: { ...(form ?? typedOf(post)), ...(post ? { kind: post.kind } : {}) },
        divisions: divisions.map(({ id, name }) => ({ value: id, label: name })),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

const typedOf = (post: ListedPost | undefined): TypedPost => ({
  name: post?.name ?? '',
  nameEn: post?.nameEn ?? '',
  kind: post?.kind ?? 'officer',
  divisionId: post?.divisionId ?? '',
});
