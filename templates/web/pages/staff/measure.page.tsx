import { Comparison, type ComparisonView } from '../../components/comparison.js';
import { DecisionBar } from '../../components/decision-bar.js';
import { ItemRemarks, type ItemPageProps } from '../../components/item-page.js';
import { Comments } from '../../components/item-talk.js';
import { MeasureDocument, type MeasureDocumentView } from '../../components/measure-document.js';
import { PageHeading } from '../../components/page-heading.js';
import { RouteAhead } from '../../components/route-ahead.js';
import { RouteProgress, type RouteStepView } from '../../components/route-progress.js';
import { Timeline } from '../../components/timeline.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface MeasureProps extends ItemPageProps {
  readonly id: string;
  readonly document: MeasureDocumentView;
  readonly route: readonly RouteStepView[];
  /** Of an amendment on its way with the version in force. */
  readonly comparison?: ComparisonView;
}

/** The document as it will be read, what happened to it, and the decision. */
export const MeasurePage = ({ frame, id, document, route, comparison, ...item }: MeasureProps) => (
  <StaffLayout frame={frame} title={document.title} section="measures">
    <p class="back">
      <a href={links.measures}>มาตรการทั้งหมด</a>
    </p>
    <PageHeading kind="มาตรการ" title={document.title} state={item.state} now={item.now} />
    <ItemRemarks {...item} />
    <div class="item" data-id={id}>
      <div class="item__document">
        {comparison && <Comparison {...comparison} />}
        <MeasureDocument measure={document} />
      </div>
      <aside class="item__side" aria-label="เส้นทางและความเป็นมา">
        <RouteProgress steps={route} />
        {item.ahead && <RouteAhead {...item.ahead} />}
        <Timeline entries={item.timeline} />
        <Comments {...item.talk} />
      </aside>
    </div>
    <DecisionBar
      deeds={item.deeds}
      csrfToken={frame.csrfToken}
      seenVersion={item.seenVersion}
      shownHash={item.shownHash}
      idempotencyKey={item.idempotencyKey}
    />
  </StaffLayout>
);
