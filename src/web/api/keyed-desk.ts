import { createParamDecorator, Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk, type Me } from '../desk.js';
import { onceFor } from '../visitor-key.js';
import { visitorOf, type Visitor } from '../visitor.js';
import { idempotencyKeyOf, told } from './request-headers.js';

/** A request of a signed-in person that changes something. */
export interface KeyedCall {
  readonly visitor: Visitor;
  readonly key: string | null;
  /** What is asked; the same key with something else is refused. */
  readonly asked: object;
  readonly response: Response;
}

/** @throws DomainError sign-in.required, input.invalid for a key that is none */
export const Keyed = createParamDecorator((_data: unknown, context: ExecutionContext): KeyedCall => {
  const http = context.switchToHttp();
  const request = http.getRequest<Request>();
  return {
    visitor: visitorOf(request),
    key: idempotencyKeyOf(request),
    asked: { method: request.method, path: request.path, body: request.body as object }, // parsed JSON
    response: http.getResponse<Response>(),
  };
});

/** Where a request that changes something meets its use case: once for each key. */
@Injectable()
export class KeyedDesk {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  /** @throws DomainError as Desk, and idempotency.still-running, idempotency.key-reused */
  async at<Reply extends object>(
    { visitor, key, asked, response }: KeyedCall,
    work: (tx: Tx, me: Me) => Promise<Reply>,
  ): Promise<Reply> {
    return told(
      response,
      await this.desk.at(visitor, (tx, me) => onceFor(tx, visitor, key, asked, () => work(tx, me))),
    );
  }

  /** For work that answers nothing. @throws DomainError as at */
  async silently(call: KeyedCall, work: (tx: Tx, me: Me) => Promise<unknown>): Promise<void> {
    await this.at(call, async (tx, me) => {
      await work(tx, me);
      return {};
    });
  }
}
