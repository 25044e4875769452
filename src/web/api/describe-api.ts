import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Describes every route of the API at /api/openapi.json. */
export function describeApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder().setTitle('Prongsai').setVersion('1').build();
  const document = SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('api', app, document, { ui: false, raw: ['json'], jsonDocumentUrl: 'api/openapi.json' });
}
