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
  freezes = 0;
  /** Asleep at a fault point; it does not know that time passes. It wakes by itself here. */
  isFrozen = false;
  private child: ChildProcess | null = null;
  private isWanted = false;
  private faultPoints: readonly string[] = [];
  /** What goes on beside a sleeping process; ended when it wakes or dies. */
  private watch: Promise<unknown> = Promise.resolve();
  private announceReady: () => void = () => undefined;

  /**
   * @param logFile where the process may write what it has to say
   * @param alarm resolves when it is to wake after it fell asleep at a fault point, or soon after it died in its sleep
   */
  constructor(
    private readonly command: 'web' | 'worker',
    private readonly settings: Readonly<Record<string, string>>,
    private readonly logFile: string,
    private readonly alarm: (died: AbortSignal) => Promise<unknown> = () => Promise.resolve(),
  ) {}

  /** From its next start on, the process stumbles at these fault points, another one after each start. */
  stumbleAt(faultPoints: readonly string[]): void {
    this.faultPoints = faultPoints;
  }

  /** Resolves when the process works, after as many starts as that takes. */
  async start(): Promise<void> {
    this.isWanted = true;
    const ready = new Promise<void>((announce) => (this.announceReady = announce));
    this.launch();
    await ready;
  }

  /** @returns whether there was a process to kill */
  kill(): boolean {
    return this.child?.kill('SIGKILL') ?? false;
  }

  /** Starts anew, sure-footed. */
  restart(): void {
    this.faultPoints = [];
    this.kill();
  }

  /** Politely, and for good. @returns the exit code */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** At once, and for good. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    this.isWanted = false;
    const { child } = this;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    await this.watch;
    return child.exitCode;
  }

  private launch(): void {
    const faultPoint = this.faultPoints[this.starts % this.faultPoints.length] ?? '';
    const child = fork(PROGRAM, [this.command], {
      env: environmentOfChild({ ...this.settings, PRONGSAI_FAULT: faultPoint }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.starts += 1;
    child.once('message', () => this.announceReady());
    child.stdout?.on('data', (text: Buffer) => appendFileSync(this.logFile, text));
    child.stderr?.on('data', (text: Buffer) => this.hear(child, text.toString()));
    child.on('error', () => undefined); // 'exit' follows
    child.once('exit', (code, signal) => {
      this.isFrozen = false;
      appendFileSync(this.logFile, `-- ${this.command} ${child.pid} ended: ${signal ?? code}\n`);
      if (this.isWanted) void pause(RESTART_AFTER_MS).then(() => this.isWanted && this.launch());
    });
  }

  private hear(child: ChildProcess, text: string): void {
    appendFileSync(this.logFile, text);
    if (!text.includes('frozen at')) return;
    this.isFrozen = true;
    this.freezes += 1;
    const died = new AbortController();
    child.once('exit', () => died.abort());
    this.watch = this.alarm(died.signal).finally(() => {
      this.isFrozen = false;
      child.kill('SIGCONT');
    });
  }
}
