import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../core/errors.js';

const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The API takes JSON, and files where a route asks for one; a form of another site cannot send JSON unasked. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? '0') > 0;
  if (WRITING.has(request.method) && hasBody && !request.is(['application/json', 'multipart/form-data'])) {
    return next(new DomainError('request.wrong-type'));
  }
  request.body ??= {};
  next();
}
