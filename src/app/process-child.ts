import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentOfChild } from '../config/env.js';
import { PROGRAM } from '../config/paths.js';

const LONGEST_BACKOFF_S = 30;
/** A process that lived this long had started well: its next end begins the back-off anew. */
const GOOD_LIFE_MS = 60_000;
/** Ctrl-C reaches the whole process group: a child may end before we hear that everything is to stop. */
const BENEFIT_OF_DOUBT_MS = 300;

export type ReportRestart = (name: string, seconds: number) => void;

/** One of our own processes, kept running. */
export class KeptProcess {
  private child: ChildProcess | null = null;
  private stopping = false;
  private wasReady = false;
  private failures = 0;

  /** @param name a command of `prongsai`, such as `web` */
  constructor(
    private readonly name: string,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly report: ReportRestart,
  ) {}

  /** Resolves when the process works; rejects when it ends before it ever did. */
  start(): Promise<void> {
    return new Promise((ready, failed) => this.launch(ready, failed));
  }

  /** Asks it to stop, and ends it when it has not within `limitMs`. */
  async stop(limitMs: number): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (child === null || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const limit = new AbortController();
    await Promise.race([ended, pause(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)]);
    limit.abort();
    if (!hasEnded(child)) child.kill('SIGKILL');
    await ended;
  }

  private launch(ready: () => void, failed: (error: Error) => void): void {
    const startedAt = performance.now();
    const child = fork(PROGRAM, [this.name], { env: environmentOfChild(this.settings), stdio: 'inherit' });
    this.child = child;
    child.on('message', (message) => {
      if (message !== 'ready') return;
      this.wasReady = true;
      ready();
    });
    child.on('error', () => undefined); // a message that finds the process gone; 'exit' follows
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      if (!this.wasReady) return failed(new Error(`the ${this.name} process ended at once (${signal ?? code})`));
      if (performance.now() - startedAt > GOOD_LIFE_MS) this.failures = 0;
      void this.relaunch(ready, failed);
    });
  }

  private async relaunch(ready: () => void, failed: (error: Error) => void): Promise<void> {
    const seconds = Math.min(2 ** this.failures, LONGEST_BACKOFF_S);
    this.failures += 1;
    await pause(BENEFIT_OF_DOUBT_MS);
    if (this.stopping) return;
    this.report(this.name, seconds);
    await pause(seconds * 1_000);
    if (!this.stopping) this.launch(ready, failed);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
