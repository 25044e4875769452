import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const ids = new WeakMap<Request, string>();
/** Letters that nobody misreads on the telephone: no I, L, O, U, 0 or 1. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Gives every request a short name that people can read out: "7QX4-M2KA". */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const letters = [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  ids.set(request, `${letters.slice(0, 4)}-${letters.slice(4)}`);
  response.setHeader('X-Request-Id', requestIdOf(request));
  next();
}

export const requestIdOf = (request: Request): string => ids.get(request) ?? '';
