import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../core/errors.js';
import { hasForbiddenCharacter } from '../core/schema/forbidden-characters.js';

const DEEPEST = 20;

/** U+0000, control and bidirectional characters and lone surrogates never get further than this (RELIABILITY M17). */
export function refuseForbiddenCharacters(request: Request, _response: Response, next: NextFunction): void {
  const field =
    forbiddenIn('path', pathOf(request)) ?? forbiddenIn('query', request.query) ?? forbiddenIn('', request.body);
  next(field === null ? undefined : new DomainError('input.control-character', { field }));
}

/** Name of the first place that holds a forbidden character, or null. */
function forbiddenIn(place: string, value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return hasForbiddenCharacter(value) ? place : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEEPEST) throw new DomainError('input.invalid', { field: place });
  for (const [name, inner] of Object.entries(value)) {
    if (hasForbiddenCharacter(name)) return place || 'body';
    const found = forbiddenIn(depth === 0 ? name : place, inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function pathOf(request: Request): string {
  try {
    return decodeURIComponent(request.path);
  } catch {
    throw new DomainError('request.not-found');
  }
}
