import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { isUuid } from '../../database/tenant.js';
import { retryWork } from '../../outbox/retry-work.js';
import { publicationStatuses, type PublicationStatus } from '../../publishing/publications.queries.js';
import { Desk } from '../desk.js';
import { PUBLIC_BASE_URL } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

export class UndoneReply {
  @ApiProperty({ format: 'uuid', description: 'For the retry' }) workId: string;
  @ApiProperty() step: string;
  @ApiProperty({ description: 'No further try is made until a person asks for it' }) isSetAside: boolean;
  @ApiProperty({ format: 'date-time' }) nextTryAt: string;
  @ApiProperty({ nullable: true, type: String, description: 'Code of what went wrong last' }) problem: string | null;
}

export class PublicationReply {
  @ApiProperty({ format: 'uuid' }) editionId: string;
  @ApiProperty({ format: 'uuid' }) documentId: string;
  @ApiProperty() itemKind: string;
  @ApiProperty({ format: 'uuid' }) itemId: string;
  @ApiProperty() title: string;
  @ApiProperty() fiscalYear: number;
  @ApiProperty() language: string;
  @ApiProperty() number: number;
  @ApiProperty({ nullable: true, type: String }) sha256: string | null;
  @ApiProperty({ enum: ['on-its-way', 'published', 'superseded', 'withdrawing', 'withdrawn'] }) standing: string;
  @ApiProperty({ nullable: true, type: String, description: 'The step it stands before' }) nextStep: string | null;
  @ApiProperty({ type: Object, description: 'When each step was done: signed, rendered, sealed, sent, seen' })
  doneAt: object;
  @ApiProperty({ nullable: true, type: String, description: 'Permanent address' }) address: string | null;
  @ApiProperty({ nullable: true, type: String }) withdrawnReason: string | null;
  @ApiProperty({ description: 'It still held at the second look' }) isSettled: boolean;
  @ApiProperty({ nullable: true, type: UndoneReply }) undone: UndoneReply | null;
}

@ApiDoor('publications', 'Publications')
export class PublicationsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
    @Inject(PUBLIC_BASE_URL) private readonly publicBaseUrl: string,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where every edition stands on its way to the public, newest first' })
  @ApiOkResponse({ type: [PublicationReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<PublicationReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await publicationStatuses(tx, visitor.organizationId)).map((status) => replyOf(status, this.publicBaseUrl)),
    );
  }

  @Post('work/:workId/retry')
  @HttpCode(204)
  @ApiOperation({ summary: 'Tries undone work again, now and from the start' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('work.not-found')
  retry(@Keyed() call: KeyedCall, @Param('workId') workId: string): Promise<void> {
    const { organizationId } = call.visitor;
    return this.keyed.silently(call, async (tx, { actor }) => {
      requireCapacity(actor, 'officer', 'administrator');
      if (!isUuid(workId)) throw new DomainError('work.not-found', { workId });
      const { personId, posts } = actor;
      await retryWork(tx, organizationId, workId, { personId, postId: posts[0]?.postId });
    });
  }
}

const replyOf = ({ doneAt, undone, address, ...status }: PublicationStatus, baseUrl: string): PublicationReply => ({
  ...status,
  doneAt: Object.fromEntries(Object.entries(doneAt).map(([step, at]) => [step, at?.toISOString() ?? null])),
  address: address === null ? null : baseUrl + address,
  undone: undone && {
    workId: undone.workId,
    step: undone.step,
    isSetAside: undone.isSetAside,
    nextTryAt: undone.nextTryAt.toISOString(),
    problem: undone.problem?.code ?? null,
  },
});
