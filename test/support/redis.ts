import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';
import { tool } from './tools.js';
import { runFolder } from './turnstile.js';

/** A Redis of one spec file that keeps nothing on disk: what it forgets at its end is gone. Use inside `describeWith('redis', …)`. */
export class TestRedis {
  private process: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    private readonly options: readonly string[],
  ) {}

  /** @param options further command-line options, such as `['--maxmemory-policy', 'allkeys-lru']` */
  static async start(options: readonly string[] = []): Promise<TestRedis> {
    const redis = new TestRedis(await freePort(), options);
    await redis.up();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  /** Starts it, empty, on the same port. */
  async up(): Promise<void> {
    const fixed = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const policy = ['--maxmemory-policy', 'noeviction'];
    this.process = spawn(tool('redis'), [...fixed, ...policy, ...this.options], { stdio: 'ignore', cwd: runFolder() });
    writeFileSync(this.note(), '');
    await this.untilItAnswers();
  }

  /** As abrupt as a power cut. */
  async kill(): Promise<void> {
    const running = this.process;
    if (running === null) return;
    this.process = null;
    const note = join(runFolder(), 'processes', String(running.pid));
    running.kill('SIGKILL');
    await once(running, 'exit');
    rmSync(note, { force: true });
  }

  async flush(): Promise<void> {
    const client = new Redis(this.url, { disconnectTimeout: 100 });
    await client.flushall();
    client.disconnect();
  }

  stop(): Promise<void> {
    return this.kill();
  }

  private note(): string {
    return join(runFolder(), 'processes', String(this.process?.pid));
  }

  private async untilItAnswers(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null, disconnectTimeout: 100 });
      client.on('error', () => undefined);
      const answer = await client
        .connect()
        .then(() => client.ping())
        .catch(() => null);
      client.disconnect();
      if (answer === 'PONG') return;
      await pause(50);
    }
    throw new Error(`Redis did not answer on port ${this.port}`);
  }
}
