import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { HistoryChangePage } from '../../../templates/web/pages/staff/history-change.page.js';
import { itemHref } from '../../../templates/web/words/item-words.js';
import { Desk } from '../desk.js';
import { changeInHistory } from '../history-change.js';
import { doorAt, SECTION_OF } from '../item-doors.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { entryView } from './sight.view.js';
import { StaffFrames } from './staff-frames.js';

/** What one event of an item's history changed in its text. */
@ApiExcludeController()
@Controller(':section')
export class ItemHistoryController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get(':id/history/:seq')
  show(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() { section, id, seq }: Record<'section' | 'id' | 'seq', string>,
  ): Promise<WebReply> {
    const door = doorAt(section);
    return this.desk.at(visitor, async (tx, me) => {
      const { item, entry, fields } = await changeInHistory(tx, me, door, { id, seq });
      return HistoryChangePage({
        frame: this.frames.of(request, me),
        section: SECTION_OF[door.name],
        title: item.title,
        itemHref: itemHref(door.name, id),
        entry: entryView(door.name, entry, me.organization.digits),
        isComparable: entry.isComparable,
        fields,
      });
    });
  }
}
