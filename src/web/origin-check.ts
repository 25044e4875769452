import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../core/errors.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * A request that changes something comes from our own pages or from a program: browsers name the origin of every POST,
 * programs need not. @param publicBaseUrl the address people type
 */
export const refuseForeignOrigins =
  (publicBaseUrl: string) =>
  (request: Request, _response: Response, next: NextFunction): void => {
    if (READING.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const isOwn = origin === undefined || origin === new URL(publicBaseUrl).origin || origin === ownOrigin(request);
    if (isOwn && (site === undefined || OWN_SITES.has(site))) return next();
    next(new DomainError('request.forbidden-origin'));
  };

const ownOrigin = (request: Request): string => `${request.protocol}://${request.get('host')}`;
