import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { visitorOf, type Visitor } from './visitor.js';

/** A file beside an item as an address ":id/…/:fileId" names it, and who asks. */
export interface AskedFile {
  readonly visitor: Visitor;
  readonly id: string;
  readonly fileId: string;
  readonly path: string;
}

/** @throws DomainError sign-in.required */
export const FileAsked = createParamDecorator((_data: unknown, context: ExecutionContext): AskedFile => {
  const request = context.switchToHttp().getRequest<Request>();
  const { id, fileId } = request.params;
  return { visitor: visitorOf(request), id: String(id), fileId: String(fileId), path: request.path };
});
