import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { HistoryPage, type HistoryRow } from '../../../templates/web/pages/staff/history.page.js';
import { chainNotice } from '../../../templates/web/words/chain-words.js';
import { actingText } from '../../../templates/web/words/acting-words.js';
import { deedLabel, HISTORY_KINDS, itemHref, kindLabel, stateLabel } from '../../../templates/web/words/item-words.js';
import { PRODUCT_NAME } from '../../../templates/web/words/now-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { verifyStoredChain } from '../../audit/verify-stored-chain.js';
import { historyPage, type LoggedEvent } from '../../audit/history-page.queries.js';
import type { ItemKindName } from '../../core/item.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { Desk } from '../desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { readForm, Text } from './form-reading.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

const READERS = ['auditor', 'administrator'] as const;
const ITEM_KINDS: readonly string[] = ['measure', 'report', 'announcement'];

class HistoryQuery {
  @Text() page = '1';
  @Text() kind = '';
  @Text() person = '';
  @Text() title = '';
}

/** The log of the whole agency, for auditors and administrators. */
@ApiExcludeController()
@Controller('history')
export class HistoryController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request, @Query() query: unknown): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, ...READERS);
      const { page: asked, ...filter } = readForm(HistoryQuery, query).form;
      const page = pageNumber(asked);
      const { total, events } = await historyPage(tx, visitor.organizationId, { ...filter, page, size: PAGE_SIZE });
      const verdict = await verifyStoredChain(tx, visitor.organizationId);
      return HistoryPage({
        frame: this.frames.of(request, me),
        rows: events.map((event) => rowOf(event, me.organization.digits)),
        paging: pagingOf(page, total, { ...filter }),
        filter: { ...filter, kinds: HISTORY_KINDS },
        chain: chainNotice(verdict?.intact ?? true, verdict?.intact ? verdict.size : total),
        proofHref: links.logProof,
      });
    });
  }
}

const rowOf = (event: LoggedEvent, digits: DigitStyle): HistoryRow => ({
  sequence: event.seq,
  at: event.at.toISOString(),
  atText: momentText(event.at, digits),
  who: event.person ?? PRODUCT_NAME,
  post: [event.post ?? '', ...event.acting.map((link) => actingText(link, digits))].filter(Boolean).join(' '),
  deed: deedLabel(event.itemKind, event.action),
  item: kindLabel(event.itemKind),
  title: event.title,
  itemHref: ITEM_KINDS.includes(event.itemKind) ? itemHref(event.itemKind as ItemKindName, event.itemId) : null,
  change: changeOf(event),
  hash: event.hash,
});

const changeOf = ({ itemKind, fromState, toState }: LoggedEvent): string =>
  fromState && toState && fromState !== toState
    ? `${stateLabel(itemKind, fromState)} → ${stateLabel(itemKind, toState)}`
    : '';
