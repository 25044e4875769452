import { Changes, type ChangesView } from '../../components/changes.js';
import { DecisionBar, type Deed } from '../../components/decision-bar.js';
import { DocumentPreview, type DocumentPreviewView } from '../../components/document-preview.js';
import { EvidenceFiles, type EvidenceFileView } from '../../components/evidence-files.js';
import { Facts, type Fact } from '../../components/facts.js';
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
import { ANNEXES_LABEL, NO_ANNEXES } from '../../words/now-words.js';

export interface AnnouncementProps {
  readonly frame: StaffFrame;
  readonly title: string;
  readonly template: string;
  readonly state: StateView;
  readonly now: string;
  readonly facts: readonly Fact[];
  /** What is printed behind it, in its order. */
  readonly annexes: readonly EvidenceFileView[];
  /** Where an officer attaches and orders them; null once they can change no more. */
  readonly annexesHref: string | null;
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

export const AnnouncementPage = ({ frame, title, template, state, now, deeds, ...item }: AnnouncementProps) => (
  <StaffLayout frame={frame} title={title} section="announcements">
    <p class="back">
      <a href={links.announcements}>ประกาศทั้งหมด</a>
    </p>
    <LiveRegion href={item.href} isMoving={item.isMoving}>
      <PageHeading kind={template} title={title} state={state} now={now} />
      <PublicationPath steps={item.path} />
    </LiveRegion>
    {item.returned && <Returned {...item.returned} />}
    <OverrideFlags {...item.talk} />
    {item.changes && <Changes {...item.changes} />}
    {item.proof && <FindingList {...item.proof} />}
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
