import { Body, Delete, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../core/errors.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { signIn } from '../../identity/sign-in.js';
import { findBySlug } from '../../organizations/organizations.queries.js';
import { Desk } from '../desk.js';
import { SignInLimits } from '../sign-in-limits.js';
import { endSession, startSession } from '../start-session.js';
import { SignedIn, visitorOf, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses, RefusesAnybody } from './problems.decorator.js';
import { SessionReply, SignInBody } from './session.dto.js';

@ApiDoor('session', 'Session')
export class SessionApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
    @Inject(Desk) private readonly desk: Desk,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Signs in; the reply sets the session cookie. Deeds that sign need one not older than five minutes',
  })
  @ApiOkResponse({ type: SessionReply })
  @RefusesAnybody('sign-in.failed', 'sign-in.too-many-attempts', 'permission.denied')
  async enter(
    @Req() request: Request,
    @Body() { organization, userName, password }: SignInBody,
  ): Promise<SessionReply> {
    const entry = await this.unitOfWork.withoutTenant((manager) => findBySlug(manager, organization));
    if (!entry) throw new DomainError('sign-in.failed');
    const { organizationId } = entry;
    const clientAddress = request.ip ?? '';
    const person = await this.limits.guarding({ organizationId, userName, clientAddress }, () =>
      signIn(this.unitOfWork, { organizationId, userName, password, clientAddress }),
    );
    await startSession(request, person);
    return this.describe(visitorOf(request));
  }

  @Get()
  @ApiOperation({ summary: 'Who is signed in, and as what' })
  @ApiOkResponse({ type: SessionReply })
  @Refuses()
  who(@SignedIn() visitor: Visitor): Promise<SessionReply> {
    return this.describe(visitor);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out' })
  @ApiNoContentResponse()
  @Refuses()
  async leave(@SignedIn() _visitor: Visitor, @Req() request: Request): Promise<void> {
    await endSession(request);
  }

  private describe(visitor: Visitor): Promise<SessionReply> {
    return this.desk.at(visitor, async (_tx, { organization, person, actor }) => ({
      organization: organization.slug,
      name: person.name,
      posts: actor.posts.map((post) => post.name),
      capacities: [...actor.capacities],
    }));
  }
}
