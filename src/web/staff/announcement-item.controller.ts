import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Deed } from '../../../templates/web/components/decision-bar.js';
import type { Fact } from '../../../templates/web/components/facts.js';
import { links } from '../../../templates/web/links.js';
import { AnnouncementPage } from '../../../templates/web/pages/staff/announcement.page.js';
import { SignPage } from '../../../templates/web/pages/staff/sign.page.js';
import { KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import { ANNEXES_LABEL, EDIT_LABEL, nowText, REVISE_LABEL } from '../../../templates/web/words/now-words.js';
import { FACT_LABELS, LANGUAGE_LABELS } from '../../../templates/web/words/report-words.js';
import { waitingText } from '../../../templates/web/words/route-words.js';
import { announcementPreviewData } from '../../announcements/announcement-data.js';
import type { AnnouncementRow } from '../../announcements/announcement.entity.js';
import { signatureLines } from '../../core/acting/signature-block.js';
import { printedDigits } from '../../core/thai/digits.js';
import { signatureBlockOf } from '../../organizations/printed.queries.js';
import { proofVerdict } from '../../proofreading/proof-verdict.js';
import { publicationStatuses } from '../../publishing/publications.queries.js';
import { slotsAsked } from '../../core/route/route.js';
import { lookAgain } from '../changes.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { DraftPrinter } from '../draft-printer.js';
import { announcementDoor, type Sight } from '../item-doors.js';
import { seeOther, type WebReply } from '../reply.js';
import { sendPdf } from '../send-pdf.js';
import { isFresh, SignedIn, type Visitor } from '../visitor.js';
import { askedParameters, templateTitle } from '../announcement-templates.js';
import { deedsView } from './deeds.view.js';
import { annexViews } from './evidence.view.js';
import { announcementProof } from './item-proof.js';
import { itemTalk, overridesOf } from './item-talk.js';
import { isMoving, itemPath, previewOf } from './publications.view.js';
import { routeAhead } from './route-ahead.js';
import { changesView, editRank, returnedView, timelineView } from './sight.view.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('announcements/:id')
export class AnnouncementItemController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(DraftPrinter) private readonly drafts: DraftPrinter,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await announcementDoor.see(tx, me, id);
      const { item } = sight;
      const { digits, slug } = me.organization;
      const statuses = await publicationStatuses(tx, visitor.organizationId, { itemKind: 'announcement', itemId: id });
      const findings = await announcementDoor.findings(tx, me, item);
      const changes = await lookAgain(tx, me, 'announcement', sight);
      return AnnouncementPage({
        frame: this.frames.of(request, me),
        title: item.title,
        template: templateTitle(item.content.template),
        state: stateView('announcement', item.state, sight.wasReturned),
        now: nowOf(sight, me),
        facts: factsOf(item, me),
        annexes: await annexViews(tx, me, item),
        annexesHref: isOfficer(me) && item.state === 'draft' ? links.announcementAnnexes(id) : null,
        preview: previewOf(slug, statuses, draftHref(item)),
        path: itemPath(item.state, statuses, digits),
        isMoving: item.state === 'signed' || statuses.some(isMoving),
        href: links.announcement(id),
        timeline: timelineView('announcement', sight, digits, changes),
        ...returnedView(sight, digits),
        ...changesView(changes, digits),
        talk: await itemTalk(tx, me, request, 'announcements', id),
        ...announcementProof(findings, item, me, request),
        ...(await routeAhead(tx, me, announcementDoor, item, request)),
        deeds: deedsView(sight, visitor, {
          proof: proofVerdict(findings),
          hrefOf: (deed) => (deed === 'sign' ? `/announcements/${id}/sign` : links.announcementAct(id, deed)),
          overrideHrefOf: (deed) => links.announcementAct(id, deed),
          alwaysOpensPage: ['sign'],
          reassignHref: links.reassign('announcements', id),
          links: linksOf(sight, me),
        }),
        seenVersion: String(item.version),
        shownHash: item.contentHash,
        idempotencyKey: randomUUID(),
      });
    });
  }

  @Get('sign')
  sign(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item, mySlots } = await announcementDoor.see(tx, me, id);
      const [slot] = mySlots;
      if (!slot) return seeOther(links.announcement(id));
      const { personId } = visitor;
      const block = await signatureBlockOf(tx, visitor.organizationId, {
        personId,
        postId: slot.postId,
        itemKind: 'announcement',
      });
      return SignPage({
        frame: this.frames.of(request, me),
        section: 'announcements',
        kind: KIND_LABELS.announcement,
        title: item.title,
        itemHref: links.announcement(id),
        state: stateView('announcement', item.state),
        gaps: [],
        facts: [...factsOf(item, me), ...annexFacts(item, me)],
        preview: previewOf(me.organization.slug, [], draftHref(item)),
        ...announcementProof(await announcementDoor.findings(tx, me, item), item, me, request),
        groups: [],
        overrides: await overridesOf(tx, me, request, 'announcements', id),
        signatureLines: signatureLines(block),
        deedLabel: announcementDoor.deed('sign').label,
        action: links.announcementAct(id, 'sign'),
        returnHref: links.announcementAct(id, 'return'),
        asksPassword: !isFresh(visitor),
        seenVersion: String(item.version),
        shownHash: item.contentHash,
        idempotencyKey: randomUUID(),
        problems: [],
      });
    });
  }

  @Get('preview.pdf')
  async preview(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Res() response: Response,
    @Query('language') asked?: string,
  ): Promise<void> {
    const language = asked === 'en' ? 'en' : 'th';
    const request = await this.desk.at(visitor, async (tx, me) => {
      const { item } = await announcementDoor.see(tx, me, id);
      const data = await announcementPreviewData(tx, visitor.organizationId, item, language);
      return { template: item.content.template, language, data, createdAt: item.updatedAt.toISOString() } as const;
    });
    sendPdf(response, `draft-${language}`, await this.drafts.print(visitor, request));
  }
}

const draftHref = ({ id, content }: AnnouncementRow): string =>
  links.announcementPreview(id, content.languages[0] ?? 'th');

const nowOf = ({ item, mySlots, turn }: Sight<AnnouncementRow>, me: Me): string =>
  nowText({
    kind: 'announcement',
    state: item.state,
    myPosts: mySlots.map((slot) => slot.postName),
    waiting: waitingText(slotsAsked(turn.open)),
    mayDraft: isOfficer(me),
    hasResults: false,
  });

/** Year, languages, and every parameter that was filled in. */
const factsOf = ({ fiscalYear, content }: AnnouncementRow, { organization }: Me): Fact[] => [
  { term: FACT_LABELS.fiscalYear, value: printedDigits(String(fiscalYear), organization.digits) },
  { term: FACT_LABELS.languages, value: content.languages.map((language) => LANGUAGE_LABELS[language]).join(', ') },
  ...askedParameters(content.template).flatMap(({ name, label }) => {
    const value = content.parameters[name] ?? '';
    const text = typeof value === 'object' ? value.join(' · ') : String(value);
    return text === '' ? [] : [{ term: label.th, value: text }];
  }),
];

/** What is printed behind it, for whoever signs. */
const annexFacts = ({ content: { annexes = [] } }: AnnouncementRow, { organization }: Me): Fact[] => {
  const titles = annexes.map(({ title }, index) => printedDigits(`${index + 1}. ${title}`, organization.digits));
  return titles.length > 0 ? [{ term: ANNEXES_LABEL, value: titles.join(' · ') }] : [];
};

function linksOf(sight: Sight<AnnouncementRow>, me: Me): { deed: Deed; rank: number }[] {
  const { item } = sight;
  const href = links.editAnnouncement(item.id);
  const link = (label: string) => [
    { rank: editRank(sight, 4), deed: { name: label, label, href, opensPage: true, problems: [] } },
  ];
  if (!isOfficer(me)) return [];
  if (item.state === 'draft') return link(EDIT_LABEL);
  return item.state === 'published' ? link(REVISE_LABEL) : [];
}
