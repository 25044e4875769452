import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Deed } from '../../../templates/web/components/decision-bar.js';
import { links } from '../../../templates/web/links.js';
import { MeasurePage } from '../../../templates/web/pages/staff/measure.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { EDIT_LABEL, INTERIM_LABEL, nowText, RESULTS_LABEL } from '../../../templates/web/words/now-words.js';
import { waitingText } from '../../../templates/web/words/route-words.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import { proofVerdict } from '../../proofreading/proof-verdict.js';
import { personNames } from '../../organizations/organizations.queries.js';
import { slotsAsked } from '../../core/route/route.js';
import { lookAgain } from '../changes.js';
import { Desk, isOfficer, type Me } from '../desk.js';
import { measureDoor, type Sight } from '../item-doors.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { amendmentDeeds, comparisonFor } from './amendment.view.js';
import { deedsView } from './deeds.view.js';
import { evidenceView } from './evidence.view.js';
import { measureProof } from './item-proof.js';
import { itemTalk } from './item-talk.js';
import { measureDocument } from './measure-document.view.js';
import { routeAhead } from './route-ahead.js';
import { changesView, editRank, returnedView, routeProgress, timelineView } from './sight.view.js';
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
      const { digits } = me.organization;
      const findings = await measureDoor.findings(tx, me, item);
      const changes = await lookAgain(tx, me, 'measure', sight);
      return MeasurePage({
        frame: this.frames.of(request, me),
        id,
        state: stateView('measure', item.state, sight.wasReturned),
        now: nowOf(sight, me),
        document: measureDocument(item, digits, await evidenceView(tx, me, item)),
        route: routeProgress(sight, await personNames(tx, visitor.organizationId)),
        timeline: timelineView('measure', sight, digits, changes),
        ...returnedView(sight, digits),
        ...changesView(changes, digits),
        ...(await comparisonFor(tx, me, item)),
        talk: await itemTalk(tx, me, request, 'measures', id),
        ...measureProof(findings, item, me, request),
        ...(await routeAhead(tx, me, measureDoor, item, request)),
        deeds: deedsView(sight, visitor, {
          hrefOf: (deed) => links.measureAct(id, deed),
          alwaysOpensPage: ['drop_amendment'],
          reassignHref: links.reassign('measures', id),
          proof: proofVerdict(findings),
          links: [...linksOf(sight, me), ...(await amendmentDeeds(tx, me, item))],
        }),
        seenVersion: String(item.version),
        shownHash: item.contentHash,
        idempotencyKey: randomUUID(),
      });
    });
  }
}

const nowOf = ({ item, mySlots, turn }: Sight<MeasureRow>, me: Me): string =>
  nowText({
    kind: 'measure',
    state: item.state,
    myPosts: mySlots.map((slot) => slot.postName),
    waiting: waitingText(slotsAsked(turn.open)),
    mayDraft: isOfficer(me),
    hasResults: item.content.results.length > 0,
  });

/** What an officer may write at this point. */
function linksOf(sight: Sight<MeasureRow>, me: Me): { deed: Deed; rank: number }[] {
  const { item } = sight;
  const link = (label: string, href: string, rank: number) => ({
    rank,
    deed: { name: href, label, href, opensPage: true, problems: [] },
  });
  if (!isOfficer(me)) return [];
  if (item.state === 'draft') return [link(EDIT_LABEL, links.editMeasure(item.id), editRank(sight, 3))];
  if (item.state !== 'approved') return [];
  return [
    link(RESULTS_LABEL, links.measureResults(item.id), editRank(sight, 3)),
    link(INTERIM_LABEL, links.measureInterim(item.id), 4),
  ];
}
