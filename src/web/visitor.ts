import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { RequestFacts } from '../approvals/run-transition.js';
import { DomainError } from '../core/errors.js';
import { organizationId, type OrganizationId } from '../database/tenant.js';
import { requestIdOf } from './request-id.js';
import './session-data.js';

/** Somebody who signed in, as the session remembers them: who they are today is asked in each transaction. */
export interface Visitor {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  readonly passwordVersion: number;
  readonly authenticatedAt: number;
  readonly request: RequestFacts;
}

const LONGEST_SESSION_MS = 12 * 3_600_000;
const FRESH_MS = 5 * 60_000;

/** The signed-in visitor of a request. @throws DomainError sign-in.required */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): Visitor =>
  visitorOf(context.switchToHttp().getRequest<Request>()),
);

/** @throws DomainError sign-in.required */
export function visitorOf(request: Request): Visitor {
  const { organizationId: organization, personId, ...session } = request.session ?? {};
  const { authenticatedAt = 0, startedAt = 0, passwordVersion = 0 } = session;
  if (!organization || !personId || Date.now() - startedAt > LONGEST_SESSION_MS)
    throw new DomainError('sign-in.required');
  return {
    organizationId: organizationId(organization),
    personId,
    passwordVersion,
    authenticatedAt,
    request: factsOf(request, authenticatedAt),
  };
}

/** Proved who they are within five minutes, as signing asks (RELIABILITY 4.3 D1). */
export const isFresh = ({ authenticatedAt }: Pick<Visitor, 'authenticatedAt'>): boolean =>
  Date.now() - authenticatedAt <= FRESH_MS;

const factsOf = (request: Request, authenticatedAt: number): RequestFacts => ({
  requestId: requestIdOf(request),
  clientAddress: request.ip ?? '',
  sessionHash: createHash('sha256').update(request.sessionID).digest('hex'),
  authMethod: 'password',
  authAgeSeconds: String(Math.max(0, Math.round((Date.now() - authenticatedAt) / 1_000))),
});
