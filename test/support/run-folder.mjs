// One folder for each test run holds its services and its temporary files, so that the last process, or the next run,
// can end and remove all of them.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PREFIX = 'prongsai-test-';
const MEMORY = '/dev/shm';
const GIB = 2 ** 30;

/** Makes this run's folder and tells the test processes about it. Ends what killed runs left behind. */
export async function openRunFolder() {
  for (const base of [tmpdir(), MEMORY].filter(existsSync)) {
    for (const name of readdirSync(base)) {
      const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : 0);
      if (pid > 0 && !isAlive(pid)) await closeRunFolder(join(base, name));
    }
  }
  const folder = join(base(), `${PREFIX}${process.pid}`);
  mkdirSync(join(folder, 'processes'), { recursive: true });
  mkdirSync(join(folder, 'tmp'));
  chmodSync(folder, 0o755); // a server started by root runs as somebody else
  chmodSync(join(folder, 'tmp'), 0o1777);
  process.env.PRONGSAI_TEST_RUN = folder;
  process.env.TMPDIR = join(folder, 'tmp');
}

/** In memory where there is enough of it: a database of a thousand files is copied for nearly every spec. */
const base = () => (isWritable(MEMORY) && isRoomy(MEMORY) && canExecuteIn(MEMORY) ? MEMORY : tmpdir());

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoomy(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 6 * GIB && freemem() > 8 * GIB;
}

/** Some systems let no program run from there; ours may have to. */
function canExecuteIn(folder) {
  const probe = join(folder, `${PREFIX}probe-${process.pid}`);
  try {
    writeFileSync(probe, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    return spawnSync(probe).status === 0;
  } finally {
    rmSync(probe, { force: true });
  }
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
