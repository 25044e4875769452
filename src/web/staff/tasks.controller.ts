import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { TasksPage, type Task, type TaskList } from '../../../templates/web/pages/staff/tasks.page.js';
import { itemHref, KIND_LABELS, markedState } from '../../../templates/web/words/item-words.js';
import { handedText, ownTurnText, waitingText } from '../../../templates/web/words/route-words.js';
import { dueText, momentText } from '../../../templates/web/words/time-words.js';
import { inboxOf, type Inbox, type InboxItem } from '../../approvals/inbox.queries.js';
import { waitingTurns, type ListedKind, type WaitingTurn } from '../../approvals/waiting-turns.queries.js';
import { openOverrides } from '../../approvals/overrides.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { Tx } from '../../database/unit-of-work.js';
import { lapsingOrders } from '../../organizations/acting-orders.queries.js';
import { unsignedAmong } from '../../schedule/unsigned.queries.js';
import { duesOf, type Due, type Dues } from '../../schedule/due.queries.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { SECTION_OF } from '../item-doors.js';
import type { WebReply } from '../reply.js';
import { LISTED_KINDS } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { OVERRIDE_READERS } from './item-talk.js';
import { pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

/** Cards are long on a phone. */
const ON_A_PAGE = 20;

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
      const waiting = await waitingTurns(tx, visitor.organizationId, this.kinds);
      const lists = listsOf(await inboxOf(tx, visitor.organizationId, this.kinds, visitor.personId, waiting));
      const list: TaskList = wanted === 'others' || wanted === 'done' ? wanted : 'mine';
      const number = pageNumber(page);
      const due = await duesOf(tx, visitor.organizationId, lists[list]);
      const shown = lateFirst(lists[list], due).slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE);
      return TasksPage({
        frame: { ...this.frames.of(request, me), waitingForMe: lists.mine.length },
        list,
        counts: { mine: lists.mine.length, others: lists.others.length, done: lists.done.length },
        tasks: shown.map((item) => taskOf(item, due.get(item.id), me.organization.digits, list === 'mine')),
        unsigned: unsignedFor(me, waiting),
        lapsing: me.actor.capacities.includes('administrator') ? await lapsingOrders(tx, visitor.organizationId) : 0,
        paging: pagingOf(number, lists[list].length, { list }, ON_A_PAGE),
        openOverrides: await unratified(tx, me),
        mayDraft: isOfficer(me),
      });
    });
  }
}

/** Administrators are told here, at once, what stands still without them. */
const unsignedFor = ({ actor }: Me, waiting: readonly WaitingTurn[]): number =>
  actor.capacities.includes('administrator') ? unsignedAmong(waiting).length : 0;

/** How many emergency decisions wait to be ratified, for those who watch over them. */
const unratified = async (tx: Tx, { actor, visitor }: Me): Promise<number> =>
  OVERRIDE_READERS.some((capacity) => actor.capacities.includes(capacity))
    ? (await openOverrides(tx, visitor.organizationId)).length
    : 0;

/** A person's own drafts wait for that person. */
const listsOf = ({ forMe, drafts, forOthers, done }: Inbox): Record<TaskList, readonly InboxItem[]> => ({
  mine: [...forMe, ...drafts],
  others: forOthers.filter(({ id }) => !forMe.some((mine) => mine.id === id)),
  done,
});

/** The latest ones first, then by due day, then as they came. */
function lateFirst(items: readonly InboxItem[], dues: Dues): InboxItem[] {
  const dayOf = ({ id }: InboxItem): string => dues.get(id)?.dueOn ?? '9999';
  return items.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

const taskOf = (item: InboxItem, due: Due | undefined, digits: DigitStyle, isMine: boolean): Task => ({
  key: item.id,
  href: itemHref(item.kind, item.id),
  kind: KIND_LABELS[item.kind],
  title: item.title,
  ...markedState(item.kind, item.state, item),
  who: whoseTurn(item),
  sinceText: momentText(item.since, digits),
  isLate: (due?.daysLate ?? 0) > 0,
  ...(item.handed ? { handed: handedText(item.handed) } : {}),
  ...(isMine && item.signingDeed ? { box: `${SECTION_OF[item.kind]}/${item.id}` } : {}),
  ...(due ? { dueText: dueText(due, digits) } : {}),
});

/** Nobody's signature is asked for a draft: it waits for whoever looks after it. */
const whoseTurn = ({ state, wasReturned, waitingFor }: InboxItem): string =>
  state === 'draft'
    ? ownTurnText(wasReturned)
    : waitingText(
        waitingFor.map(({ post, people }) => ({ postName: post, holders: people.map((name) => ({ name })) })),
      );
