import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Deed } from '../../../templates/web/components/decision-bar.js';
import type { Fact } from '../../../templates/web/components/facts.js';
import { links } from '../../../templates/web/links.js';
import { ReportPage } from '../../../templates/web/pages/staff/report.page.js';
import { SignPage } from '../../../templates/web/pages/staff/sign.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { EDIT_LABEL, nowText, RECOMPILE_LABEL, REVISE_LABEL } from '../../../templates/web/words/now-words.js';
import {
  FACT_LABELS,
  cancelledViews,
  gapHeadline,
  gapViews,
  reportKind,
  warningHeadline,
} from '../../../templates/web/words/report-words.js';
import { waitingText } from '../../../templates/web/words/route-words.js';
import { annexTitle } from '../../core/thai/evidence-words.js';
import { printedDigits } from '../../core/thai/digits.js';
import { signatureLines } from '../../core/acting/signature-block.js';
import type { Tx } from '../../database/unit-of-work.js';
import { signatureBlockOf } from '../../organizations/printed.queries.js';
import { proofVerdict } from '../../proofreading/proof-verdict.js';
import { publicationStatuses } from '../../publishing/publications.queries.js';
import { reportPreviewData, templateOf } from '../../reports/report-data.js';
import type { ReportRow } from '../../reports/report.entity.js';
import { slotsAsked } from '../../core/route/route.js';
import { lookAgain } from '../changes.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { DraftPrinter, type DraftRequest } from '../draft-printer.js';
import { reportDoor, type Sight } from '../item-doors.js';
import { seeOther, type WebReply } from '../reply.js';
import { sendPdf } from '../send-pdf.js';
import { isFresh, SignedIn, type Visitor } from '../visitor.js';
import { deedsView } from './deeds.view.js';
import { reportProof } from './item-proof.js';
import { itemTalk, overridesOf } from './item-talk.js';
import { isMoving, itemPath, previewOf } from './publications.view.js';
import { reportGroups } from './report-groups.view.js';
import { routeAhead } from './route-ahead.js';
import { changesView, editRank, returnedView, timelineView } from './sight.view.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('reports/:id')
export class ReportItemController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(DraftPrinter) private readonly drafts: DraftPrinter,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await reportDoor.see(tx, me, id);
      const { item } = sight;
      const { digits, slug } = me.organization;
      const statuses = await publicationStatuses(tx, visitor.organizationId, { itemKind: 'report', itemId: id });
      const findings = await reportDoor.findings(tx, me, item);
      const changes = await lookAgain(tx, me, 'report', sight);
      return ReportPage({
        frame: this.frames.of(request, me),
        title: item.title,
        kind: reportKind(item.kind),
        state: stateView('report', item.state, sight.wasReturned),
        now: nowOf(sight, me),
        facts: factsOf(item, me),
        gapHeadline: gapHeadline(item.content.gaps, item.content.gapsAcknowledged),
        gaps: gapViews(item.content.gaps),
        warningHeadline: warningHeadline(item.content.warnings ?? []),
        warnings: gapViews(item.content.warnings ?? []),
        cancelled: cancelledViews(item.content.cancelled ?? [], digits),
        groups: reportGroups(item, digits),
        preview: previewOf(slug, statuses, links.reportPreview(id)),
        path: itemPath(item.state, statuses, digits),
        isMoving: item.state === 'signed' || statuses.some(isMoving),
        href: links.report(id),
        timeline: timelineView('report', sight, digits, changes),
        ...returnedView(sight, digits),
        ...changesView(changes, digits),
        talk: await itemTalk(tx, me, request, 'reports', id),
        ...reportProof(findings, item, me, request),
        ...(await routeAhead(tx, me, reportDoor, item, request)),
        deeds: deedsView(sight, visitor, {
          proof: proofVerdict(findings),
          hrefOf: (deed) => (deed === 'sign' ? `/reports/${id}/sign` : links.reportAct(id, deed)),
          overrideHrefOf: (deed) => links.reportAct(id, deed),
          alwaysOpensPage: ['sign'],
          reassignHref: links.reassign('reports', id),
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
      const sight = await reportDoor.see(tx, me, id);
      const { item, mySlots } = sight;
      const [slot] = mySlots;
      if (!slot) return seeOther(links.report(id));
      const { personId } = visitor;
      const block = await signatureBlockOf(tx, visitor.organizationId, {
        personId,
        postId: slot.postId,
        itemKind: 'report',
      });
      return SignPage({
        frame: this.frames.of(request, me),
        section: 'reports',
        kind: reportKind(item.kind),
        title: item.title,
        itemHref: links.report(id),
        state: stateView('report', item.state),
        gapHeadline: gapHeadline(item.content.gaps, item.content.gapsAcknowledged),
        gaps: gapViews(item.content.gaps),
        warningHeadline: warningHeadline(item.content.warnings ?? []),
        warnings: gapViews(item.content.warnings ?? []),
        cancelled: cancelledViews(item.content.cancelled ?? [], me.organization.digits),
        facts: factsOf(item, me),
        preview: previewOf(me.organization.slug, [], links.reportPreview(id)),
        ...reportProof(await reportDoor.findings(tx, me, item), item, me, request),
        groups: reportGroups(item, me.organization.digits),
        overrides: await overridesOf(tx, me, request, 'reports', id),
        signatureLines: signatureLines(block),
        deedLabel: reportDoor.deed('sign').label,
        action: links.reportAct(id, 'sign'),
        returnHref: links.reportAct(id, 'return'),
        asksPassword: !isFresh(visitor),
        seenVersion: String(item.version),
        shownHash: item.contentHash,
        idempotencyKey: randomUUID(),
        problems: [],
      });
    });
  }

  @Get('preview.pdf')
  async preview(@SignedIn() visitor: Visitor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const request = await this.desk.at(visitor, async (tx, me) => printRequest(tx, me, id));
    sendPdf(response, 'draft', await this.drafts.print(visitor, request));
  }
}

async function printRequest(tx: Tx, me: Me, id: string): Promise<DraftRequest> {
  const { item } = await reportDoor.see(tx, me, id);
  return {
    template: templateOf(item.kind),
    language: 'th',
    data: await reportPreviewData(tx, me.visitor.organizationId, item),
    createdAt: item.updatedAt.toISOString(),
  };
}

const nowOf = ({ item, mySlots, turn }: Sight<ReportRow>, me: Me): string =>
  nowText({
    kind: 'report',
    state: item.state,
    myPosts: mySlots.map((slot) => slot.postName),
    waiting: waitingText(slotsAsked(turn.open)),
    mayDraft: isOfficer(me),
    hasResults: false,
  });

const factsOf = ({ fiscalYear, content }: ReportRow, { organization }: Me): Fact[] => [
  { term: FACT_LABELS.fiscalYear, value: printedDigits(String(fiscalYear), organization.digits) },
  { term: FACT_LABELS.measures, value: printedDigits(String(content.measures.length), organization.digits) },
  ...(content.annexes ?? []).map(({ name }, index) => ({ term: annexTitle(index), value: name })),
];

/** What an officer may do beside the lifecycle: compile again, or a new edition of what is published. */
function linksOf(sight: Sight<ReportRow>, me: Me): { deed: Deed; rank: number }[] {
  const { item } = sight;
  const link = (label: string, rank: number) => {
    const href = links.recompileReport(item.id);
    return { rank, deed: { name: label, label, href, opensPage: true, problems: [] } };
  };
  if (!isOfficer(me)) return [];
  if (item.state === 'draft')
    return [link(item.content.gaps.length > 0 ? RECOMPILE_LABEL : EDIT_LABEL, editRank(sight, 4))];
  return item.state === 'published' ? [link(REVISE_LABEL, 4)] : [];
}
