import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { noGiftAnnouncementV1 } from '../../templates/documents/announcements/no-gift-announcement.v1.js';
import { checkPrinted } from '../../src/editions/pdf-checks.js';
import type { PrintRequest } from '../../src/editions/print-request.js';
import { PrintingPool } from '../../src/editions/printing-pool.js';
import type { PrintingLimits } from '../../src/editions/printing-process.js';
import { builtPrintingChild } from './built-program.js';

const LIMITS: PrintingLimits = { wallSeconds: 20, cpuSeconds: 60, heapMegabytes: 256, longestFile: 50_000_000 };
const request: PrintRequest = {
  template: 'no-gift-announcement.v1',
  language: 'th',
  data: noGiftAnnouncementV1.example,
  createdAt: '2026-11-20T09:00:00.000Z',
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('printing in processes of their own', () => {
  let pool: PrintingPool;
  beforeAll(async () => {
    pool = new PrintingPool(2, await builtPrintingChild(), LIMITS);
    await pool.warm();
  });
  afterAll(() => pool.close());

  it('gives the same bytes for the same request, whichever process prints', async () => {
    const files = await Promise.all([1, 2, 3, 4].map(() => pool.print(request)));
    expect(checkPrinted(files[0] ?? new Uint8Array())).toBeGreaterThan(0);
    expect(new Set(files.map(sha256)).size).toBe(1);
  });

  it('hands on what the templates refuse, and prints the next document', async () => {
    await expect(pool.print({ ...request, data: {} })).rejects.toMatchObject({ code: 'document.data-invalid' });
    await expect(pool.print({ ...request, template: 'nothing.v1' })).rejects.toMatchObject({
      code: 'document.template-unknown',
    });
    expect(checkPrinted(await pool.print(request))).toBeGreaterThan(0);
  });

  it('stops at once when told to, and replaces the process', async () => {
    const abort = new AbortController();
    const printing = pool.print(request, abort.signal);
    abort.abort();
    await expect(printing).rejects.toMatchObject({ code: 'document.render-failed' });
    expect(checkPrinted(await pool.print(request))).toBeGreaterThan(0);
  });
});

describe('a printing process that misbehaves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'printing-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const READY = `import { writeSync } from 'node:fs'; writeSync(3, Buffer.from([0, 0, 0, 0, 0]));`;
  const PDF = `writeSync(3, Buffer.from([2, 0, 0, 0, 2, 79, 75]));`;

  const poolOf = (name: string, body: string, limits: Partial<PrintingLimits> = {}): PrintingPool => {
    const program = join(folder, `${name}.mjs`);
    writeFileSync(program, `${READY}\n${body}`);
    return new PrintingPool(1, program, { ...LIMITS, ...limits });
  };

  it.each([
    ['ends in the middle', `process.stdin.once('data', () => process.exit(3));`, 'document.render-failed'],
    [
      'eats all memory',
      `process.stdin.once('data', () => { const held = []; for (;;) held.push(new Array(1e6).fill(held.length)); });`,
      'document.render-failed',
    ],
    [
      'sends what nobody can read',
      `process.stdin.once('data', () => writeSync(3, Buffer.from('no frame at all')));`,
      'document.render-failed',
    ],
    [
      'sends more than a file may have',
      `process.stdin.once('data', () => writeSync(3, Buffer.from([2, 255, 255, 255, 255])));`,
      'document.render-failed',
    ],
    ['never answers', `process.stdin.resume();`, 'document.render-timeout'],
    ['never rests', `process.stdin.once('data', () => { for (;;); });`, 'document.render-timeout'],
  ])('%s: only that document fails', async (name, body, code) => {
    const pool = poolOf(name.replaceAll(' ', '-'), body, {
      wallSeconds: code === 'document.render-timeout' ? 1 : 20,
      heapMegabytes: 64,
    });
    await pool.warm();
    await expect(pool.print(request)).rejects.toMatchObject({ code });
    pool.close();
  });

  it('is replaced, so that the next document is printed', async () => {
    const marker = join(folder, 'has-failed');
    const pool = poolOf(
      'fails-once',
      `import { existsSync, writeFileSync } from 'node:fs';
       process.stdin.on('data', () => {
         if (existsSync(${JSON.stringify(marker)})) ${PDF.slice(0, -1)};
         else { writeFileSync(${JSON.stringify(marker)}, ''); process.exit(9); }
       });`,
    );
    await expect(pool.print(request)).rejects.toMatchObject({ code: 'document.render-failed' });
    expect(Buffer.from(await pool.print(request)).toString()).toBe('OK');
    pool.close();
  });

  it('ends with the worker that started it', async () => {
    const program = await builtPrintingChild();
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await pause(50);
    child.stdin?.end();
    expect(await ended).toBe(0);
  });
});
