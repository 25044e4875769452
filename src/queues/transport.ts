import { setTimeout as pause } from 'node:timers/promises';
import type { DefaultJobOptions, WorkerOptions } from 'bullmq';

/** Ids and counters only: a job never carries what it is about. */
export type JobPayload = Readonly<Record<string, string | number>>;

/** One way of carrying jobs. */
export interface Transport {
  add(step: string, payload: JobPayload, jobId: string): Promise<void>;
  work<P extends JobPayload>(
    step: string,
    handler: (payload: P) => Promise<void>,
    limits: { concurrency: number },
  ): void;
  close(graceMs: number): Promise<void>;
}

/** Repeats are the outbox's decision alone, so BullMQ tries once and forgets. */
export const JOB_OPTIONS: DefaultJobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** BullMQ's lock means nothing to us, work has its own lease; it is long so that it never interferes. */
export const WORKER_OPTIONS = {
  lockDuration: 60_000,
  maxStalledCount: 0,
  runRetryDelay: 1_000, // after an outage; the default waits 15 s
} satisfies Partial<WorkerOptions>;

/** What Redis workers and PostgreSQL workers have in common. */
export interface Closable {
  close(force?: boolean): Promise<void>;
}

/** Closes workers politely, then firmly. */
export async function closeWorkers(workers: readonly Closable[], graceMs: number): Promise<void> {
  const patience = new AbortController();
  const polite = Promise.all(workers.map((worker) => worker.close()));
  await Promise.race([polite, pause(graceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  await Promise.all(workers.map((worker) => worker.close(true)));
}

/** Passes the same message on at most once a minute: an outage repeats itself many times a second. */
export function calmly(report: (message: string) => void): (message: string) => void {
  const lastSaid = new Map<string, number>();
  return (message) => {
    const now = performance.now();
    if (now - (lastSaid.get(message) ?? -Infinity) < 60_000) return;
    lastSaid.set(message, now);
    report(message);
  };
}
