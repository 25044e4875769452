import { Changes, type ChangesView } from '../../components/changes.js';
import { DecisionBar, type Deed } from '../../components/decision-bar.js';
import { DocumentPreview, type DocumentPreviewView } from '../../components/document-preview.js';
import { Facts, type Fact } from '../../components/facts.js';
import { CancelledList, GapList, WarningList, type Gap } from '../../components/gap-list.js';
import { MeasureTable, type MeasureTableGroup } from '../../components/measure-table.js';
import { LiveRegion } from '../../components/live-region.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { Comments, OverrideFlags, type ItemTalkView } from '../../components/item-talk.js';
import { PageHeading } from '../../components/page-heading.js';
import { PublicationPath, type PathStep } from '../../components/publication-path.js';
import { RouteAhead, type RouteAheadView } from '../../components/route-ahead.js';
import { Returned, type ReturnedView } from '../../components/returned.js';
import type { StateView } from '../../components/state-chip.js';
import { Timeline, type TimelineEntry } from '../../components/timeline.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ReportProps {
  readonly frame: StaffFrame;
  readonly title: string;
  readonly kind: string;
  readonly state: StateView;
  readonly now: string;
  readonly facts: readonly Fact[];
  readonly gapHeadline: string;
  readonly gaps: readonly Gap[];
  readonly warningHeadline: string;
  readonly warnings: readonly Gap[];
  /** Measures of the plan that are absent, and why. */
  readonly cancelled: readonly Gap[];
  readonly groups: readonly MeasureTableGroup[];
  readonly preview: DocumentPreviewView;
  readonly path: readonly PathStep[];
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
  /** True while the document is on its way: the state then tells the true step by itself. */
  readonly isMoving: boolean;
  readonly href: string;
  readonly deeds: readonly Deed[];
  readonly seenVersion: string;
  readonly shownHash: string;
  readonly idempotencyKey: string;
}

/** Gaps first, then the document, then what happened; the signature at the bottom. */
export const ReportPage = ({ frame, title, kind, state, now, deeds, ...report }: ReportProps) => (
  <StaffLayout frame={frame} title={title} section="reports">
    <p class="back">
      <a href={links.reports}>รายงานทั้งหมด</a>
    </p>
    <LiveRegion href={report.href} isMoving={report.isMoving}>
      <PageHeading kind={kind} title={title} state={state} now={now} />
      <PublicationPath steps={report.path} />
    </LiveRegion>
    <GapList headline={report.gapHeadline} gaps={report.gaps} />
    <WarningList headline={report.warningHeadline} gaps={report.warnings} />
    <CancelledList cancelled={report.cancelled} />
    {report.returned && <Returned {...report.returned} />}
    <OverrideFlags {...report.talk} />
    {report.changes && <Changes {...report.changes} />}
    {report.proof && <FindingList {...report.proof} />}
    <div class="item">
      <div class="item__document">
        <DocumentPreview {...report.preview} />
        <MeasureTable groups={report.groups} />
      </div>
      <aside class="item__side" aria-label="ข้อมูลและความเป็นมา">
        <Facts facts={report.facts} />
        {report.ahead && <RouteAhead {...report.ahead} />}
        <Timeline entries={report.timeline} />
        <Comments {...report.talk} />
      </aside>
    </div>
    <DecisionBar
      deeds={deeds}
      csrfToken={frame.csrfToken}
      seenVersion={report.seenVersion}
      shownHash={report.shownHash}
      idempotencyKey={report.idempotencyKey}
    />
  </StaffLayout>
);
