import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  LatePage,
  type LateDivisionLine,
  type LateSignatureLine,
} from '../../../templates/web/pages/staff/late.page.js';
import { lateSignaturesText, lateTaskText } from '../../../templates/web/words/clock-words.js';
import { itemHref, KIND_LABELS } from '../../../templates/web/words/item-words.js';
import { WHOLE_AGENCY_POSTS } from '../../../templates/web/words/people-words.js';
import { dueText, fiscalYearLabel } from '../../../templates/web/words/time-words.js';
import { fiscalYearOf } from '../../core/ita/fiscal-year.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { today } from '../../organizations/organizations.queries.js';
import { lateSignatures, type LateSignature } from '../../schedule/late.queries.js';
import { lateDivisions, type LateDivision } from '../../schedule/lateness.queries.js';
import { Desk } from '../desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

/** What is late today, for everybody of the agency. */
@ApiExcludeController()
@Controller('late')
export class LateController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('page') asked?: string): Promise<WebReply> {
    const page = pageNumber(asked);
    return this.desk.at(visitor, async (tx, me) => {
      const { digits } = me.organization;
      const day = await today(tx);
      const year = fiscalYearOf(day);
      const divisions = await lateDivisions(tx, visitor.organizationId, year);
      const late = await lateSignatures(tx, visitor.organizationId, day);
      return LatePage({
        frame: this.frames.of(request, me),
        yearText: `ปีงบประมาณ ${fiscalYearLabel(year, digits)}`,
        divisions: divisions.map((division) => divisionLine(division, digits)),
        signatures: late
          .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
          .map((signature) => signatureLine(signature, digits)),
        paging: pagingOf(page, late.length),
      });
    });
  }
}

const divisionLine = (
  { divisionId, name, signatures, longest, tasks }: LateDivision,
  digits: DigitStyle,
): LateDivisionLine => ({
  key: divisionId ?? 'agency',
  name: name ?? WHOLE_AGENCY_POSTS,
  signatures: lateSignaturesText(signatures, longest, digits),
  isLate: signatures > 0 || tasks.length > 0,
  tasks: tasks.map((task) => lateTaskText(task, digits)),
});

const signatureLine = (signature: LateSignature, digits: DigitStyle): LateSignatureLine => ({
  key: `${signature.itemId}/${signature.postName}`,
  href: itemHref(signature.itemKind, signature.itemId),
  kind: KIND_LABELS[signature.itemKind],
  title: signature.title,
  post: signature.postName,
  dueText: dueText(signature.due, digits),
  isEscalated: signature.isEscalated,
});
