import { Inject, Injectable } from '@nestjs/common';
import { actorToday, type ActorInHand } from '../approvals/actor.js';
import { DomainError } from '../core/errors.js';
import { type Tx, UnitOfWork } from '../database/unit-of-work.js';
import { readerAt } from '../notices/notices.queries.js';
import type { OrganizationRow, PersonRow } from '../organizations/organization.entities.js';
import { organizationOf } from '../organizations/organizations.queries.js';
import type { Visitor } from './visitor.js';

/** The visitor as they are today, read in the transaction that acts. */
export interface Me {
  readonly visitor: Visitor;
  readonly person: PersonRow;
  readonly actor: ActorInHand;
  readonly organization: OrganizationRow;
  readonly unreadNotices: number;
}

/** Where a visitor's request meets the use cases: one transaction, in their organization, as who they are now. */
@Injectable()
export class Desk {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws DomainError sign-in.required when the account was closed or got a new password meanwhile, sign-in.new-password
   *   as long as the password is a one-time one, permission.denied without a post
   */
  at<T>(visitor: Visitor, work: (tx: Tx, me: Me) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTenant(visitor.organizationId, async (tx) => {
      const { person, unread } = await inService(tx, visitor);
      const actor = await actorToday(tx, visitor.organizationId, visitor.personId);
      const organization = await organizationOf(tx, visitor.organizationId);
      return work(tx, { visitor, person, actor, organization, unreadNotices: unread });
    });
  }
}

async function inService(tx: Tx, { organizationId, personId, passwordVersion }: Visitor) {
  const found = await readerAt(tx, organizationId, personId);
  if (!found || found.person.closedAt || found.person.passwordVersion !== passwordVersion)
    throw new DomainError('sign-in.required');
  if (found.person.oneTimeUntil) throw new DomainError('sign-in.new-password');
  return found;
}

export const isOfficer = ({ actor }: Me): boolean => actor.capacities.includes('officer');
