import { createServer, type AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { said } from '../../templates/console/demo.js';
import { refusalText } from '../../templates/console/refusal.js';
import { verifyStoredChain } from '../audit/verify-stored-chain.js';
import { environmentOfChild, readEnvironment, type Environment } from '../config/env.js';
import { TEMPLATES } from '../config/paths.js';
import { DomainError } from '../core/errors.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { DemoCast } from './demo-cast.js';
import { collectPublished, signAnnouncement, signReport, type PublishedFile } from './demo-documents.js';
import { carryMeasures, importPlan, type PlanFile } from './demo-measures.js';
import { DEMO_ORGANIZATION, seedDemo } from './demo-organization.js';
import type { Say } from './demo-submitting.js';
import { startServices } from './services.js';
import { withUnitOfWork } from './with-database.js';

const OWN_PLAN = join(TEMPLATES, 'demo', 'plan-2568.xlsx');
/** The report, and the announcement in two languages. */
const DOCUMENTS = 3;

interface Outcome {
  readonly measures: number;
  readonly published: readonly PublishedFile[];
  readonly auditEvents: number;
}

/** `npm run demo [-- --plan file.xlsx]`: the main job from a spreadsheet to verified public files, without a browser. */
export async function demoCommand(args: string[]): Promise<number> {
  const step = { name: 'read the plan' };
  const outcome = await attempt(args, step).then(
    (reached) => ({ ok: true as const, ...reached }),
    (error: unknown) => ({ ok: false as const, failedStep: step.name, error: worded(error) }),
  );
  if (!outcome.ok) process.stderr.write(`✗ ${said.failed(outcome.failedStep, outcome.error)}\n`);
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  return outcome.ok ? 0 : 1;
}

async function attempt(
  args: readonly string[],
  step: Stage['step'],
): Promise<Outcome & { organization: string; folder: string }> {
  const file = planFile(args);
  const environment = await demoEnvironment();
  const slug = `demo-${Date.now().toString(36)}`;
  const folder = join(environment.dataFolder, slug);
  step.name = 'start the services';
  say(said.starting(environment.dataFolder));
  const services = await startServices(environment, SILENT, (url) =>
    withUnitOfWork(url, async (unitOfWork) => void (await seedDemo(unitOfWork, slug))),
  );
  try {
    const stage = { slug, folder, file, baseUrl: environment.publicBaseUrl, step };
    return {
      organization: slug,
      folder,
      ...(await withUnitOfWork(services.appUrl, (unitOfWork) => story(unitOfWork, stage))),
    };
  } finally {
    say(said.stopping());
    await services.stop();
  }
}

const say: Say = (line) => void process.stdout.write(`✓ ${line}\n`);

const worded = (error: unknown): string => (error instanceof DomainError ? refusalText(error) : String(error));

interface Stage {
  readonly slug: string;
  readonly folder: string;
  readonly file: PlanFile;
  readonly baseUrl: string;
  readonly step: { name: string };
}

async function story(unitOfWork: UnitOfWork, { slug, folder, file, baseUrl, step }: Stage): Promise<Outcome> {
  const cast = await DemoCast.of(unitOfWork, await seedDemo(unitOfWork, slug));
  say(said.ready(DEMO_ORGANIZATION.name));
  step.name = 'import the plan';
  const { plan, measures } = await importPlan(cast, file, say);
  step.name = 'carry the measures to completion';
  await carryMeasures(cast, measures, say);
  step.name = 'sign the report';
  await signReport(cast, plan, say);
  step.name = 'sign the announcement';
  await signAnnouncement(cast, plan, say);
  step.name = 'render, seal, publish and verify';
  const published = await collectPublished(cast, { baseUrl, slug, folder, expected: DOCUMENTS }, say);
  step.name = 'verify the audit chain';
  const verdict = await cast.look((tx) => verifyStoredChain(tx, cast.organizationId));
  if (!verdict?.intact) throw new Error(`the audit chain is broken: ${JSON.stringify(verdict)}`);
  say(said.audited(verdict.size));
  return { measures: measures.length, published, auditEvents: verdict.size };
}

function planFile(args: readonly string[]): PlanFile {
  const at = args.indexOf('--plan');
  const path = at === -1 ? OWN_PLAN : resolve(args[at + 1] ?? '');
  if (!existsSync(path)) throw new DomainError('input.file-not-found', { file: path });
  return { name: basename(path), bytes: readFileSync(path) };
}

/** Services of its own on a free port: a running `npm start` is not disturbed. */
async function demoEnvironment(): Promise<Environment> {
  const port = String(await freePort());
  const dataFolder = join(readEnvironment().dataFolder, 'demo');
  const own = {
    PORT: port,
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    PRONGSAI_DATA: dataFolder,
    LOG_LEVEL: 'error',
  };
  return readEnvironment(
    environmentOfChild({ DATABASE_URL: '', DATABASE_OWNER_URL: '', QUEUE_URL: '', HOST: '', ...own }),
  );
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo; // a TCP server's address is never a string
      probe.close(() => found(port));
    });
  });
}

const SILENT = { restarting: (): void => undefined, databaseReturned: (): void => undefined };
