import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../core/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { choosePassword } from '../identity/choose-password.js';
import { personInService } from '../identity/sign-in.js';
import type { PersonRow } from '../organizations/organization.entities.js';
import './session-data.js';
import { SignInLimits } from './sign-in-limits.js';
import type { Visitor } from './visitor.js';

/** A visitor's own password; works also for whoever still has a one-time secret and can do nothing else. */
@Injectable()
export class OwnPassword {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  async isOneTime(visitor: Visitor): Promise<boolean> {
    return (await this.personOf(visitor)).oneTimeUntil !== null;
  }

  /** This session goes on with the new password, all others end. @throws DomainError sign-in.failed, sign-in.too-many-attempts, password.* */
  async choose(request: Request, visitor: Visitor, given: { current: string; next: string }): Promise<void> {
    const { userName } = await this.personOf(visitor);
    const { organizationId, personId } = visitor;
    const passwordVersion = await this.limits.guarding(
      { organizationId, userName, clientAddress: request.ip ?? '' },
      () => choosePassword(this.unitOfWork, { organizationId, personId, ...given }),
    );
    Object.assign(request.session, { passwordVersion, authenticatedAt: Date.now() });
  }

  /** @throws DomainError sign-in.required */
  private async personOf({ organizationId, personId, passwordVersion }: Visitor): Promise<PersonRow> {
    const person = await this.unitOfWork.inTenant(organizationId, (tx) =>
      personInService(tx, organizationId, personId),
    );
    if (!person || person.passwordVersion !== passwordVersion) throw new DomainError('sign-in.required');
    return person;
  }
}
