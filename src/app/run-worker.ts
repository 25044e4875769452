import { pino, type Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Environment } from '../config/env.js';
import { checkRole } from '../database/check-role.js';
import { dataSourceFor } from '../database/data-source.js';
import { armFaultPoint } from '../database/fault-point.js';
import { breakOnPurpose, isBroken } from '../database/sabotage.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Loop } from '../jobs/loop.js';
import { StepProcessor, type Report } from '../jobs/step-processor.js';
import { sweep } from '../jobs/sweep.js';
import { stateOldRecords } from '../organizations/state-old-records.js';
import { OutboxRelay } from '../outbox/relay.js';
import { STEPS, type Step, type WorkPayload } from '../outbox/steps.js';
import { openQueues, type Queues } from '../queues/queues.js';
import { clockLoops } from './worker-clock.js';
import { ENTITIES } from './entities.js';
import { openItemKinds } from './item-kinds.js';
import type { Running } from './process-life.js';
import { workerParts } from './worker-parts.js';

const POOL_SIZE = 15;
const MOST_IMPORTS = 2;
const RELAY_EVERY_MS = 200;
const SWEEP_EVERY_MS = 60_000;
/** A worker that has not reached PostgreSQL for this long is of no use; whoever started it starts another. */
const LONGEST_WITHOUT_DATABASE_MS = 30_000;
const GRACE_MS = 8_000;

/** A worker process: relays due work to the queue, takes jobs from it, and does them. It serves nothing. */
export async function runWorker(environment: Environment): Promise<Running> {
  armFaultPoint(environment.faultPoint ?? undefined, Math.random);
  breakOnPurpose(environment.brokenSafeguard);
  openItemKinds();
  const log = pino({ level: environment.logLevel, name: 'worker' });
  const dataSource = await openDatabase(environment);
  try {
    await checkRole(dataSource);
    await stateOldRecords(new UnitOfWork(dataSource));
    return await work(environment, dataSource, log);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function work(environment: Environment, dataSource: DataSource, log: Logger): Promise<Running> {
  const report: Report = (message, facts = {}) => log.warn(facts, message);
  const unitOfWork = new UnitOfWork(dataSource);
  const queues = await openQueues(environment, report);
  const { handlers, printing } = await workerParts(environment, unitOfWork).catch(async (error: unknown) => {
    await queues.close(0);
    throw error;
  });
  const processor = new StepProcessor(unitOfWork, handlers, report);
  for (const step of STEPS) {
    const concurrency = concurrencyOf(step, environment.workerConcurrency);
    queues.worker<WorkPayload>(step, (payload) => processor.process(payload), { concurrency });
  }
  const relaying = relayLoop(unitOfWork, queues, report);
  const loops = [relaying, sweepLoop(unitOfWork, report), ...clockLoops(environment, unitOfWork, report)];
  for (const loop of loops) loop.start();
  const watchdog = exitWhenSilent(relaying, log);

  return {
    stop: async () => {
      clearInterval(watchdog);
      await Promise.all(loops.map((loop) => loop.stop()));
      const patience = setTimeout(() => processor.stop(), GRACE_MS);
      await queues.close(GRACE_MS + 2_000);
      clearTimeout(patience);
      printing.close();
      await dataSource.destroy();
    },
  };
}

const openDatabase = ({ databaseUrl }: Environment): Promise<DataSource> =>
  dataSourceFor(databaseUrl ?? '', { poolSize: POOL_SIZE, entities: ENTITIES }).initialize();

function relayLoop(unitOfWork: UnitOfWork, { producer }: Queues, report: Report): Loop {
  const relay = new OutboxRelay(unitOfWork, producer);
  return new Loop(
    RELAY_EVERY_MS,
    () => relay.drain(),
    (error) => report(`the relay failed: ${String(error)}`),
  );
}

const sweepLoop = (unitOfWork: UnitOfWork, report: Report): Loop =>
  new Loop(
    SWEEP_EVERY_MS,
    (signal) => sweep(unitOfWork, report, signal),
    (error) => report(`the sweep failed: ${String(error)}`),
  );

/**
 * Printing is bound by processors, looking at addresses by waiting. An import holds one connection for as long as it takes and needs a
 * second one now and then: never so many that they wait for each other.
 */
function concurrencyOf(step: Step, workerConcurrency: number): number {
  if (step === 'import.run') return MOST_IMPORTS;
  return step.startsWith('publication.') || step === 'evidence.look' ? workerConcurrency * 2 : workerConcurrency;
}

function exitWhenSilent(relaying: Loop, log: Logger): NodeJS.Timeout {
  return setInterval(() => {
    if (performance.now() - relaying.succeededAt < LONGEST_WITHOUT_DATABASE_MS || isBroken('fence')) return;
    log.fatal('PostgreSQL did not answer for 30 s: the worker ends and wants to be started again');
    process.exit(1);
  }, 1_000);
}
