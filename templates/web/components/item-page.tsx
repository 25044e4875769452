import type { StaffFrame } from '../frame.js';
import { Changes, type ChangesView } from './changes.js';
import type { Deed } from './decision-bar.js';
import type { DocumentPreviewView } from './document-preview.js';
import type { Fact } from './facts.js';
import { FindingList, type FindingListProps } from './finding-list.js';
import { OverrideFlags, type ItemTalkView } from './item-talk.js';
import type { PathStep } from './publication-path.js';
import { Returned, type ReturnedView } from './returned.js';
import type { RouteAheadView } from './route-ahead.js';
import type { StateView } from './state-chip.js';
import type { TimelineEntry } from './timeline.js';

/** What the page of every item shows beside its text. */
export interface ItemPageProps {
  readonly frame: StaffFrame;
  readonly state: StateView;
  /** What happens now and who does it. */
  readonly now: string;
  readonly timeline: readonly TimelineEntry[];
  /** What others changed in the text since this person last looked. */
  readonly changes?: ChangesView;
  /** Why it came back, until it is sent again. */
  readonly returned?: ReturnedView;
  readonly talk: ItemTalkView;
  /** What the proof-reader found; absent once the text can change no more. */
  readonly proof?: FindingListProps;
  /** Who will be asked, while it can still be submitted. */
  readonly ahead?: RouteAheadView;
  /** Main deed first; empty when this person can only read. */
  readonly deeds: readonly Deed[];
  readonly seenVersion: string;
  readonly shownHash: string;
  readonly idempotencyKey: string;
}

/** The same of an item that is signed and published as a document. */
export interface DocumentPageProps extends ItemPageProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly preview: DocumentPreviewView;
  readonly path: readonly PathStep[];
  /** True while the document is on its way: the state then tells the true step by itself. */
  readonly isMoving: boolean;
  readonly href: string;
}

/** What somebody has to know before they read on. */
export const ItemRemarks = ({
  returned,
  talk,
  changes,
  proof,
}: Pick<ItemPageProps, 'returned' | 'talk' | 'changes' | 'proof'>) => (
  <>
    {returned && <Returned {...returned} />}
    <OverrideFlags {...talk} />
    {changes && <Changes {...changes} />}
    {proof && <FindingList {...proof} />}
  </>
);
