import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** Lets one process at a time create or start the database of a data folder. A dead holder's lock is taken over. */
export async function oneStarter<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dataFolder, { recursive: true });
  const lock = join(dataFolder, 'starting.lock');
  const deadline = performance.now() + PATIENCE_MS;
  while (!take(lock)) {
    if (performance.now() > deadline) throw new Error(`another process has been starting for a minute; see ${lock}`);
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // as the file system throws it
    if (code !== 'EEXIST') throw error; // a disk without hard links, for one: waiting would not help
    if (!isAlive(holderOf(lock))) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0; // it was released meanwhile
  }
}

/** Our own number means that an earlier process had it, as after a restart of a container. */
function isAlive(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
