import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { LiveRegion } from '../../components/live-region.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { PublicationPath, type PathStep } from '../../components/publication-path.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface PublicationCard {
  readonly id: string;
  readonly title: string;
  readonly itemHref: string;
  readonly state: StateView;
  readonly path: readonly PathStep[];
  readonly publicAddress: string | null;
  /** Why it stands still, as a sentence; with it comes the retry. */
  readonly trouble?: string;
  readonly mayRetry: boolean;
}

export interface PublicationsProps {
  readonly frame: StaffFrame;
  readonly cards: readonly PublicationCard[];
  readonly headline: string;
  readonly paging: PageOfList;
  /** True while something moves: the list then refreshes itself every few seconds. */
  readonly isMoving: boolean;
}

/** Honest state of everything on its way to the public. */
export const PublicationsPage = ({ frame, cards, headline, paging, isMoving }: PublicationsProps) => (
  <StaffLayout frame={frame} title="การเผยแพร่" section="publications">
    <PageHeading title="การเผยแพร่" now={headline} />
    {cards.length === 0 && (
      <EmptyState
        title="ยังไม่มีเอกสารที่เผยแพร่"
        body="เมื่อลงนามประกาศหรือรายงานแล้ว ระบบจะจัดทำ PDF ประทับรับรอง และส่งขึ้นเว็บให้เอง ท่านติดตามได้ที่นี่"
      />
    )}
    <LiveRegion href={links.publications} isMoving={isMoving}>
      <div class="cards">
        {cards.map((card) => (
          <Card key={card.id} card={card} csrfToken={frame.csrfToken} />
        ))}
      </div>
    </LiveRegion>
    <Pagination {...paging} />
  </StaffLayout>
);

const Card = ({ card, csrfToken }: { readonly card: PublicationCard; readonly csrfToken: string }) => (
  <article class="card-sheet" aria-labelledby={`title-${card.id}`}>
    <div class="card-sheet__head">
      <h2 id={`title-${card.id}`}>
        <a href={card.itemHref}>
          <MarkedText text={card.title} />
        </a>
      </h2>
      <StateChip {...card.state} />
    </div>
    <PublicationPath steps={card.path} />
    {card.publicAddress && (
      <p class="address">
        ที่อยู่ถาวร <a href={card.publicAddress}>{card.publicAddress}</a>
      </p>
    )}
    {card.trouble && (
      <div class="notice notice--stop">
        <p>{card.trouble}</p>
        {card.mayRetry && (
          <form method="post" action={links.publicationRetry(card.id)}>
            <CsrfField token={csrfToken} />
            <button class="btn btn-primary" type="submit">
              ลองอีกครั้ง<span class="visually-hidden">: {card.title}</span>
            </button>
          </form>
        )}
      </div>
    )}
  </article>
);
