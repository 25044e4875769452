import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { OverridesPage, type OpenOverrideView } from '../../../templates/web/pages/staff/overrides.page.js';
import { itemHref, KIND_LABELS } from '../../../templates/web/words/item-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { openOverrides, type OpenOverride } from '../../approvals/overrides.js';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk, type Me } from '../desk.js';
import { doorAt, SECTION_OF } from '../item-doors.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { OVERRIDE_READERS, overrideView } from './item-talk.js';
import { StaffFrames } from './staff-frames.js';

/** Emergency decisions of the whole agency that nobody has ratified. */
@ApiExcludeController()
@Controller('overrides')
export class OverridesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, ...OVERRIDE_READERS);
      const rows: OpenOverrideView[] = [];
      for (const open of await openOverrides(tx, visitor.organizationId)) rows.push(await rowOf(tx, me, open));
      return OverridesPage({ frame: this.frames.of(request, me), rows });
    });
  }
}

async function rowOf(tx: Tx, me: Me, open: OpenOverride): Promise<OpenOverrideView> {
  const section = SECTION_OF[open.itemKind];
  const { item } = await doorAt(section).see(tx, me, open.itemId);
  return {
    ...overrideView(open, me, section),
    kind: KIND_LABELS[open.itemKind],
    title: item.title,
    href: itemHref(open.itemKind, item.id),
  };
}
