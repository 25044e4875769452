import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const INTRODUCTION = `The same use cases as the pages. Sign in with POST /api/v1/session; the reply sets a cookie.
Writing requests take JSON. Refusals are application/problem+json (RFC 9457) with a stable code and a sentence in Thai and English.`;

/** Describes every route of the API at /api/openapi.json. */
export function describeApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Prongsai API')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .addCookieAuth('prongsai', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('api', app, document, { ui: false, raw: ['json'], jsonDocumentUrl: 'api/openapi.json' });
}
