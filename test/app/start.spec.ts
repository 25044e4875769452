import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres.js';
import { PROGRAM, ROOT } from '../../src/config/paths.js';
import { freePort } from '../support/free-port.js';

const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-start-'));
chmodSync(dataDir, 0o755);
let port: number;
const started: Started[] = [];

beforeAll(async () => (port = await freePort()));

afterAll(async () => {
  for (const one of started) await one.kill();
  const server = await startEmbeddedPostgres({ dataDir });
  await server.stop('immediate');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

const START = [process.execPath, PROGRAM, 'start'] as const;

/** `prongsai start` as a person runs it, in a process of its own. */
class Started {
  text = '';
  private readonly process: ChildProcess;

  constructor(settings: Readonly<Record<string, string>> = {}, command: readonly string[] = START) {
    const { DATABASE_URL: _url, QUEUE_URL: _queue, ...own } = process.env;
    const env = { ...own, NODE_ENV: 'production', PORT: String(port), PRONGSAI_DATA: dataDir, ...settings };
    const [program = '', ...words] = command;
    this.process = spawn(program, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (text) => (this.text += String(text)));
    started.push(this);
  }

  async untilItSays(words: string): Promise<void> {
    while (!this.text.includes(words)) {
      if (this.process.exitCode !== null) throw new Error(`it ended: ${this.text}`);
      await pause(50);
    }
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal);
    return this.code();
  }

  async code(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  async kill(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.end('SIGKILL');
  }

  childPids(): number[] {
    const list = readFileSync(`/proc/${this.process.pid}/task/${this.process.pid}/children`, 'utf8');
    return list.trim().split(' ').map(Number);
  }
}

const answers = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

async function organizations(): Promise<number> {
  const server = await startEmbeddedPostgres({ dataDir });
  const client = new Client({ connectionString: server.ownerUrl.replace(/\/postgres$/, '/prongsai') });
  await client.connect();
  const { rows } = await client.query<{ count: string }>('select count(*) from organization');
  await client.end();
  return Number(rows[0]?.count);
}

async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await claim())) await pause(100);
}

describe('npm start', () => {
  it('prints where it runs and the demo sign-ins, refuses a second one, and stops cleanly', async () => {
    const first = new Started();
    await first.untilItSays('Ctrl-C');
    expect(first.text).toContain(`http://127.0.0.1:${port}`);
    expect(first.text).toMatch(/officer +prongsai-demo/);
    expect(await answers()).toBe(true);

    const samePort = new Started();
    expect(await samePort.code()).toBe(1);
    expect(samePort.text).toContain(`PORT=${port + 1}`);
    const sameData = new Started({ PORT: String(await freePort()) });
    expect(await sameData.code()).toBe(1);
    expect(sameData.text).toContain('already running');

    expect(await first.end('SIGINT')).toBe(0);
    expect(await answers()).toBe(false);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    await server.stop();
  }, 120_000);

  it('finds the data of the last start, and does not seed it twice', async () => {
    const again = new Started();
    await again.untilItSays('Ctrl-C');
    expect(await organizations()).toBe(1);
    expect(await again.end('SIGTERM')).toBe(0);
  }, 120_000);

  it('starts again after it was killed, and its orphans end by themselves', async () => {
    const killed = new Started();
    await killed.untilItSays('Ctrl-C');
    await killed.kill();
    await until(async () => !(await answers()));

    const next = new Started();
    await next.untilItSays('Ctrl-C');
    expect(await answers()).toBe(true);
    expect(await organizations()).toBe(1);

    if (process.platform === 'linux') {
      for (const pid of next.childPids()) process.kill(pid, 'SIGKILL');
      await next.untilItSays('The web process ended by itself');
      await until(answers);
    }
    expect(await next.end('SIGINT')).toBe(0);
  }, 120_000);

  it('stops when the npm that launched it was killed', async () => {
    const launched = new Started({}, ['npm', 'start']);
    await launched.untilItSays('Ctrl-C');
    await launched.kill();
    await until(async () => !(await answers()));
  }, 120_000);
});
