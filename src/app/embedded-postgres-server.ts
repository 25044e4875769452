import { execFileSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { runAs } from './embedded-postgres-account.js';
import { clusterOf, logOf, type Home, type Tools } from './embedded-postgres-cluster.js';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const LOG_LIMIT_BYTES = 5_000_000;

/** Starts the server and resolves with its port once it answers. The port of the last start is kept when it is free. */
export async function startServer(tools: Tools, settings: Readonly<Record<string, string>>): Promise<number> {
  prepareLog(tools);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? lastPort(tools.home) : 0);
    const options = serverOptions({ ...SETTINGS, ...settings, port: String(port) });
    try {
      // pg_ctl gives the server a process group of its own: Ctrl-C in a terminal must not stop it before its clients
      await pgCtl(tools, 'start', '--wait', '--timeout=60', `--log=${logOf(tools.home)}`, `--options=${options}`);
      return port;
    } catch (error) {
      if (attempt === 5) throw new Error(`PostgreSQL did not start: ${lastLines(tools.home)}`, { cause: error });
      await pause(500); // processes of a killed server need a moment to notice that it is gone
    }
  }
}

/** The port of a server that a killed process left running, or null when there is none. Removes a stale lock file. */
export async function adoptRunning({ home }: Tools): Promise<number | null> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const lock = readLock(home);
    if (lock === null || !isServer(home, lock.pid)) {
      rmSync(lockFile(home), { force: true });
      return null;
    }
    if (await answers(home, lock.port)) return lock.port;
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL runs as process ${lock.pid} but does not answer: ${lastLines(home)}`);
    await pause(200); // it may be recovering from a crash, or about to end
  }
}

export function isRunning(home: Home): boolean {
  const lock = readLock(home);
  return lock !== null && isServer(home, lock.pid);
}

export async function stopServer(tools: Tools, mode: 'fast' | 'immediate'): Promise<void> {
  if (!isRunning(tools.home)) return;
  try {
    await pgCtl(tools, 'stop', '--wait', '--timeout=15', `--mode=${mode}`);
  } catch (error) {
    if (!isRunning(tools.home)) return;
    if (mode === 'immediate') throw error;
    await stopServer(tools, 'immediate');
  }
}

const pgCtl = ({ binaries, account, home }: Tools, ...args: string[]): Promise<void> =>
  runAs(account, binaries.pgCtl, [...args, `--pgdata=${clusterOf(home)}`, '--silent']);

const serverOptions = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

const lockFile = (home: Home): string => join(clusterOf(home), 'postmaster.pid');

/** PostgreSQL's own lock file: process id in the first line, port in the fourth (0 while it is not written yet). */
function readLock(home: Home): { pid: number; port: number } | null {
  const file = lockFile(home);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

/** After a reboot the number in the lock file may belong to any program, which PostgreSQL itself would take for a server. */
function isServer(home: Home, pid: number): boolean {
  try {
    // a server works inside its cluster
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterOf(home));
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH']).includes('postgres');
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)]).includes('postgres');
  } catch {
    return false;
  }
}

async function answers({ password }: Home, port: number): Promise<boolean> {
  if (port === 0) return false;
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** `wish` when nobody listens there, otherwise any free port of the loopback interface. */
function freePort(wish: number): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', (error) => (wish === 0 ? failed(error) : found(freePort(0))));
    probe.listen(wish, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

function lastPort(home: Home): number {
  const file = join(clusterOf(home), 'postmaster.opts');
  return existsSync(file) ? Number(/port=(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0;
}

function prepareLog({ home, account }: Tools): void {
  const log = logOf(home);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  closeSync(openSync(log, 'a', 0o600));
  if (account !== null) chownSync(log, account.uid, account.gid);
}

function lastLines(home: Home): string {
  const log = logOf(home);
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : 'there is no log';
}
