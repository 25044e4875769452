import { Queue, Worker, type Job } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { closeWorkers, JOB_OPTIONS, WORKER_OPTIONS, type JobPayload, type Transport } from './transport.js';

const FIRST_ANSWER_MS = 2_000;
const CONNECTION: RedisOptions = {
  maxRetriesPerRequest: null,
  connectTimeout: 2_000,
  disconnectTimeout: 200, // a process that stops during an outage would wait this long
  retryStrategy: (attempt) => Math.min(attempt * 200, 2_000), // a returning Redis is found within two seconds
};

/** Jobs in Redis. An outage is normal: adding fails at once, workers reconnect by themselves. */
export class RedisTransport implements Transport {
  private readonly sending: Redis;
  private receiving: Redis | null = null;
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private refusal: Error | null = null;
  private outageIsReported = false;

  private constructor(
    private readonly url: string,
    private readonly report: (message: string) => void,
  ) {
    // without the offline queue a job cannot be added later, behind the back of a caller who has given up
    this.sending = new Redis(url, { ...CONNECTION, enableOfflineQueue: false, commandTimeout: 1_500 });
    this.sending.on('error', (error) => this.reportOutage(error));
    this.sending.on('ready', () => (this.outageIsReported = false));
  }

  /** Resolves when Redis was found fit, or did not answer within two seconds: the application starts without it. */
  static async open(url: string, report: (message: string) => void): Promise<RedisTransport> {
    const transport = new RedisTransport(url, report);
    await transport.firstAnswer();
    if (transport.refusal === null) return transport;
    await transport.close(0);
    throw transport.refusal;
  }

  async add(step: string, payload: JobPayload, jobId: string): Promise<void> {
    if (this.refusal) throw this.refusal;
    if (this.sending.status !== 'ready') throw new Error('the queue is unreachable');
    await this.queue(step).add(step, payload, { jobId });
  }

  work<P extends JobPayload>(
    step: string,
    handler: (payload: P) => Promise<void>,
    { concurrency }: { concurrency: number },
  ): void {
    const run = (job: Job<P>): Promise<void> => handler(job.data);
    const worker = new Worker(step, run, { ...WORKER_OPTIONS, connection: this.receiver(), concurrency });
    worker.on('error', (error) => this.reportOutage(error));
    this.workers.push(worker);
  }

  async close(graceMs: number): Promise<void> {
    await closeWorkers(this.workers, graceMs);
    // disconnecting first: closing a queue politely would wait for a Redis that may be down
    this.sending.disconnect();
    this.receiving?.disconnect();
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
  }

  /** One connection for all workers; BullMQ adds one for each to wait on. */
  private receiver(): Redis {
    if (this.receiving) return this.receiving;
    this.receiving = new Redis(this.url, CONNECTION);
    this.receiving.on('error', (error) => this.reportOutage(error));
    return this.receiving;
  }

  /** Made only while connected: a Queue built during an outage would hang. */
  private queue(step: string): Queue {
    const existing = this.queues.get(step);
    if (existing) return existing;
    const queue = new Queue(step, { connection: this.sending, defaultJobOptions: JOB_OPTIONS });
    queue.on('error', (error) => this.reportOutage(error));
    this.queues.set(step, queue);
    return queue;
  }

  private firstAnswer(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, FIRST_ANSWER_MS);
      this.sending.on('ready', () => {
        void this.checkPolicy().finally(() => {
          clearTimeout(timer);
          done();
        });
      });
    });
  }

  /** Any policy but noeviction loses jobs silently when memory runs out. INFO is allowed where CONFIG is not. */
  private async checkPolicy(): Promise<void> {
    const info = await this.sending.info('memory').catch(() => '');
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
    this.refusal =
      policy === 'noeviction'
        ? null
        : new Error(`Redis drops jobs when it is full (${policy}): set maxmemory-policy noeviction`);
    if (this.refusal) this.report(this.refusal.message);
  }

  private reportOutage(error: Error): void {
    if (this.outageIsReported) return;
    this.outageIsReported = true;
    this.report(`the queue is unreachable: ${error.message}`);
  }
}
