import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import * as say from '../../templates/console/starting.js';
import { readEnvironment, type Environment } from '../config/env.js';
import { dataSourceFor } from '../database/data-source.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DEMO_SIGN_INS, DEMO_SLUG, seedDemo } from './demo-organization.js';
import { ENTITIES } from './entities.js';
import { launcherGone } from './launcher.js';
import { stopAsked } from './process-life.js';
import { AlreadyRunningError, startServices, type Services } from './services.js';

const PORT_PATIENCE_MS = 4_000;

/** `npm start`: everything on this machine, until Ctrl-C. */
export async function startCommand(): Promise<number> {
  const environment = readEnvironment();
  if (!(await isFreeSoon(environment))) return refuse(say.portTaken(environment.port));
  const asked = Promise.race([stopAsked(), launcherGone()]);
  print(say.preparingDatabase());
  const giveUp = new AbortController();
  void asked.then(() => giveUp.abort());
  const services = await startOrExplain(environment, giveUp.signal);
  if (services === null) return giveUp.signal.aborted ? 0 : 1;

  print(say.running(environment.publicBaseUrl, `${environment.publicBaseUrl}/p/${DEMO_SLUG}`, DEMO_SIGN_INS));
  await asked;
  print(say.stopping());
  await services.stop();
  print(say.stopped());
  return 0;
}

async function startOrExplain(environment: Environment, signal: AbortSignal): Promise<Services | null> {
  try {
    return await startServices(environment, REPORTS, seed, signal);
  } catch (error) {
    if (signal.aborted) {
      print(say.stopped());
      return null;
    }
    if (!(error instanceof AlreadyRunningError)) throw error;
    refuse(say.alreadyRunning(environment.dataFolder));
    return null;
  }
}

async function seed(appUrl: string): Promise<void> {
  const dataSource = await dataSourceFor(appUrl, { entities: ENTITIES, poolSize: 2 }).initialize();
  try {
    await seedDemo(new UnitOfWork(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

/** The processes of a killed supervisor let go of the port within a second or two. */
async function isFreeSoon(environment: Environment): Promise<boolean> {
  const deadline = performance.now() + PORT_PATIENCE_MS;
  while (!(await isFree(environment))) {
    if (performance.now() > deadline) return false;
    await pause(200);
  }
  return true;
}

function isFree({ host, port }: Environment): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, host, () => probe.close(() => answer(true)));
  });
}

const REPORTS = {
  restarting: (name: string, seconds: number): void => void refuse(say.restarting(name, seconds)),
  databaseReturned: (): void => void refuse(say.databaseReturned()),
};

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function refuse(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}
