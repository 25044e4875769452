import type { Request } from 'express';
import type { SignedIn } from '../identity/sign-in.js';
import './session-data.js';

/** A new session id for the new identity: nothing that was known before signing in can be used after it. */
export async function startSession(
  request: Request,
  { organizationId, personId, passwordVersion }: SignedIn,
): Promise<void> {
  await settled((done) => request.session.regenerate(done));
  const now = Date.now();
  Object.assign(request.session, { organizationId, personId, passwordVersion, authenticatedAt: now, startedAt: now });
  await keepSession(request);
}

export async function endSession(request: Request): Promise<void> {
  await settled((done) => request.session.destroy(done));
}

/** Writes the session now rather than at the end of the answer; one that holds nothing is not kept at all. */
export async function keepSession({ session }: Request): Promise<void> {
  const holdsMoreThanItsCookie = session !== undefined && Object.keys(session).length > 1;
  if (holdsMoreThanItsCookie) await settled((done) => session.save(done));
}

const settled = (act: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((done, failed) => act((error) => (error ? failed(asError(error)) : done())));

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
