import { Body, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { grantOneTimeSecret, openAccount } from '../../identity/open-account.js';
import { newOneTimeSecret } from '../../identity/one-time-secret.js';
import { hashPassword } from '../../identity/password.js';
import { peopleOf, personRecord } from '../../organizations/establishment.queries.js';
import { closeAccount, renamePerson } from '../../organizations/keep-people.js';
import { AdminDesk } from '../admin-desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { NewPersonBody, PeopleQuery, PeopleReply, PersonNameBody, PersonReply, SecretReply } from './people.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { KEY_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

/** Accounts of the agency's people: for administrators. */
@ApiDoor('admin/people', 'Administration')
export class PeopleApiController {
  constructor(@Inject(AdminDesk) private readonly desk: AdminDesk) {}

  @Get()
  @ApiOperation({ summary: 'Everybody with an account, closed ones last' })
  @ApiOkResponse({ type: PeopleReply })
  @Refuses()
  list(@SignedIn() visitor: Visitor, @Query() { search = '', page, size }: PeopleQuery): Promise<PeopleReply> {
    return this.desk.at(visitor, async (tx) => {
      const { total, rows } = await peopleOf(tx, visitor.organizationId, search.trim(), { page, size });
      const items = rows.map(({ id, name, userName, posts, isClosed, awaitsPassword }) => {
        return { id, name, userName, posts: [...posts], isClosed, awaitsPassword };
      });
      return { total, items };
    });
  }

  @Post()
  @ApiOperation({ summary: 'Opens an account; the reply holds its one-time secret' })
  @ApiCreatedResponse({ type: SecretReply })
  @WithIdempotencyKey()
  @Refuses('person.user-name-invalid', 'person.user-name-taken', ...KEY_REFUSALS)
  async add(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: NewPersonBody,
    @IdempotencyKey() key: string | null,
  ): Promise<SecretReply> {
    const secret = newOneTimeSecret();
    const secretHash = await hashPassword(secret);
    const { organizationId, personId: grantedBy } = visitor;
    const { nameEn = null, ...given } = body;
    const keyed = await this.desk.once(visitor, key, { path: request.path, body }, (tx) =>
      openAccount(tx, { ...given, nameEn, organizationId, secretHash, grantedBy }),
    );
    return { ...told(response, keyed), oneTimeSecret: keyed.replayed ? null : secret };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A person with every appointment' })
  @ApiOkResponse({ type: PersonReply })
  @Refuses('item.not-found')
  show(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<PersonReply> {
    return this.desk.at(visitor, async (tx) => {
      const { person, appointments } = await personRecord(tx, visitor.organizationId, id);
      const { name, nameEn, userName, closedAt, oneTimeUntil } = person;
      const isClosed = closedAt !== null;
      return {
        id,
        name,
        nameEn,
        userName,
        isClosed,
        awaitsPassword: oneTimeUntil !== null,
        appointments: [...appointments],
      };
    });
  }

  @Put(':id/name')
  @HttpCode(204)
  @ApiOperation({ summary: 'Renames a person; signed documents keep the old name' })
  @ApiNoContentResponse()
  @Refuses('item.not-found')
  rename(@SignedIn() visitor: Visitor, @Param('id') personId: string, @Body() body: PersonNameBody): Promise<void> {
    const { organizationId, personId: changedBy } = visitor;
    const { name, nameEn = null } = body;
    return this.desk.at(visitor, (tx) => renamePerson(tx, { organizationId, personId, changedBy, name, nameEn }));
  }

  @Post(':id/one-time-secret')
  @ApiOperation({ summary: 'A one-time secret in place of the password; opens a closed account again' })
  @ApiCreatedResponse({ type: SecretReply })
  @WithIdempotencyKey()
  @Refuses('item.not-found', ...KEY_REFUSALS)
  async grant(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') personId: string,
    @IdempotencyKey() key: string | null,
  ): Promise<SecretReply> {
    const secret = newOneTimeSecret();
    const secretHash = await hashPassword(secret);
    const { organizationId, personId: grantedBy } = visitor;
    const keyed = await this.desk.once(visitor, key, { path: request.path }, async (tx) => {
      await grantOneTimeSecret(tx, { organizationId, personId, secretHash, grantedBy });
      return { id: personId };
    });
    return { ...told(response, keyed), oneTimeSecret: keyed.replayed ? null : secret };
  }

  @Post(':id/close')
  @HttpCode(204)
  @ApiOperation({ summary: 'Closes an account without duties; whoever has some hands them over first' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'person.closed', 'person.work-waiting')
  async close(@Keyed() { visitor, key, asked, response }: KeyedCall, @Param('id') personId: string): Promise<void> {
    const { organizationId, personId: changedBy } = visitor;
    const closed = await this.desk.once(visitor, key, asked, async (tx) => {
      await closeAccount(tx, { organizationId, personId, changedBy });
      return {};
    });
    told(response, closed);
  }
}
