import { DecisionBar } from '../../components/decision-bar.js';
import { DocumentPreview } from '../../components/document-preview.js';
import { EvidenceFiles, type EvidenceFileView } from '../../components/evidence-files.js';
import { Facts } from '../../components/facts.js';
import { ItemRemarks, type DocumentPageProps } from '../../components/item-page.js';
import { Comments } from '../../components/item-talk.js';
import { LiveRegion } from '../../components/live-region.js';
import { PageHeading } from '../../components/page-heading.js';
import { PublicationPath } from '../../components/publication-path.js';
import { RouteAhead } from '../../components/route-ahead.js';
import { Timeline } from '../../components/timeline.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { ANNEXES_LABEL, NO_ANNEXES } from '../../words/now-words.js';

export interface AnnouncementProps extends DocumentPageProps {
  readonly template: string;
  /** What is printed behind it, in its order. */
  readonly annexes: readonly EvidenceFileView[];
  /** Where an officer attaches and orders them; null once they can change no more. */
  readonly annexesHref: string | null;
}

export const AnnouncementPage = ({ frame, title, template, state, now, deeds, ...item }: AnnouncementProps) => (
  <StaffLayout frame={frame} title={title} section="announcements">
    <p class="back">
      <a href={links.announcements}>ประกาศทั้งหมด</a>
    </p>
    <LiveRegion href={item.href} isMoving={item.isMoving}>
      <PageHeading kind={template} title={title} state={state} now={now} />
      <PublicationPath steps={item.path} />
    </LiveRegion>
    <ItemRemarks {...item} />
    <div class="item">
      <div class="item__document">
        <Facts facts={item.facts} />
        <Annexes annexes={item.annexes} annexesHref={item.annexesHref} />
        <DocumentPreview {...item.preview} />
      </div>
      <aside class="item__side" aria-label="ความเป็นมา">
        {item.ahead && <RouteAhead {...item.ahead} />}
        <Timeline entries={item.timeline} />
        <Comments {...item.talk} />
      </aside>
    </div>
    <DecisionBar
      deeds={deeds}
      csrfToken={frame.csrfToken}
      seenVersion={item.seenVersion}
      shownHash={item.shownHash}
      idempotencyKey={item.idempotencyKey}
    />
  </StaffLayout>
);

const Annexes = ({ annexes, annexesHref }: Pick<AnnouncementProps, 'annexes' | 'annexesHref'>) =>
  annexes.length + (annexesHref ? 1 : 0) > 0 && (
    <section aria-labelledby="annexes">
      <h2 id="annexes">{ANNEXES_LABEL}</h2>
      {annexes.length > 0 ? <EvidenceFiles files={annexes} /> : <p class="quiet">{NO_ANNEXES}</p>}
      {annexesHref && (
        <p class="buttons">
          <a class="btn btn-outline" href={annexesHref}>
            {annexes.length > 0 ? 'แก้ไขเอกสารแนบท้าย' : 'แนบเอกสารท้ายประกาศ'}
          </a>
        </p>
      )}
    </section>
  );
