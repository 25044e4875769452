import type { Environment } from '../config/env.js';
import { PostgresTransport } from './postgres-transport.js';
import { RedisTransport } from './redis-transport.js';
import type { JobPayload, Transport } from './transport.js';

const ADD_TIMEOUT_MS = 1_500;

/** Puts jobs into queues. Only the outbox relay may have one. */
export interface Producer {
  /**
   * Adds one job to the queue of a step. The same id added twice while the first waits is one job.
   * @throws Error when the queue did not take it within 1.5 s; the caller adds it again later
   */
  add(step: string, payload: JobPayload, jobId: string): Promise<void>;
}

/** Queues are a hint: losing all jobs at any moment changes only when work is done, never what. */
export interface Queues {
  readonly producer: Producer;
  /** Begins to work off a step's queue. What the handler throws is forgotten here: it has been recorded with the work. */
  worker<P extends JobPayload>(
    step: string,
    handler: (payload: P) => Promise<void>,
    limits: { concurrency: number },
  ): void;
  /** Takes no more jobs, waits for running handlers up to `graceMs`, then lets go. */
  close(graceMs?: number): Promise<void>;
}

/** The kind of problem report that goes to the log. An outage of the queue is reported once, and mends by itself. */
export type ReportQueueProblem = (message: string) => void;

/**
 * BullMQ on Redis when QUEUE_URL is set, otherwise on PostgreSQL.
 * @throws Error when Redis is set up to throw jobs away (maxmemory-policy other than noeviction)
 */
export async function openQueues(
  { queueUrl, databaseUrl }: Pick<Environment, 'queueUrl' | 'databaseUrl'>,
  report: ReportQueueProblem = () => undefined,
): Promise<Queues> {
  if (queueUrl === null && databaseUrl === null)
    throw new Error('DATABASE_URL or QUEUE_URL is needed to open the queues');
  const transport: Transport =
    queueUrl === null ? new PostgresTransport(databaseUrl ?? '', report) : await RedisTransport.open(queueUrl, report);
  return {
    producer: { add: (step, payload, jobId) => withinTime(transport.add(step, payload, jobId), step) },
    worker: (step, handler, limits) => transport.work(step, handler, limits),
    close: (graceMs = 10_000) => transport.close(graceMs),
  };
}

function withinTime(adding: Promise<void>, step: string): Promise<void> {
  return new Promise((taken, refused) => {
    const timer = setTimeout(() => refused(new Error(`the queue ${step} did not answer in time`)), ADD_TIMEOUT_MS);
    adding.then(taken, refused).finally(() => clearTimeout(timer));
  });
}
