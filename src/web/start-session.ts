import type { Request } from 'express';
import type { SignedIn } from '../identity/sign-in.js';
import './session-data.js';

/** A new session id for the new identity: nothing that was known before signing in can be used after it. */
export async function startSession(
  request: Request,
  { organizationId, personId, passwordVersion }: SignedIn,
): Promise<void> {
  await new Promise<void>((done, failed) =>
    request.session.regenerate((error: unknown) => (error ? failed(asError(error)) : done())),
  );
  const now = Date.now();
  Object.assign(request.session, { organizationId, personId, passwordVersion, authenticatedAt: now, startedAt: now });
}

export async function endSession(request: Request): Promise<void> {
  await new Promise<void>((done, failed) =>
    request.session.destroy((error: unknown) => (error ? failed(asError(error)) : done())),
  );
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
