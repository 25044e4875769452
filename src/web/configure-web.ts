import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, raw, urlencoded, type RequestHandler } from 'express';
import type { Pool } from 'pg';
import { LARGEST_REQUEST_BYTES } from '../audit/add-checkpoint.js';
import { AssetStore } from './asset-store.js';
import { refuseForgedForms } from './csrf.js';
import { jsonOnly } from './json-only.js';
import { refuseForeignOrigins } from './origin-check.js';
import { refuseForbiddenCharacters } from './refuse-characters.js';
import { nameRequest } from './request-id.js';
import { securityHeaders } from './security-headers.js';
import { sessions } from './sessions.js';
import { staticAssets } from './static-assets.js';
import { tooLarge } from '../evidence/brought-file.js';
import {
  EVIDENCE_MAX,
  FONT_FILES,
  FONT_MAX,
  PDF_MAX,
  PKCS12_MAX,
  PLAN_MAX,
  uploadOfAnybody,
  uploadOfVisitor,
  uploadsOfVisitor,
} from './uploads.js';

export interface WebSettings {
  /** The address people type; https turns on the secure cookie and HSTS. */
  readonly publicBaseUrl: string;
  readonly sessionSecret: string;
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxyHops: number;
  /** Holds http_session. */
  readonly pool: Pool;
}

/** Paths that know no person: no session is read and no cookie is set. */
const WITHOUT_SESSION =
  /^\/(p\/|assets\/|verify$|healthz$|line\/webhook$|witness\/add-checkpoint$|api\/openapi\.json$|api\/v1\/verify$)/;
const FORM_LIMIT = '2mb';
/** LINE and logs sign the bytes, so they stay bytes until the signature is checked. */
const SIGNED_BYTES = /^\/(line\/webhook|witness\/add-checkpoint)$/;
const LINE_LIMIT = '256kb';
/** A measure of 500 results has three fields for each. */
const MOST_FIELDS = 2_000;

/** What a request meets before a controller, in this order. The application is made with `bodyParser: false`. */
export function configureWeb(app: NestExpressApplication, settings: WebSettings): void {
  const isHttps = settings.publicBaseUrl.startsWith('https:');
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxyHops);
  app.set('query parser', 'simple');
  app.use(nameRequest);
  app.use(securityHeaders(isHttps));
  app.use(staticAssets(app.get(AssetStore)));
  app.use(refuseForeignOrigins(settings.publicBaseUrl));
  const onClose = (end: () => void): unknown => app.getHttpServer().once('close', end);
  const { pool, sessionSecret: secret } = settings;
  app.use(unless(WITHOUT_SESSION, sessions({ pool, secret, isHttps, onClose })));
  app.use('/line/webhook', raw({ type: () => true, limit: LINE_LIMIT }));
  app.use('/witness/add-checkpoint', raw({ type: () => true, limit: LARGEST_REQUEST_BYTES }));
  app.use('/verify', uploadOfAnybody(PDF_MAX));
  app.use('/api/v1/verify', uploadOfAnybody(PDF_MAX));
  app.use('/imports', onlyMultipart(uploadOfVisitor(PLAN_MAX)));
  app.use('/api/v1/imports', onlyMultipart(uploadOfVisitor(PLAN_MAX)));
  app.use('/assessments', onlyMultipart(uploadOfVisitor(PLAN_MAX)));
  app.use('/api/v1/assessments', onlyMultipart(uploadOfVisitor(PLAN_MAX)));
  app.use('/admin/fonts', onlyMultipart(uploadsOfVisitor(FONT_MAX, FONT_FILES)));
  app.use('/api/v1/document-fonts', onlyMultipart(uploadsOfVisitor(FONT_MAX, FONT_FILES)));
  app.use('/admin/certificate', onlyMultipart(uploadOfVisitor(PKCS12_MAX)));
  app.use('/api/v1/certificate', onlyMultipart(uploadOfVisitor(PKCS12_MAX)));
  app.use('/measures', onlyMultipart(uploadOfVisitor(EVIDENCE_MAX, tooLarge)));
  app.use('/api/v1/measures', onlyMultipart(uploadOfVisitor(EVIDENCE_MAX, tooLarge)));
  app.use('/announcements', onlyMultipart(uploadOfVisitor(EVIDENCE_MAX, tooLarge)));
  app.use('/api/v1/announcements', onlyMultipart(uploadOfVisitor(EVIDENCE_MAX, tooLarge)));
  app.use('/api', json({ limit: FORM_LIMIT, strict: true }), jsonOnly);
  app.use(unless(/^\/api\//, urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: MOST_FIELDS })));
  app.use(unless(/^\/api\//, unless(WITHOUT_SESSION, refuseForgedForms)));
  app.use(unless(SIGNED_BYTES, refuseForbiddenCharacters));
}

const unless =
  (paths: RegExp, handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    paths.test(request.path) ? next() : handler(request, response, next);

const onlyMultipart =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    request.is('multipart/form-data') ? handler(request, response, next) : next();
