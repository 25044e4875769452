import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Fact } from '../../../templates/web/components/facts.js';
import { links } from '../../../templates/web/links.js';
import { AnnouncementPage } from '../../../templates/web/pages/staff/announcement.page.js';
import { SignPage } from '../../../templates/web/pages/staff/sign.page.js';
import { KIND_LABELS } from '../../../templates/web/words/item-words.js';
import { ANNEXES_LABEL, EDIT_LABEL, REVISE_LABEL } from '../../../templates/web/words/now-words.js';
import { FACT_LABELS, LANGUAGE_LABELS } from '../../../templates/web/words/report-words.js';
import { announcementPreviewData } from '../../announcements/announcement-data.js';
import type { AnnouncementRow } from '../../announcements/announcement.entity.js';
import { printedDigits } from '../../core/thai/digits.js';
import { askedParameters, templateTitle } from '../announcement-templates.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { DraftPrinter } from '../draft-printer.js';
import { announcementDoor, type Sight } from '../item-doors.js';
import { seeOther, type WebReply } from '../reply.js';
import { sendPdf } from '../send-pdf.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { linkDeed, type RankedDeed } from './deeds.view.js';
import { documentPage, signingPage } from './document-page.view.js';
import { annexViews } from './evidence.view.js';
import { announcementProof } from './item-proof.js';
import { editRank } from './sight.view.js';
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
      const document = { ...openAnnouncement(sight), facts: factsOf(item, me), links: linksOf(sight, me) };
      return AnnouncementPage({
        frame: this.frames.of(request, me),
        template: templateTitle(item.content.template),
        annexes: await annexViews(tx, me, item),
        annexesHref: isOfficer(me) && item.state === 'draft' ? links.announcementAnnexes(id) : null,
        ...(await documentPage(tx, me, request, document)),
      });
    });
  }

  @Get('sign')
  sign(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await announcementDoor.see(tx, me, id);
      const facts = [...factsOf(sight.item, me), ...annexFacts(sight.item, me)];
      const signing = await signingPage(tx, me, request, { ...openAnnouncement(sight), facts });
      if (!signing) return seeOther(links.announcement(id));
      const frame = this.frames.of(request, me);
      return SignPage({ frame, kind: KIND_LABELS.announcement, gaps: [], groups: [], ...signing });
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

const openAnnouncement = (sight: Sight<AnnouncementRow>) => ({
  door: announcementDoor,
  sight,
  proofOf: announcementProof,
  draftHref: links.announcementPreview(sight.item.id, sight.item.content.languages[0] ?? 'th'),
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

function linksOf(sight: Sight<AnnouncementRow>, me: Me): RankedDeed[] {
  const { item } = sight;
  const link = (label: string) => [linkDeed(label, links.editAnnouncement(item.id), editRank(sight, 4))];
  if (!isOfficer(me)) return [];
  if (item.state === 'draft') return link(EDIT_LABEL);
  return item.state === 'published' ? link(REVISE_LABEL) : [];
}
