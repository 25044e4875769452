import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentOfChild } from '../../src/config/env.js';
import { PROGRAM } from '../../src/config/paths.js';

const RESTART_AFTER_MS = 100;

/** One of the application's processes, started again whenever it ends, as a supervisor would. */
export class Seat {
  starts = 0;
  private child: ChildProcess | null = null;
  private isWanted = false;
  private announceReady: () => void = () => undefined;
  private becameReady: Promise<void> = Promise.resolve();

  /** @param logFile where the process may write what it has to say */
  constructor(
    private readonly command: 'web' | 'worker',
    private readonly settings: Readonly<Record<string, string>>,
    private readonly logFile: string,
  ) {}

  /** Resolves when the process works, after as many starts as that takes. */
  async start(): Promise<void> {
    this.isWanted = true;
    this.becameReady = new Promise((ready) => (this.announceReady = ready));
    this.launch();
    await this.becameReady;
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Asleep, as a swapped-out or suspended machine: it does not know that time passes. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** Politely. @returns the exit code */
  async stop(): Promise<number | null> {
    this.isWanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    await ended;
    return child.exitCode;
  }

  /** For good, and at once. */
  async remove(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  private launch(): void {
    const child = fork(PROGRAM, [this.command], {
      env: environmentOfChild(this.settings),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.starts += 1;
    child.once('message', () => this.announceReady());
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => appendFileSync(this.logFile, text));
    }
    child.on('error', () => undefined); // 'exit' follows
    child.once('exit', (code, signal) => {
      appendFileSync(this.logFile, `-- ${this.command} ${child.pid} ended: ${signal ?? code}\n`);
      if (this.isWanted) void pause(RESTART_AFTER_MS).then(() => this.isWanted && this.launch());
    });
  }
}
