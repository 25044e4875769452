import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { isValidElement, type VNode } from 'preact';
import { map, type Observable } from 'rxjs';
import { renderPage } from './render-page.js';
import { PageReply, SeeOther } from './reply.js';

/** Turns what a page controller returns into HTML or a redirect; anything else passes as it is. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((reply: unknown) => this.send(response, reply)));
  }

  private send(response: Response, reply: unknown): unknown {
    if (reply instanceof SeeOther) {
      response.status(303).setHeader('Location', reply.address).type('text/plain');
      // a body, because the session is saved while the last byte of it is held back: without one the browser would be
      // on its way before the session is
      return reply.address;
    }
    if (reply instanceof PageReply) return this.html(response, reply.page, reply.status);
    return isValidElement(reply) ? this.html(response, reply, 200) : reply;
  }

  private html(response: Response, page: VNode, status: number): string {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
    response.status(status).setHeader('Content-Type', 'text/html; charset=utf-8');
    return renderPage(page);
  }
}
