import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { AnnouncementAnnexesPage } from '../../../templates/web/pages/staff/announcement-annexes.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { LONGEST_ANNEX_TITLE, reordered } from '../../core/announcement/annexes.js';
import { MOST_FILES } from '../../core/measure/evidence-file.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { Me } from '../desk.js';
import { announcementDoor } from '../item-doors.js';
import { annexViews } from './evidence.view.js';
import { announcementProof } from './item-proof.js';

interface Shown {
  readonly id: string;
  readonly problems: readonly FieldProblem[];
  /** Title of a file that was refused. */
  readonly typedTitle: string;
  readonly request: Request;
}

/** The page of the files behind an announcement. @throws DomainError permission.denied, item.not-found */
export async function annexesPage(
  tx: Tx,
  me: Me,
  frame: StaffFrame,
  { id, problems, typedTitle, request }: Shown,
): Promise<ReturnType<typeof AnnouncementAnnexesPage>> {
  requireCapacity(me.actor, 'officer');
  const { item, wasReturned } = await announcementDoor.see(tx, me, id);
  const { annexes = [] } = item.content;
  const mayChange = item.state === 'draft';
  return AnnouncementAnnexesPage({
    frame,
    id,
    title: item.title,
    state: stateView('announcement', item.state, wasReturned),
    annexes: (await annexViews(tx, me, item)).map((view) => ({
      ...view,
      title: annexes.find(({ fileId }) => fileId === view.id)?.title ?? '',
    })),
    mayChange,
    mayAdd: mayChange && annexes.length < MOST_FILES,
    longestTitle: LONGEST_ANNEX_TITLE,
    typedTitle,
    seenVersion: String(item.version),
    arrangementKey: randomUUID(),
    uploadKey: randomUUID(),
    problems,
    ...announcementProof(await announcementDoor.findings(tx, me, item), item, me, request),
  });
}

/** Titles and places as they were sent, in the order that was asked for. */
export function arrangementIn(body: unknown): { readonly fileId: string; readonly title: string }[] {
  const posted = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const text = (name: string): string => {
    const value: unknown = posted.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const numbers = Array.from({ length: MOST_FILES }, (_number, index) => index + 1);
  const rows = numbers.filter((number) => text(`file.${number}`) !== '');
  const titled = rows.map((number) => ({ fileId: text(`file.${number}`), title: text(`title.${number}`) }));
  const places = rows.map((number) => Number(text(`place.${number}`)) || number);
  return reordered(titled, places);
}
