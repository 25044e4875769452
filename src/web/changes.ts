import type { ComparedField } from '../../templates/web/components/comparison.js';
import { fieldLabel } from '../../templates/web/field-labels.js';
import { CHANGED_MEASURES, CHANGED_PARTICULARS } from '../../templates/web/words/now-words.js';
import { lastLook, rememberLook, type LastLook, type Look } from '../approvals/last-look.js';
import type { AnnouncementContent } from '../core/announcement/announcement.js';
import type { ItemKindName } from '../core/item.js';
import { compareMeasures } from '../core/measure/compare-measures.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { ReportContent } from '../core/report/report.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Me } from './desk.js';
import type { Sight } from './item-doors.js';

export interface ChangesSince {
  /** When this person last opened it. */
  readonly at: Date;
  /** Events by others that are new to this person. */
  readonly newEvents: ReadonlySet<string>;
  /** What others changed in the text, field by field; null when the text is as it was, or only they changed it. */
  readonly fields: readonly ComparedField[] | null;
}

/** What others did since this person last opened the item; null when this is the first time. */
export async function changesSince(tx: Tx, me: Me, itemKind: ItemKindName, sight: Sight): Promise<ChangesSince | null> {
  const last = await lastLook(tx, lookOf(me, itemKind, sight));
  return last && changesAfter(last, me.visitor.personId, itemKind, sight);
}

/** As changesSince, and the present state counts as seen from now on: what changed is told once. */
export async function lookAgain(tx: Tx, me: Me, itemKind: ItemKindName, sight: Sight): Promise<ChangesSince | null> {
  const changes = await changesSince(tx, me, itemKind, sight);
  await rememberLook(tx, lookOf(me, itemKind, sight));
  return changes;
}

const lookOf = ({ visitor }: Me, itemKind: ItemKindName, { item, history }: Sight): Look => ({
  organizationId: visitor.organizationId,
  personId: visitor.personId,
  itemKind,
  item,
  event: BigInt(history.at(-1)?.seq ?? 0),
});

function changesAfter(
  last: LastLook,
  personId: string,
  itemKind: ItemKindName,
  { item, history }: Sight,
): ChangesSince {
  const news = history.filter((entry) => BigInt(entry.seq) > last.event && entry.personId !== personId);
  const isOther = news.length > 0 && last.contentHash !== item.contentHash;
  return {
    at: last.at,
    newEvents: new Set(news.map(({ seq }) => seq)),
    fields: isOther ? COMPARED[itemKind](last.content, item.content) : null,
  };
}

/** Contents as their own kind wrote them. */
export const COMPARED: Readonly<Record<ItemKindName, (before: object, after: object) => ComparedField[]>> = {
  measure: (before, after) =>
    compareMeasures(before as MeasureContent, after as MeasureContent).map(({ field, ...texts }) => ({
      ...texts,
      label: fieldLabel(field, 'th'),
    })),
  report: (before, after) =>
    differing(CHANGED_MEASURES, measuresIn(before as ReportContent), measuresIn(after as ReportContent)),
  announcement: (before, after) =>
    differing(CHANGED_PARTICULARS, textsIn(before as AnnouncementContent), textsIn(after as AnnouncementContent)),
};

/** What stands on one side only, whatever its order. A pair is a text and what makes it another. */
function differing(label: string, before: readonly Text[], after: readonly Text[]): ComparedField[] {
  const only = (these: readonly Text[], those: readonly Text[]): string[] =>
    these.filter(({ key }) => !those.some((other) => other.key === key)).map(({ text }) => text);
  const field = { label, before: only(before, after), after: only(after, before) };
  return field.before.length + field.after.length > 0 ? [field] : [];
}

interface Text {
  readonly text: string;
  readonly key: string;
}

const measuresIn = ({ measures }: ReportContent): Text[] =>
  measures.map(({ measureId, contentHash, content: { title } }) => ({
    text: title,
    key: `${measureId} ${contentHash}`,
  }));

const textsIn = ({ parameters, annexes = [] }: AnnouncementContent): Text[] => [
  ...Object.entries(parameters).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { text, key: `${name} ${text}` };
  }),
  ...annexes.map(({ title, sha256 }, index) => ({ text: title, key: `${index} ${title} ${sha256}` })),
];
