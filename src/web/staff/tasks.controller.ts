import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { TasksPage, type Task, type TaskList } from '../../../templates/web/pages/staff/tasks.page.js';
import { itemHref, KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import { waitingText } from '../../../templates/web/words/route-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { inboxOf, type Inbox, type InboxItem, type ListedKind } from '../../approvals/inbox.queries.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { Desk, isOfficer } from '../desk.js';
import type { WebReply } from '../reply.js';
import { LISTED_KINDS } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('tasks')
export class TasksController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(LISTED_KINDS) private readonly kinds: readonly ListedKind[],
  ) {}

  @Get()
  list(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Query('list') wanted?: string,
    @Query('page') page?: string,
  ): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const lists = listsOf(await inboxOf(tx, visitor.organizationId, this.kinds, visitor.personId));
      const list: TaskList = wanted === 'others' || wanted === 'done' ? wanted : 'mine';
      const number = pageNumber(page);
      const shown = lists[list].slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
      return TasksPage({
        frame: { ...this.frames.of(request, me), waitingForMe: lists.mine.length },
        list,
        counts: { mine: lists.mine.length, others: lists.others.length, done: lists.done.length },
        tasks: shown.map((item) => taskOf(item, me.organization.digits)),
        paging: pagingOf(number, lists[list].length, { list }),
        mayDraft: isOfficer(me),
      });
    });
  }
}

/** A person's own drafts wait for that person. */
const listsOf = ({ forMe, drafts, forOthers, done }: Inbox): Record<TaskList, readonly InboxItem[]> => ({
  mine: [...forMe, ...drafts],
  others: forOthers.filter(({ id }) => !forMe.some((mine) => mine.id === id)),
  done,
});

const taskOf = ({ kind, id, title, state, since, waitingFor }: InboxItem, digits: DigitStyle): Task => ({
  key: id,
  href: itemHref(kind, id),
  kind: KIND_LABELS[kind],
  title,
  state: stateView(kind, state),
  who: waitingText(
    waitingFor.map(({ post, people }) => ({
      postName: post,
      holders: people.map((name) => ({ name })),
    })),
  ),
  sinceText: momentText(since, digits),
  isLate: false,
});
