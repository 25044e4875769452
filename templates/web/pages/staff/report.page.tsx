import { DecisionBar } from '../../components/decision-bar.js';
import { DocumentPreview } from '../../components/document-preview.js';
import { Facts } from '../../components/facts.js';
import { CancelledList, GapList, WarningList, type Gap } from '../../components/gap-list.js';
import { ItemRemarks, type DocumentPageProps } from '../../components/item-page.js';
import { Comments } from '../../components/item-talk.js';
import { LiveRegion } from '../../components/live-region.js';
import { MeasureTable, type MeasureTableGroup } from '../../components/measure-table.js';
import { PageHeading } from '../../components/page-heading.js';
import { PublicationPath } from '../../components/publication-path.js';
import { RouteAhead } from '../../components/route-ahead.js';
import { Timeline } from '../../components/timeline.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ReportProps extends DocumentPageProps {
  readonly kind: string;
  readonly gapHeadline: string;
  readonly gaps: readonly Gap[];
  readonly warningHeadline: string;
  readonly warnings: readonly Gap[];
  /** Measures of the plan that are absent, and why. */
  readonly cancelled: readonly Gap[];
  readonly groups: readonly MeasureTableGroup[];
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
    <ItemRemarks {...report} />
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
