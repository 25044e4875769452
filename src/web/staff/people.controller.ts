import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { OneTimeSecretPage } from '../../../templates/web/pages/staff/one-time-secret.page.js';
import { PeoplePage } from '../../../templates/web/pages/staff/people.page.js';
import { PersonFormPage } from '../../../templates/web/pages/staff/person-form.page.js';
import { PersonPage } from '../../../templates/web/pages/staff/person.page.js';
import { sentenceOf } from '../../../templates/web/sentences.js';
import { heldText, spanState } from '../../../templates/web/words/people-words.js';
import { DomainError } from '../../core/errors.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { openAccount, grantOneTimeSecret } from '../../identity/open-account.js';
import { newOneTimeSecret } from '../../identity/one-time-secret.js';
import { hashPassword } from '../../identity/password.js';
import { peopleOf, personRecord, type HeldFromTo } from '../../organizations/establishment.queries.js';
import { closeAccount, renamePerson } from '../../organizations/keep-people.js';
import { today } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { PageReply, seeOther, type WebReply } from '../reply.js';
import '../session-data.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

class PersonForm {
  @Text() name = '';
  @Text() nameEn = '';
  @Text() userName = '';
  @Text() idempotencyKey = '';
}

/** Accounts of the agency's people. */
@ApiExcludeController()
@Controller('admin/people')
export class PeopleController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Query('search') asked?: string,
    @Query('page') page?: string,
  ): Promise<WebReply> {
    const search = typeof asked === 'string' ? asked.trim().slice(0, 100) : '';
    const number = pageNumber(page);
    return this.desk.at(visitor, async (tx, me) => {
      const { total, rows } = await peopleOf(tx, visitor.organizationId, search, { page: number, size: PAGE_SIZE });
      const paging = pagingOf(number, total, search ? { search } : {});
      return PeoplePage({ frame: this.frames.of(request, me), rows, search, paging });
    });
  }

  @Get('new')
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.formPage(visitor, request, null, new PersonForm(), []);
  }

  @Post('new')
  async add(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(PersonForm, body);
    const { idempotencyKey, ...given } = form;
    const secret = newOneTimeSecret();
    const secretHash = await hashPassword(secret);
    const { organizationId, personId: grantedBy } = visitor;
    return formOrRefusals(
      async () => {
        const { reply, replayed } = await this.desk.once(
          visitor,
          idempotencyKey,
          { path: request.path, ...given },
          (tx) => openAccount(tx, { ...given, organizationId, secretHash, grantedBy }),
        );
        return this.secretPage(visitor, request, reply.id, replayed ? null : secret);
      },
      (problems) => this.formPage(visitor, request, null, form, problems),
    );
  }

  @Get(':id')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { person, appointments } = await personRecord(tx, visitor.organizationId, id);
      const day = await today(tx);
      const { closedAt, oneTimeUntil } = person;
      return PersonPage({
        frame: this.frames.of(request, me),
        person: { ...person, isClosed: closedAt !== null, awaitsPassword: oneTimeUntil !== null },
        appointments: appointments.map((each) => lineOf(each, day, me.organization.digits)),
        idempotencyKey: randomUUID(),
      });
    });
  }

  @Get(':id/name')
  async name(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    const { person } = await this.desk.at(visitor, (tx) => personRecord(tx, visitor.organizationId, id));
    const form = { ...new PersonForm(), name: person.name, nameEn: person.nameEn ?? '' };
    return this.formPage(visitor, request, id, form, []);
  }

  @Post(':id/name')
  rename(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') personId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(PersonForm, body);
    const { organizationId, personId: changedBy } = visitor;
    const { name, nameEn } = form;
    return formOrRefusals(
      async () => {
        await this.desk.at(visitor, (tx) => renamePerson(tx, { organizationId, personId, changedBy, name, nameEn }));
        leaveNotice(request, 'person.rename');
        return seeOther(links.person(personId));
      },
      (problems) => this.formPage(visitor, request, personId, form, problems),
    );
  }

  @Post(':id/secret')
  async grant(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') personId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { idempotencyKey } = readForm(PersonForm, body).form;
    const secret = newOneTimeSecret();
    const secretHash = await hashPassword(secret);
    const { organizationId, personId: grantedBy } = visitor;
    const { replayed } = await this.desk.once(visitor, idempotencyKey, { path: request.path }, async (tx) => {
      await grantOneTimeSecret(tx, { organizationId, personId, secretHash, grantedBy });
      return { personId };
    });
    return this.secretPage(visitor, request, personId, replayed ? null : secret);
  }

  /** Whoever still has duties is led to hand-over, with the person chosen. */
  @Post(':id/close')
  async close(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') personId: string): Promise<WebReply> {
    const { organizationId, personId: changedBy } = visitor;
    try {
      await this.desk.at(visitor, (tx) => closeAccount(tx, { organizationId, personId, changedBy }));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'person.work-waiting') throw error;
      request.session.notice = { tone: 'wait', title: sentenceOf(error.code, error.details, 'th') };
      return seeOther(links.handOverFrom(personId));
    }
    leaveNotice(request, 'person.close');
    return seeOther(links.person(personId));
  }

  private formPage(
    visitor: Visitor,
    request: Request,
    personId: string | null,
    typed: PersonForm,
    problems: readonly FieldProblem[],
  ): Promise<VNode> {
    return this.desk.at(visitor, async (_tx, me) => {
      const frame = this.frames.of(request, me);
      return PersonFormPage({ frame, personId, typed, idempotencyKey: randomUUID(), problems });
    });
  }

  private secretPage(visitor: Visitor, request: Request, personId: string, secret: string | null): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { person } = await personRecord(tx, visitor.organizationId, personId);
      const { name, userName } = person;
      const frame = this.frames.of(request, me);
      return new PageReply(OneTimeSecretPage({ frame, personId, name, userName, secret }), 200);
    });
  }
}

const lineOf = (held: HeldFromTo, day: string, digits: DigitStyle) => ({
  id: held.id,
  post: held.post,
  division: held.division,
  span: heldText(held, digits),
  state: spanState(held, day),
  isOver: held.endsOn !== null && held.endsOn < day,
});
