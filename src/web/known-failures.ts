import { HttpException } from '@nestjs/common';
import { DomainError } from '../core/errors.js';

/** SQLSTATE classes and socket errors that mean: the database is away or overloaded, not: the program is wrong. */
const AWAY = /^(08|53|57P0[123]|57014|55P03|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)/;
const AWAY_MESSAGES = /timeout exceeded when trying to connect|Connection terminated|terminating connection/i;

/**
 * Whatever was thrown, as a refusal with a code. Failures of our libraries that people cause or can wait out have one;
 * everything else is a surprise.
 */
export function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) return refusalOfStatus(error.getStatus());
  const { type, status, code, driverError, message } = error as {
    type?: string;
    status?: number;
    code?: string;
    driverError?: { code?: string };
    message?: string;
  };
  if (type !== undefined && status !== undefined && status < 500) return refusalOfStatus(status);
  if (AWAY.test(driverError?.code ?? code ?? '') || AWAY_MESSAGES.test(message ?? ''))
    return new DomainError('system.unavailable');
  return new DomainError('system.unexpected');
}

function refusalOfStatus(status: number): DomainError {
  if (status === 404) return new DomainError('request.not-found');
  if (status === 413) return new DomainError('input.body-too-large');
  if (status === 415) return new DomainError('request.wrong-type');
  if (status >= 500) return new DomainError('system.unexpected');
  return new DomainError('input.invalid');
}
