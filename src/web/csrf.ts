import { csrfSync } from 'csrf-sync';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../core/errors.js';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => fieldOf(request) ?? request.get('x-csrf-token'),
});

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token of this session, for the hidden field of every form. */
export const csrfTokenOf = (request: Request): string => generateToken(request);

/** A form that was not made by our pages in this session is refused. */
export function refuseForgedForms(request: Request, _response: Response, next: NextFunction): void {
  if (READING.has(request.method) || isRequestValid(request)) return next();
  next(new DomainError('request.forbidden-origin'));
}

function fieldOf(request: Request): string | undefined {
  const body: unknown = request.body;
  const token = typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined;
  return typeof token === 'string' ? token : undefined;
}
