import { createPostgresBackend, withBackend, type Job } from 'bullmq';
import { Pool } from 'pg';
import {
  calmly,
  closeWorkers,
  type Closable,
  JOB_OPTIONS,
  WORKER_OPTIONS,
  type JobPayload,
  type Transport,
} from './transport.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** One pool for all queues of a process: each worker keeps one of its connections for LISTEN. */
const POOL_SIZE = 20;

/** Jobs in the schema `bullmq` of our own database. */
export class PostgresTransport implements Transport {
  private readonly pool: Pool;
  private readonly report: (message: string) => void;
  private readonly queues = new Map<string, InstanceType<typeof Queue>>();
  private readonly workers: Closable[] = [];

  constructor(databaseUrl: string, report: (message: string) => void) {
    this.report = calmly(report);
    this.pool = new Pool({
      connectionString: databaseUrl,
      options: '-c search_path=bullmq',
      max: POOL_SIZE,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'prongsai-queues',
    });
    this.pool.setMaxListeners(0); // every queue and worker listens for errors
  }

  async add(step: string, payload: JobPayload, jobId: string): Promise<void> {
    await this.queue(step).add(step, payload, { jobId });
  }

  work<P extends JobPayload>(
    step: string,
    handler: (payload: P) => Promise<void>,
    { concurrency }: { concurrency: number },
  ): void {
    const worker = new Worker(step, (job: Job<P>) => handler(job.data), {
      ...WORKER_OPTIONS,
      connection: this.pool,
      concurrency,
    });
    worker.on('error', (error) => this.report(`the queues are unreachable: ${error.message}`));
    this.workers.push(worker);
  }

  async close(graceMs: number): Promise<void> {
    await closeWorkers(this.workers, graceMs);
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.pool.end();
  }

  private queue(step: string): InstanceType<typeof Queue> {
    const existing = this.queues.get(step);
    if (existing) return existing;
    const queue = new Queue(step, { connection: this.pool, defaultJobOptions: JOB_OPTIONS });
    queue.on('error', (error) => this.report(`the queues are unreachable: ${error.message}`));
    this.queues.set(step, queue);
    return queue;
  }
}
