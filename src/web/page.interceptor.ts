import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isValidElement, type VNode } from 'preact';
import { concatMap, type Observable } from 'rxjs';
import { renderPage } from './render-page.js';
import { PageReply, SeeOther } from './reply.js';
import { keepSession } from './start-session.js';

/** Turns what a page controller returns into HTML or a redirect; anything else passes as it is. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(concatMap((reply: unknown) => this.send(request, response, reply)));
  }

  private async send(request: Request, response: Response, reply: unknown): Promise<unknown> {
    if (reply instanceof SeeOther) {
      // a browser follows at the first byte of the answer: by then the session must hold what was just done
      await keepSession(request);
      response.status(303).setHeader('Location', reply.address).type('text/plain');
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
