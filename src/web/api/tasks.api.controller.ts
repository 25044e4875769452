import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { inboxOf, type InboxItem } from '../../approvals/inbox.queries.js';
import type { ListedKind } from '../../approvals/waiting-turns.queries.js';
import { duesOf, type Dues } from '../../schedule/due.queries.js';
import { Desk } from '../desk.js';
import { LISTED_KINDS } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { WaitingPost } from './item.dto.js';
import { Refuses } from './problems.decorator.js';

export class HandedReply {
  @ApiProperty({ description: 'Who handed it to you' }) by: string;
  @ApiProperty() reason: string;
}

export class TaskReply {
  @ApiProperty({ enum: ['measure', 'report', 'announcement'] }) kind: string;
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() fiscalYear: number;
  @ApiProperty() state: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty() version: number;
  @ApiProperty({ description: 'Of the text as it is now; a signature says which text was shown' }) contentHash: string;
  @ApiProperty({
    nullable: true,
    type: String,
    example: 'sign_off',
    description: 'Null when it waits for no signature',
  })
  signingDeed: string | null;
  @ApiProperty({ type: [WaitingPost] }) waitingFor: WaitingPost[];
  @ApiProperty({
    nullable: true,
    type: String,
    format: 'date',
    description: 'The earliest due day of what it waits for',
  })
  dueOn: string | null;
  @ApiProperty({ description: 'Working days until that day; 0 on the day, after it, and without one' })
  daysLeft: number;
  @ApiProperty({ description: 'Working days past that day' }) daysLate: number;
  @ApiProperty({ description: 'It came back for correction and was not submitted since' }) wasReturned: boolean;
  @ApiProperty({ description: 'Decided in an emergency and not ratified yet' }) hasOpenOverride: boolean;
  @ApiProperty({ required: false, type: HandedReply, description: 'When the signature was handed to you' })
  handed?: HandedReply;
}

export class TasksReply {
  @ApiProperty({ type: [TaskReply], description: 'Waiting for my signature' }) forMe: TaskReply[];
  @ApiProperty({ type: [TaskReply], description: 'Submitted by me, waiting for others' }) forOthers: TaskReply[];
  @ApiProperty({ type: [TaskReply], description: 'My drafts' }) drafts: TaskReply[];
  @ApiProperty({ type: [TaskReply], description: 'The last fifty I decided on' }) done: TaskReply[];
}

@ApiDoor('tasks', 'Tasks')
export class TasksApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(LISTED_KINDS) private readonly kinds: readonly ListedKind[],
  ) {}

  @Get()
  @ApiOperation({ summary: 'My work over all kinds of item, oldest first' })
  @ApiOkResponse({ type: TasksReply })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<TasksReply> {
    return this.desk.at(visitor, async (tx) => {
      const { organizationId, personId } = visitor;
      const { forMe, forOthers, drafts, done } = await inboxOf(tx, organizationId, this.kinds, personId);
      const dues = await duesOf(tx, organizationId, [...forMe, ...forOthers]);
      const taskReply = replyWith(dues);
      return {
        forMe: forMe.map(taskReply),
        forOthers: forOthers.map(taskReply),
        drafts: drafts.map(taskReply),
        done: done.map(taskReply),
      };
    });
  }
}

const replyWith =
  (dues: Dues) =>
  ({ since, waitingFor, ...item }: InboxItem): TaskReply => ({
    ...item,
    ...(dues.get(item.id) ?? { dueOn: null, daysLeft: 0, daysLate: 0 }),
    since: since.toISOString(),
    waitingFor: waitingFor.map(({ post, people }) => ({ post, people: [...people] })),
  });
