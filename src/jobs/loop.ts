import { setTimeout as pause } from 'node:timers/promises';

/** Runs a task again and again with a pause between; a failing turn is reported and does not end the loop. */
export class Loop {
  /** When a turn last went well, milliseconds of the monotonic clock. */
  succeededAt = performance.now();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly pauseMs: number,
    private readonly task: (signal: AbortSignal) => Promise<unknown>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the present turn is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.task(signal);
        this.succeededAt = performance.now();
      } catch (error) {
        this.onFailure(error);
      }
      await pause(this.pauseMs, undefined, { signal }).catch(() => undefined); // stopping ends the pause
    }
  }
}
