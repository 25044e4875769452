import type { TimelineEntry } from '../../../templates/web/components/timeline.js';
import type { RouteStepView } from '../../../templates/web/components/route-progress.js';
import { links } from '../../../templates/web/links.js';
import { deedLabel } from '../../../templates/web/words/item-words.js';
import { PRODUCT_NAME } from '../../../templates/web/words/now-words.js';
import { actingText } from '../../../templates/web/words/acting-words.js';
import { particularsText } from '../../../templates/web/words/return-words.js';
import { routeView } from '../../../templates/web/words/route-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import type { HistoryEntry } from '../../audit/history.queries.js';
import type { ItemKindName } from '../../core/item.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { ReturnedView } from '../../../templates/web/components/returned.js';
import type { ChangesView } from '../../../templates/web/components/changes.js';
import type { ChangesSince } from '../changes.js';
import { SECTION_OF, type Sight } from '../item-doors.js';

/** Newest first, marked where it is new to this person. */
export const timelineView = (
  kind: ItemKindName,
  { item, history }: Pick<Sight, 'item' | 'history'>,
  digits: DigitStyle,
  changes: ChangesSince | null,
): TimelineEntry[] =>
  history.toReversed().map((entry) => ({
    ...entryView(kind, entry, digits),
    ...(entry.isComparable ? { changeHref: links.historyChange(SECTION_OF[kind], item.id, entry.seq) } : {}),
    isNew: changes?.newEvents.has(entry.seq) ?? false,
  }));

/** One event in words. */
export const entryView = (
  kind: ItemKindName,
  { at, action, person, post, acting, reason, isSetAside, ...entry }: HistoryEntry,
  digits: DigitStyle,
): TimelineEntry => ({
  at: at.toISOString(),
  atText: momentText(at, digits),
  deed: deedLabel(kind, action),
  who: person ?? PRODUCT_NAME,
  post: [post ?? '', ...acting.map((link) => actingText(link, digits))].filter(Boolean).join(' '),
  particulars: particularsText(entry, digits),
  ...(reason ? { reason } : {}),
  isSetAside,
});

/** What others changed in the text since this person last looked; nothing to show otherwise. */
export const changesView = (changes: ChangesSince | null, digits: DigitStyle): { changes?: ChangesView } =>
  changes?.fields ? { changes: { sinceText: momentText(changes.at, digits), fields: changes.fields } } : {};

const SENT: readonly string[] = ['submit', 'submit_results', 'submit_interim'];
const BACK: readonly string[] = ['return', 'return_results'];

/** The return that nothing was sent after; null where there is none. */
function openReturn({ history }: Pick<Sight, 'history'>): Sight['history'][number] | null {
  const last = history.findLast(({ action }) => SENT.includes(action) || BACK.includes(action));
  return last && BACK.includes(last.action) ? last : null;
}

/** Why it came back and from whom, as long as it was not sent again. */
export function returnedView(sight: Pick<Sight, 'history'>, digits: DigitStyle): { returned?: ReturnedView } {
  const back = openReturn(sight);
  if (!back) return {};
  const by = [back.post, back.person, `เมื่อ ${momentText(back.at, digits)}`].filter(Boolean).join(' ');
  return { returned: { by, particulars: particularsText(back, digits), reason: back.reason ?? '' } };
}

/** What came back unchanged is corrected first and sent second; else the way to edit stands behind. */
export const editRank = (sight: Pick<Sight, 'history' | 'item'>, usual: number): number =>
  openReturn(sight)?.contentHash === sight.item.contentHash ? FIRST : usual;
const FIRST = 1;

/** Signatures of the present round, in the order they are asked; results have a round of their own. */
export function routeProgress({ turn }: Pick<Sight, 'turn'>, names: ReadonlyMap<string, string>): RouteStepView[] {
  const isResults = turn.stage === 'results';
  const slots = turn.slots.filter((slot) => (slot.stage === 'results') === isResults);
  return routeView({
    slots: slots.map((slot) => {
      const signature = turn.affirmed.find(({ step, postId }) => step === slot.step && postId === slot.postId);
      return {
        ...slot,
        isOpen: turn.open.some(({ step, postId }) => step === slot.step && postId === slot.postId),
        isSigned: signature !== undefined,
        signedBy: signature ? (names.get(signature.personId) ?? null) : null,
      };
    }),
  });
}
