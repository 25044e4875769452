import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { oneStarter } from '../../src/app/start-lock.js';

const folder = mkdtempSync(join(tmpdir(), 'prongsai-lock-'));
const lock = join(folder, 'starting.lock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is released after the work, and after work that failed', async () => {
    expect(await oneStarter(folder, async () => existsSync(lock))).toBe(true);
    expect(existsSync(lock)).toBe(false);
    await expect(oneStarter(folder, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(existsSync(lock)).toBe(false);
  });

  it('makes others wait for a living holder, and is taken over from a dead one', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    writeFileSync(lock, String(holder.pid));
    let entered = false;
    const waiting = oneStarter(folder, async () => void (entered = true));
    await pause(500);
    expect(entered).toBe(false);

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await waiting;
    expect(entered).toBe(true);
  });
});
