import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Pool } from 'pg';
import { ITEM_KINDS } from '../../../src/app/item-kinds.js';
import { webApp } from '../../../src/app/run-web.js';
import { inspectFont, specimenOf } from '../../../src/editions/font-examiner.js';
import { printDocument } from '../../../src/editions/pdf-printer.js';
import { cleanEvidence } from '../../../src/evidence/clean-evidence.js';
import { dataPaths } from '../../../src/config/paths.js';
import type { LineAccount } from '../../../src/notices/line-account.js';
import { KnownSeals } from '../../../src/sealing-keys/known-seals.js';
import { Vault } from '../../../src/sealing-keys/vault.js';
import { BlobStore } from '../../../src/storage/blob-store.js';
import { testAgency, type TestAgency } from '../../support/agency.js';

/** The real web application on a database of its own, listening on loopback. */
export interface RunningWeb {
  readonly address: string;
  readonly agency: TestAgency;
  /** Where files are kept. */
  readonly folder: string;
  /** "GET /api/v1/measures/{id}" for every route of the application. */
  readonly routes: readonly string[];
  /** What an operator would have read. */
  readonly remarks: { readonly message: string; readonly facts: object }[];
  /** Errors that nobody foresaw. */
  readonly surprises: { readonly message: string; readonly error: unknown }[];
  close(): Promise<void>;
}

export async function runningWeb(slug = 'tua-yang', line: LineAccount | null = null): Promise<RunningWeb> {
  const agency = await testAgency(slug);
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-web-'));
  const blobs = new BlobStore(join(folder, 'blobs'));
  const pool = new Pool({ connectionString: agency.database.appUrl, max: 5 });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const remarks: RunningWeb['remarks'] = [];
  const surprises: RunningWeb['surprises'] = [];
  const app: NestExpressApplication = await webApp(
    {
      publicBaseUrl: address,
      trustProxyHops: 0,
      sessionSecret: 'a secret of the tests, 32 letters',
      dataFolder: folder,
    },
    {
      unitOfWork: agency.unitOfWork,
      pool,
      blobs,
      knownSeals: new KnownSeals(dataPaths(folder).knownSeals),
      vault: Vault.open(dataPaths(folder).secrets),
      printing: {
        print: printDocument,
        inspectFonts: async (files) => files.map(inspectFont),
        printSpecimen: specimenOf,
      },
      cleaning: cleanEvidence,
      offeredFonts: fontsIn(folder),
      line,
      listedKinds: ITEM_KINDS,
      publicBaseUrl: address,
      log: {
        error: (facts, message) => surprises.push({ message, error: 'error' in facts ? facts.error : facts }),
        info: (facts, message) => remarks.push({ message, facts }),
      },
    },
  );
  await app.listen(port, '127.0.0.1');
  return {
    address,
    agency,
    folder,
    routes: routesOf(app),
    remarks,
    surprises,
    close: async () => {
      await app.close();
      await pool.end();
      await agency.database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty folder of the operator's fonts. */
function fontsIn(folder: string): string {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  return fonts;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // a listening TCP server has a port
  await new Promise((closed) => server.close(closed));
  return port;
}

interface RouterLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** As the router of the application itself has them, with parameters in the notation of OpenAPI. */
function routesOf(app: NestExpressApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: readonly RouterLayer[] } }; // Express has it, untyped here
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );
}
