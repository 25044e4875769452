import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { LineLinkState } from '../../../templates/web/components/line-link-box.js';
import { links } from '../../../templates/web/links.js';
import { WishesPage, type WishLine } from '../../../templates/web/pages/staff/wishes.page.js';
import { NOTICE_KIND_LABELS, undeliveredText } from '../../../templates/web/words/wish-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { CHANNELS, PACES, STEERABLE_KINDS, type NoticeKind, type Pace } from '../../core/notice/notice.js';
import { USUAL_QUIET } from '../../core/time/notice-times.js';
import { failedMessages } from '../../notices/notices.queries.js';
import { lineLinkOf, type LineLink } from '../../notices/link-line.js';
import { saveWishes, wishesOf, type NoticeWishes, type SavedWishes } from '../../notices/preferences.js';
import { Desk, type Me } from '../desk.js';
import { LineLinks } from '../line/line-links.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text, Ticked } from './form-reading.js';
import { OVERRIDE_READERS } from './item-talk.js';
import { StaffFrames } from './staff-frames.js';

class WishesForm {
  @Text() email = '';
  @Text() quietFrom = '';
  @Text() quietUntil = '';
  @Ticked() inApp: string[] = [];
  /** "waiting:digest" for each kind. */
  @Ticked() emailPaces: string[] = [];
  @Ticked() linePaces: string[] = [];
}

/** How everybody wants to be told what. */
@ApiExcludeController()
@Controller('notices/wishes')
export class WishesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(LineLinks) private readonly lineLinks: LineLinks,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.page(visitor, request, null, []);
  }

  @Post()
  save(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const wishes = wishesFrom(readForm(WishesForm, body).form);
    const { organizationId, personId } = visitor;
    return formOrRefusals(
      async () => {
        await this.desk.at(visitor, (tx) => saveWishes(tx, { organizationId, personId, wishes }));
        leaveNotice(request, 'wishes');
        return seeOther(links.wishes);
      },
      (problems) => this.page(visitor, request, wishes, problems),
    );
  }

  /** @param typed what was typed; null shows the wishes as they are */
  private page(
    visitor: Visitor,
    request: Request,
    typed: SavedWishes | null,
    problems: readonly FieldProblem[],
  ): Promise<VNode> {
    const { organizationId, personId } = visitor;
    return this.desk.at(visitor, async (tx, me) => {
      const saved = await wishesOf(tx, organizationId, personId);
      const { email, kinds, quiet } = typed ?? { ...saved, email: saved.contact.email };
      const link = await lineLinkOf(tx, { organizationId, personId });
      const failed = await failedMessages(tx, organizationId, personId);
      const { from, until } = quiet ?? USUAL_QUIET;
      return WishesPage({
        frame: this.frames.of(request, me),
        rows: rowsOf(kinds, me),
        email: email ?? '',
        line: lineStateOf(link, this.lineLinks.isSetUp, me),
        quietFrom: String(from),
        quietUntil: String(until),
        undelivered: CHANNELS.flatMap((channel) => {
          const count = failed.filter((message) => message.channel === channel).length;
          return count > 0 ? [undeliveredText(channel, count)] : [];
        }),
        problems,
      });
    });
  }
}

/** Kinds that only some capacities hear of are left out for the others. */
const rowsOf = (kinds: NoticeWishes['kinds'], { actor: { capacities } }: Me): WishLine[] =>
  STEERABLE_KINDS.flatMap((kind) => {
    const wish = kinds[kind];
    const isForMe =
      (kind !== 'nobody-to-sign' || capacities.includes('administrator')) &&
      (kind !== 'unratified' || OVERRIDE_READERS.some((each) => capacities.includes(each))) &&
      (kind !== 'escalation' || capacities.some((each) => each === 'chief_administrator' || each === 'executive'));
    return wish && isForMe ? [{ kind, label: NOTICE_KIND_LABELS[kind], ...wish }] : [];
  });

const lineStateOf = (
  { isLinked, linkedAt, lostAt }: LineLink,
  isSetUp: boolean,
  { organization: { digits } }: Me,
): LineLinkState => ({
  isSetUp,
  isLinked,
  linkedText: linkedAt && momentText(linkedAt, digits),
  lostText: lostAt && momentText(lostAt, digits),
});

const wishesFrom = (form: WishesForm): SavedWishes => {
  const email = pacesOf(form.emailPaces);
  const line = pacesOf(form.linePaces);
  const kinds = STEERABLE_KINDS.flatMap((kind) => {
    const [byEmail, byLine] = [email.get(kind), line.get(kind)];
    return byEmail && byLine ? [[kind, { inApp: form.inApp.includes(kind), email: byEmail, line: byLine }]] : [];
  });
  return {
    email: form.email || null,
    kinds: Object.fromEntries(kinds) as NoticeWishes['kinds'], // the entries above hold nothing else
    quiet: { from: Number(form.quietFrom || USUAL_QUIET.from), until: Number(form.quietUntil || USUAL_QUIET.until) },
  };
};

const pacesOf = (values: readonly string[]): ReadonlyMap<NoticeKind, Pace> =>
  new Map(
    values.flatMap((value) => {
      const [kind, pace] = value.split(':');
      const known = STEERABLE_KINDS.find((each) => each === kind);
      const knownPace = PACES.find((each) => each === pace);
      return known && knownPace ? [[known, knownPace] as const] : [];
    }),
  );
