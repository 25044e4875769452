import type { NoticeKind, NoticeSubject } from '../core/notice/notice.js';
import { milestoneTaskText } from '../core/thai/milestone-words.js';
import type { MilestoneName, TaskName } from '../core/time/assessment-clock.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { PersonRow } from '../organizations/organization.entities.js';

/** A notice as its reader sees it in the house, where titles may be shown. */
export interface InAppNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly itemKind: NoticeSubject | null;
  readonly itemId: string | null;
  readonly title: string | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly createdAt: Date;
  readonly isRead: boolean;
}

const LONGEST_LIST = 100;

/** Newest first, at most a hundred; unread ones before the others. */
export async function noticesOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: string,
  { onlyUnread = false }: { readonly onlyUnread?: boolean } = {},
): Promise<InAppNotice[]> {
  const rows: (InAppNotice & { milestone: MilestoneName | null; task: TaskName | null })[] = await tx.query(
    `select n.id, n.kind, n.item_kind as "itemKind", n.item_id as "itemId", to_char(n.due_on, 'YYYY-MM-DD') as "dueOn",
       n.created_at as "createdAt", n.read_at is not null as "isRead", coalesce(m.title, r.title, a.title) as title,
       w.milestone, w.task
     from notice n
     left join measure m on n.item_kind = 'measure' and m.organization_id = n.organization_id and m.id = n.item_id
     left join report r on n.item_kind = 'report' and r.organization_id = n.organization_id and r.id = n.item_id
     left join announcement a on n.item_kind = 'announcement' and a.organization_id = n.organization_id and a.id = n.item_id
     left join milestone_work w on n.item_kind = 'milestone' and w.organization_id = n.organization_id and w.id = n.item_id
     where n.organization_id = $1 and n.person_id = $2 and n.in_app and (n.read_at is null or not $3)
     order by n.read_at is not null, n.created_at desc, n.id desc limit $4`,
    [organizationId, personId, onlyUnread, LONGEST_LIST],
  );
  return rows.map(({ milestone, task, ...notice }) => ({
    ...notice,
    title: milestone && task ? milestoneTaskText(milestone, task) : notice.title,
  }));
}

/** A person with the figure beside the bell, in one query; null when there is no such person. */
export async function readerAt(
  tx: Tx,
  organizationId: OrganizationId,
  personId: string,
): Promise<{ readonly person: PersonRow; readonly unread: number } | null> {
  const { entities, raw } = await tx
    .createQueryBuilder(PersonRow, 'person')
    .addSelect(
      `(select count(*)::int from notice n where n.organization_id = person.organization_id
         and n.person_id = person.id and n.in_app and n.read_at is null)`,
      'unread',
    )
    .where('person.organization_id = :organizationId and person.id = :personId', { organizationId, personId })
    .getRawAndEntities<{ unread: number }>();
  const [person] = entities;
  return person ? { person, unread: raw[0]?.unread ?? 0 } : null;
}

/** Messages to a person that did not go out and will not, newest first. */
export const failedMessages = (
  tx: Tx,
  organizationId: OrganizationId,
  personId: string,
): Promise<{ channel: 'email' | 'line'; problem: string; endedAt: Date }[]> =>
  tx.query(
    `select channel, last_problem as problem, ended_at as "endedAt" from notice_message
     where organization_id = $1 and person_id = $2 and state = 'failed' order by ended_at desc limit 20`,
    [organizationId, personId],
  );
