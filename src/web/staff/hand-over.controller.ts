import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { HandOverPreviewPage, type PassingItem } from '../../../templates/web/pages/staff/hand-over-preview.page.js';
import { HandOverPage } from '../../../templates/web/pages/staff/hand-over.page.js';
import { handedOverNotice, spanText } from '../../../templates/web/words/acting-words.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { itemHref, KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import { DomainError } from '../../core/errors.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { digestOf, type Belongings, type OwnItem } from '../../organizations/belongings.queries.js';
import { handOver, readBelongings } from '../../organizations/hand-over.js';
import { personNames } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { seeOther, type WebReply } from '../reply.js';
import '../session-data.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { adminChoices } from './admin-choices.js';
import { formOrRefusals } from './form-or-refusals.js';
import { refusalsOfForm } from './form-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class HandOverForm {
  @Text() fromPersonId = '';
  @Text() toPersonId = '';
  @Text() closesAccount = '';
  @Text() shown = '';
}

/** When a person moves, all that is theirs to do goes to another. */
@ApiExcludeController()
@Controller('admin/hand-over')
export class HandOverController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('from') from?: string): Promise<WebReply> {
    const form = new HandOverForm();
    return this.page(
      visitor,
      request,
      from ? { ...form, fromPersonId: String(from), closesAccount: 'true' } : form,
      [],
    );
  }

  /** What would move, by name and number; nothing has moved yet. */
  @Get('preview')
  preview(@SignedIn() visitor: Visitor, @Req() request: Request, @Query() query: unknown): Promise<WebReply> {
    const { form } = readForm(HandOverForm, query);
    return formOrRefusals(
      () => this.movingPage(visitor, request, form, []),
      (problems) => this.page(visitor, request, form, problems),
    );
  }

  @Post()
  async handOver(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(HandOverForm, body);
    const { organizationId, personId: recordedBy } = visitor;
    const closesAccount = form.closesAccount === 'true';
    const work = async (): Promise<WebReply> => {
      const moved = await this.desk.at(visitor, (tx) =>
        handOver(tx, { ...form, organizationId, closesAccount, recordedBy }),
      );
      request.session.notice = { tone: 'ok', ...handedOverNotice(moved) };
      return seeOther(links.handOver);
    };
    return formOrRefusals(
      work,
      (problems, error) =>
        isChanged(error)
          ? this.movingPage(visitor, request, form, problems)
          : this.page(visitor, request, form, problems),
      (error) => (isChanged(error) ? [fieldProblem(null, 'item.changed-meanwhile', {})] : refusalsOfForm(error)),
    );
  }

  private movingPage(
    visitor: Visitor,
    request: Request,
    form: HandOverForm,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof HandOverPreviewPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const { organizationId } = visitor;
      const belongings = await readBelongings(tx, { organizationId, ...form });
      const names = await personNames(tx, organizationId);
      return HandOverPreviewPage({
        frame: this.frames.of(request, me),
        from: names.get(form.fromPersonId) ?? '',
        to: names.get(form.toPersonId) ?? '',
        fields: { ...form, shown: digestOf(belongings) },
        ...movingView(belongings, me.organization.digits),
        problems,
      });
    });
  }

  private page(
    visitor: Visitor,
    request: Request,
    form: HandOverForm,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof HandOverPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const { people } = await adminChoices(tx, visitor.organizationId);
      const frame = this.frames.of(request, me);
      return HandOverPage({ frame, people, problems, ...form, closesAccount: form.closesAccount === 'true' });
    });
  }
}

/** More or less would move than was shown: the preview is read again. */
const isChanged = (error: unknown): boolean => error instanceof DomainError && error.code === 'item.changed-meanwhile';

const movingView = ({ appointments, items, finished, actingOrders }: Belongings, digits: DigitStyle) => ({
  posts: appointments.map((held) => ({ id: held.id, post: held.post, span: spanText(held, digits) })),
  waiting: items.filter(({ isWaiting }) => isWaiting).map(passing),
  drafts: items.filter(({ isWaiting }) => !isWaiting).map(passing),
  finished,
  actingOrders: actingOrders.length,
});

const passing = ({ kind, id, title, state }: OwnItem): PassingItem => ({
  id,
  kind: KIND_LABELS[kind],
  title,
  href: itemHref(kind, id),
  state: stateView(kind, state),
});
