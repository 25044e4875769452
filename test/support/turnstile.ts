import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The folder of this test run, made by the global set-up. */
export function runFolder(): string {
  const folder = process.env.PRONGSAI_TEST_RUN;
  if (!folder) throw new Error('start the tests with npm test');
  return folder;
}

/** Lets one test process at a time do the work; making a folder is atomic everywhere. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(runFolder(), `${name}.lock`);
  await enter(lock);
  try {
    return await work();
  } finally {
    rmdirSync(lock);
  }
}

async function enter(lock: string, deadline = Date.now() + 90_000): Promise<void> {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (Date.now() > deadline) throw new Error(`waited 90 s for ${lock}`, { cause: error });
    await pause(50);
    await enter(lock, deadline);
  }
}
