import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { MeasurePage } from '../../../templates/web/pages/staff/measure.page.js';
import { EDIT_LABEL, INTERIM_LABEL, RESULTS_LABEL } from '../../../templates/web/words/now-words.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import { personNames } from '../../organizations/organizations.queries.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { measureDoor, type Sight } from '../item-doors.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { amendmentDeeds, comparisonFor } from './amendment.view.js';
import { linkDeed, type RankedDeed } from './deeds.view.js';
import { evidenceView } from './evidence.view.js';
import { itemPage } from './item-page.view.js';
import { measureProof } from './item-proof.js';
import { measureDocument } from './measure-document.view.js';
import { editRank, routeProgress } from './sight.view.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('measures')
export class MeasureItemController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get(':id')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await measureDoor.see(tx, me, id);
      const { item } = sight;
      return MeasurePage({
        frame: this.frames.of(request, me),
        id,
        document: measureDocument(item, me.organization.digits, await evidenceView(tx, me, item)),
        route: routeProgress(sight, await personNames(tx, visitor.organizationId)),
        ...(await comparisonFor(tx, me, item)),
        ...(await itemPage(tx, me, request, {
          door: measureDoor,
          sight,
          proofOf: measureProof,
          links: [...linksOf(sight, me), ...(await amendmentDeeds(tx, me, item))],
          hasResults: item.content.results.length > 0,
        })),
      });
    });
  }
}

/** What an officer may write at this point. */
function linksOf(sight: Sight<MeasureRow>, me: Me): RankedDeed[] {
  const { item } = sight;
  if (!isOfficer(me)) return [];
  if (item.state === 'draft') return [linkDeed(EDIT_LABEL, links.editMeasure(item.id), editRank(sight, 3))];
  if (item.state !== 'approved') return [];
  return [
    linkDeed(RESULTS_LABEL, links.measureResults(item.id), editRank(sight, 3)),
    linkDeed(INTERIM_LABEL, links.measureInterim(item.id), 4),
  ];
}
