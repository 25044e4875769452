import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { links } from '../../templates/web/links.js';
import { ErrorPage } from '../../templates/web/pages/error.page.js';
import { sentenceOf } from '../../templates/web/sentences.js';
import type { DomainError } from '../core/errors.js';
import { AssetStore } from './asset-store.js';
import { statusOf } from './http-status.js';
import { asRefusal } from './known-failures.js';
import { objectionsIn, problemOf } from './problem.js';
import { renderPage } from './render-page.js';
import { requestIdOf } from './request-id.js';
import { WEB_LOG, type WebLog } from './web-log.js';

/** The one place where refusals and surprises become answers: a page for people, problem+json for programs. */
@Catch()
export class ErrorPageFilter implements ExceptionFilter {
  constructor(
    @Inject(AssetStore) private readonly assets: AssetStore,
    @Inject(WEB_LOG) private readonly log: WebLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = asRefusal(error);
    const reference = requestIdOf(request);
    if (statusOf(refusal.code) >= 500) this.log.error({ error, reference, path: request.path }, refusal.code);
    if (response.headersSent) return void response.destroy();
    response.setHeader('Cache-Control', 'no-store');
    if (statusOf(refusal.code) === 503) response.setHeader('Retry-After', '5');
    if (FOR_PROGRAMS.test(request.path)) return sendProblem(response, refusal, reference);
    if (refusal.code === 'sign-in.required' && request.method === 'GET') {
      const returnTo = encodeURIComponent(request.originalUrl);
      return response.redirect(303, `${links.signIn}?returnTo=${returnTo}`);
    }
    if (refusal.code === 'sign-in.new-password') return response.redirect(303, links.password);
    this.sendPage(request, response, refusal, reference);
  }

  private sendPage(request: Request, response: Response, { code, details }: DomainError, reference: string): void {
    const status = statusOf(code);
    const page = ErrorPage({
      frame: { assets: this.assets.pageAssets },
      status,
      sentence: sentenceOf(code, details, 'th'),
      objections: objectionsIn(details).map((objection) => sentenceOf(objection, details, 'th')),
      backHref: backOf(request),
      isPublic: isPublic(request),
      reference: status >= 500 ? reference : null,
    });
    response.status(status).setHeader('Content-Type', 'text/html; charset=utf-8').send(renderPage(page));
  }
}

function sendProblem(response: Response, refusal: DomainError, reference: string): void {
  const problem = problemOf(refusal, reference);
  response.status(problem.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.send(JSON.stringify(problem));
}

const FOR_PROGRAMS = /^\/(?:api|line|witness)\//;
const PUBLIC_PATH = /^\/(?:p\/([a-z0-9-]+)|verify$)/;

const isPublic = ({ path }: Request): boolean => PUBLIC_PATH.test(path);

/** The page a form was sent from, when it is ours; otherwise where a visitor of this address begins. */
function backOf(request: Request): string {
  const referer = request.get('referer') ?? '';
  const from = URL.canParse(referer) ? new URL(referer) : null;
  return from && from.host === request.get('host') ? from.pathname + from.search : startOf(request);
}

function startOf({ path }: Request): string {
  const slug = PUBLIC_PATH.exec(path)?.[1];
  if (slug) return links.publicHome(slug);
  return PUBLIC_PATH.test(path) ? links.verify : links.tasks;
}
