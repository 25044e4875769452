import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Fact } from '../../../templates/web/components/facts.js';
import { links } from '../../../templates/web/links.js';
import { ReportPage } from '../../../templates/web/pages/staff/report.page.js';
import { SignPage } from '../../../templates/web/pages/staff/sign.page.js';
import { EDIT_LABEL, RECOMPILE_LABEL, REVISE_LABEL } from '../../../templates/web/words/now-words.js';
import {
  FACT_LABELS,
  cancelledViews,
  gapHeadline,
  gapViews,
  reportKind,
  warningHeadline,
} from '../../../templates/web/words/report-words.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import { annexTitle } from '../../core/thai/evidence-words.js';
import type { Tx } from '../../database/unit-of-work.js';
import { reportPreviewData, templateOf } from '../../reports/report-data.js';
import type { ReportRow } from '../../reports/report.entity.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { DraftPrinter, type DraftRequest } from '../draft-printer.js';
import { reportDoor, type Sight } from '../item-doors.js';
import { seeOther, type WebReply } from '../reply.js';
import { sendPdf } from '../send-pdf.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { linkDeed, type RankedDeed } from './deeds.view.js';
import { documentPage, signingPage } from './document-page.view.js';
import { reportProof } from './item-proof.js';
import { reportGroups } from './report-groups.view.js';
import { editRank } from './sight.view.js';
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
      const document = openReport(sight, me);
      return ReportPage({
        frame: this.frames.of(request, me),
        ...compiledView(sight.item, me.organization.digits),
        ...(await documentPage(tx, me, request, { ...document, links: linksOf(sight, me) })),
      });
    });
  }

  @Get('sign')
  sign(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await reportDoor.see(tx, me, id);
      const signing = await signingPage(tx, me, request, openReport(sight, me));
      if (!signing) return seeOther(links.report(id));
      return SignPage({
        frame: this.frames.of(request, me),
        ...compiledView(sight.item, me.organization.digits),
        ...signing,
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

const openReport = (sight: Sight<ReportRow>, me: Me) => ({
  door: reportDoor,
  sight,
  proofOf: reportProof,
  facts: factsOf(sight.item, me),
  draftHref: links.reportPreview(sight.item.id),
});

/** What was compiled, and what it lacks. */
const compiledView = (report: ReportRow, digits: DigitStyle) => {
  const { gaps, gapsAcknowledged, warnings = [], cancelled = [] } = report.content;
  return {
    kind: reportKind(report.kind),
    gapHeadline: gapHeadline(gaps, gapsAcknowledged),
    gaps: gapViews(gaps),
    warningHeadline: warningHeadline(warnings),
    warnings: gapViews(warnings),
    cancelled: cancelledViews(cancelled, digits),
    groups: reportGroups(report, digits),
  };
};

const factsOf = ({ fiscalYear, content }: ReportRow, { organization }: Me): Fact[] => [
  { term: FACT_LABELS.fiscalYear, value: printedDigits(String(fiscalYear), organization.digits) },
  { term: FACT_LABELS.measures, value: printedDigits(String(content.measures.length), organization.digits) },
  ...(content.annexes ?? []).map(({ name }, index) => ({ term: annexTitle(index), value: name })),
];

/** What an officer may do beside the lifecycle: compile again, or a new edition of what is published. */
function linksOf(sight: Sight<ReportRow>, me: Me): RankedDeed[] {
  const { item } = sight;
  const link = (label: string, rank: number) => linkDeed(label, links.recompileReport(item.id), rank);
  if (!isOfficer(me)) return [];
  if (item.state === 'draft')
    return [link(item.content.gaps.length > 0 ? RECOMPILE_LABEL : EDIT_LABEL, editRank(sight, 4))];
  return item.state === 'published' ? [link(REVISE_LABEL, 4)] : [];
}
