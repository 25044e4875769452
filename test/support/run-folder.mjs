// One folder for each test run holds its services, so that the last process, or the next run, can end all of them.
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PREFIX = 'prongsai-test-';

/** Makes this run's folder and tells the test processes about it. Ends what killed runs left behind. */
export async function openRunFolder() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : 0);
    if (pid > 0 && !isAlive(pid)) await closeRunFolder(join(tmpdir(), name));
  }
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  mkdirSync(join(folder, 'processes'), { recursive: true });
  chmodSync(folder, 0o755); // a server started by root runs as somebody else
  process.env.PRONGSAI_TEST_RUN = folder;
}

/** Stops the services of a run and removes its folder. */
export async function closeRunFolder(folder) {
  const pids = [...serverPids(folder), ...noted(folder)];
  for (const pid of pids) signal(pid, 'SIGINT');
  for (let turn = 0; turn < 100 && pids.some(isAlive); turn += 1) await pause(50);
  for (const pid of pids) signal(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function serverPids(folder) {
  const lock = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(lock) ? [Number(readFileSync(lock, 'utf8').split('\n')[0])] : [];
}

const noted = (folder) =>
  existsSync(join(folder, 'processes')) ? readdirSync(join(folder, 'processes')).map(Number) : [];

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}
