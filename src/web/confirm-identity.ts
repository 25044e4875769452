import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../core/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { personInService, signIn } from '../identity/sign-in.js';
import './session-data.js';
import { SignInLimits } from './sign-in-limits.js';
import { isFresh, type Visitor } from './visitor.js';

/** Signing asks for the password again when the last proof of identity is older than five minutes. */
@Injectable()
export class ConfirmIdentity {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  /**
   * @returns the visitor with the new proof
   * @throws DomainError sign-in.confirm when a password is needed, sign-in.failed when it is wrong
   */
  async beforeSigning(request: Request, visitor: Visitor, password: string): Promise<Visitor> {
    if (isFresh(visitor)) return visitor;
    if (password === '') throw new DomainError('sign-in.confirm', { field: 'password' });
    const { organizationId, personId } = visitor;
    const person = await this.unitOfWork.inTenant(organizationId, (tx) =>
      personInService(tx, organizationId, personId),
    );
    if (!person) throw new DomainError('sign-in.required');
    await this.limits.guarding({ organizationId, userName: person.userName, clientAddress: request.ip ?? '' }, () =>
      signIn(this.unitOfWork, { organizationId, userName: person.userName, password, clientAddress: request.ip }),
    );
    const authenticatedAt = Date.now();
    request.session.authenticatedAt = authenticatedAt;
    return { ...visitor, authenticatedAt, request: { ...visitor.request, authAgeSeconds: '0' } };
  }
}
