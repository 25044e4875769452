import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { TasksPage, type Task, type TaskList } from '../../../templates/web/pages/staff/tasks.page.js';
import { itemHref, KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import { handedText, waitingText } from '../../../templates/web/words/route-words.js';
import { dueText, momentText } from '../../../templates/web/words/time-words.js';
import { inboxOf, type Inbox, type InboxItem } from '../../approvals/inbox.queries.js';
import type { ListedKind } from '../../approvals/waiting-turns.queries.js';
import { openOverrides } from '../../approvals/overrides.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { Tx } from '../../database/unit-of-work.js';
import { unsignedWork } from '../../schedule/unsigned.queries.js';
import { dueOf, type Due } from '../../schedule/due.queries.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { SECTION_OF } from '../item-doors.js';
import type { WebReply } from '../reply.js';
import { LISTED_KINDS } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { OVERRIDE_READERS } from './item-talk.js';
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
      const due = await duesOf(tx, visitor, lists[list]);
      const shown = lateFirst(lists[list], due).slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
      return TasksPage({
        frame: { ...this.frames.of(request, me), waitingForMe: lists.mine.length },
        list,
        counts: { mine: lists.mine.length, others: lists.others.length, done: lists.done.length },
        tasks: shown.map((item) => taskOf(item, due.get(item.id), me.organization.digits, list === 'mine')),
        unsigned: await unsignedFor(tx, me, this.kinds),
        paging: pagingOf(number, lists[list].length, { list }),
        openOverrides: await unratified(tx, me),
        mayDraft: isOfficer(me),
      });
    });
  }
}

/** Administrators are told here, at once, what stands still without them. */
const unsignedFor = async (tx: Tx, { actor, visitor }: Me, kinds: readonly ListedKind[]): Promise<number> =>
  actor.capacities.includes('administrator') ? (await unsignedWork(tx, visitor.organizationId, kinds)).length : 0;

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

type Dues = ReadonlyMap<string, Due>;

/** Due days of everything on a list, by item. */
async function duesOf(tx: Tx, { organizationId }: Visitor, items: readonly InboxItem[]): Promise<Dues> {
  const dues = new Map<string, Due>();
  for (const kind of ['measure', 'report', 'announcement'] as const) {
    const ids = items.filter((item) => item.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const [id, due] of await dueOf(tx, organizationId, kind, ids)) dues.set(id, due);
  }
  return dues;
}

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
  state: stateView(item.kind, item.state),
  who: waitingText(
    item.waitingFor.map(({ post, people }) => ({ postName: post, holders: people.map((name) => ({ name })) })),
  ),
  sinceText: momentText(item.since, digits),
  isLate: (due?.daysLate ?? 0) > 0,
  ...(item.handed ? { handed: handedText(item.handed) } : {}),
  ...(isMine && item.signingDeed ? { box: `${SECTION_OF[item.kind]}/${item.id}` } : {}),
  ...(due ? { dueText: dueText(due, digits) } : {}),
});
