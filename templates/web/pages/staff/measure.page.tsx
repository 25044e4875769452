import { Changes, type ChangesView } from '../../components/changes.js';
import { Comparison, type ComparisonView } from '../../components/comparison.js';
import { DecisionBar, type Deed } from '../../components/decision-bar.js';
import { MeasureDocument, type MeasureDocumentView } from '../../components/measure-document.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { Comments, OverrideFlags, type ItemTalkView } from '../../components/item-talk.js';
import { PageHeading } from '../../components/page-heading.js';
import { Returned, type ReturnedView } from '../../components/returned.js';
import { RouteProgress, type RouteStepView } from '../../components/route-progress.js';
import { RouteAhead, type RouteAheadView } from '../../components/route-ahead.js';
import type { StateView } from '../../components/state-chip.js';
import { Timeline, type TimelineEntry } from '../../components/timeline.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface MeasureProps {
  readonly frame: StaffFrame;
  readonly id: string;
  readonly state: StateView;
  /** What happens now and who does it. */
  readonly now: string;
  readonly document: MeasureDocumentView;
  readonly route: readonly RouteStepView[];
  readonly timeline: readonly TimelineEntry[];
  readonly talk: ItemTalkView;
  /** What others changed in the text since this person last looked. */
  readonly changes?: ChangesView;
  /** Why it came back, until it is sent again. */
  readonly returned?: ReturnedView;
  /** Of an amendment on its way with the version in force. */
  readonly comparison?: ComparisonView;
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

/** The document as it will be read, what happened to it, and the decision. */
export const MeasurePage = ({
  frame,
  id,
  state,
  now,
  document,
  route,
  timeline,
  talk,
  changes,
  returned,
  comparison,
  proof,
  ahead,
  deeds,
  ...seen
}: MeasureProps) => (
  <StaffLayout frame={frame} title={document.title} section="measures">
    <p class="back">
      <a href={links.measures}>มาตรการทั้งหมด</a>
    </p>
    <PageHeading kind="มาตรการ" title={document.title} state={state} now={now} />
    {returned && <Returned {...returned} />}
    <OverrideFlags {...talk} />
    {changes && <Changes {...changes} />}
    {proof && <FindingList {...proof} />}
    <div class="item" data-id={id}>
      <div class="item__document">
        {comparison && <Comparison {...comparison} />}
        <MeasureDocument measure={document} />
      </div>
      <aside class="item__side" aria-label="เส้นทางและความเป็นมา">
        <RouteProgress steps={route} />
        {ahead && <RouteAhead {...ahead} />}
        <Timeline entries={timeline} />
        <Comments {...talk} />
      </aside>
    </div>
    <DecisionBar deeds={deeds} csrfToken={frame.csrfToken} {...seen} />
  </StaffLayout>
);
