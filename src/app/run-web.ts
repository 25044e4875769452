import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Pool } from 'pg';
import { pino } from 'pino';
import type { Environment } from '../config/env.js';
import { dataPaths, FONTS, ROOT } from '../config/paths.js';
import { sessionSecret } from '../config/session-secret.js';
import type { LineAccount } from '../notices/line-account.js';
import { checkRole } from '../database/check-role.js';
import { dataSourceFor } from '../database/data-source.js';
import { armFaultPoint } from '../database/fault-point.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { PrintingPool } from '../editions/printing-pool.js';
import { cleaningIn } from '../evidence/cleaning-process.js';
import { KnownSeals } from '../sealing-keys/known-seals.js';
import { Vault } from '../sealing-keys/vault.js';
import { BlobStore } from '../storage/blob-store.js';
import { configureWeb } from '../web/configure-web.js';
import { describeApi } from '../web/api/describe-api.js';
import { WebModule, type WebParts } from '../web/web.module.js';
import { ENTITIES } from './entities.js';
import { openItemKinds, ITEM_KINDS } from './item-kinds.js';
import type { Running } from './process-life.js';

const POOL_SIZE = 15;
const SESSION_POOL_SIZE = 5;
const CLEANING_CHILD = join(ROOT, 'dist', 'src', 'evidence', 'cleaning-child.js');
const PRINTING_CHILD = join(ROOT, 'dist', 'src', 'editions', 'printing-child.js');

/** A web process: pages, API and the built-in public site. Any number of them may run on one database. */
export async function runWeb(environment: Environment): Promise<Running> {
  armFaultPoint(environment.faultPoint ?? undefined, Math.random);
  openItemKinds();
  const { databaseUrl, publicBaseUrl, dataFolder, logLevel } = environment;
  const log = pino({ level: logLevel, name: 'web' });
  const dataSource = await dataSourceFor(databaseUrl ?? '', { poolSize: POOL_SIZE, entities: ENTITIES }).initialize();
  const pool = sessionPool(databaseUrl ?? '');
  const printing = new PrintingPool(1, PRINTING_CHILD);
  const close = async (): Promise<void> => {
    printing.close();
    await Promise.all([dataSource.destroy(), pool.end()]);
  };
  try {
    await checkRole(dataSource);
    const app = await webApp(environment, {
      unitOfWork: new UnitOfWork(dataSource),
      pool,
      blobs: new BlobStore(dataPaths(dataFolder).blobs),
      knownSeals: new KnownSeals(dataPaths(dataFolder).knownSeals),
      vault: Vault.open(dataPaths(dataFolder).secrets),
      printing,
      cleaning: cleaningIn(CLEANING_CHILD),
      line: lineAccountOf(environment),
      listedKinds: ITEM_KINDS,
      offeredFonts: FONTS,
      publicBaseUrl,
      log,
    });
    await app.listen(environment.port, environment.host);
    return { stop: () => app.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The application, ready to listen; tests make theirs here too. */
export async function webApp(
  environment: Pick<Environment, 'publicBaseUrl' | 'trustProxyHops' | 'sessionSecret' | 'dataFolder'>,
  parts: WebParts,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(WebModule.of(parts), {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
    forceCloseConnections: true,
  });
  configureWeb(app, {
    publicBaseUrl: environment.publicBaseUrl,
    trustProxyHops: environment.trustProxyHops,
    sessionSecret: sessionSecret(environment),
    pool: parts.pool,
  });
  describeApi(app);
  return app;
}

function lineAccountOf({ lineChannelSecret, lineChannelToken, lineBasicId }: Environment): LineAccount | null {
  if (lineChannelSecret === null || lineChannelToken === null) return null;
  return { channelSecret: lineChannelSecret, channelToken: lineChannelToken, basicId: lineBasicId };
}

/** Sessions and sign-in limits belong to no organization, so they have connections of their own. */
function sessionPool(databaseUrl: string): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: SESSION_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
  });
  pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
  return pool;
}
