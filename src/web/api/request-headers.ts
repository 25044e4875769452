import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../core/errors.js';
import type { Keyed } from '../../approvals/request-key.js';

/** The Idempotency-Key header, or null. @throws DomainError input.invalid for one that is empty or longer than 200 */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string | null =>
  idempotencyKeyOf(context.switchToHttp().getRequest<Request>()),
);

/** As IdempotencyKey. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new DomainError('input.invalid', { field: 'Idempotency-Key' });
  return key;
}

/** The content hash of If-Match: the text that was shown when the decision was made; null without the header. */
export const ShownHash = createParamDecorator((_data: unknown, context: ExecutionContext): string | null => {
  const tag = context.switchToHttp().getRequest<Request>().get('if-match');
  if (tag === undefined) return null;
  const hash = /^"([0-9a-f]{64})"$/.exec(tag)?.[1];
  if (!hash) throw new DomainError('input.invalid', { field: 'If-Match' });
  return hash;
});

export const WithIdempotencyKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'The same key with the same request acts once; a repeat has the same answer with Idempotent-Replayed: true',
  });

export const WithShownHash = (): MethodDecorator =>
  applyDecorators(
    WithIdempotencyKey(),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag of the item as it was shown. Deeds that sign are refused without it.',
    }),
  );

/** Tells a repeated request that nothing was done again. */
export function told<Reply extends object>(response: Response, { reply, replayed }: Keyed<Reply>): Reply {
  if (replayed) response.setHeader('Idempotent-Replayed', 'true');
  return reply;
}
