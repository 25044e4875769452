import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressOn } from '../../src/app/import-progress.js';
import { environmentOfChild } from '../../src/config/env.js';
import { builtProgram } from '../editions/built-program.js';
import { longPlan } from '../imports/import-bench.js';
import { testAgency, type TestAgency } from '../support/agency.js';

describe('prongsai import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-command-'));
  let agency: TestAgency;
  let program: string;
  beforeAll(async () => {
    program = await builtProgram();
    agency = await testAgency('tua-yang');
  });
  afterAll(async () => {
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  const imports = (measures: number): { status: number | null; stdout: string; stderr: string } => {
    const file = join(folder, `${measures}.csv`);
    writeFileSync(file, longPlan(measures));
    const args = [program, 'import', file, '--organization', 'tua-yang', '--fiscal-year', '2568'];
    const settings = { NODE_ENV: 'test', DATABASE_URL: agency.database.appUrl, PRONGSAI_DATA: folder };
    return spawnSync(process.execPath, args, { encoding: 'utf8', env: environmentOfChild(settings) });
  };

  it('says nothing of progress for a short file', () => {
    const { status, stderr, stdout } = imports(20);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ ok: true, created: 20 });
  });

  it('tells on stderr how far a long file is, and leaves the answer on stdout alone', () => {
    const { status, stderr, stdout } = imports(120);
    expect(status).toBe(0);
    expect(stderr.trim().split('\n')).toEqual([
      '70 จาก 120 มาตรการ / 70 of 120 measures',
      '120 จาก 120 มาตรการ / 120 of 120 measures',
    ]);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ created: 100, alreadyThere: 20 });
  });

  it.each([
    [true, 40],
    [false, 20],
  ])('writes over one line at a terminal (%s), and at most twenty lines into a log', async (isTTY, times) => {
    const written: string[] = [];
    const told = progressOn({ isTTY, write: (text: unknown) => written.push(String(text)) > 0 }, 2_000);
    for (let settled = 50; settled <= 2_000; settled += 50) await told?.(settled);
    expect(written).toHaveLength(times);
    expect(written.filter((text) => text.endsWith('\n'))).toHaveLength(isTTY ? 1 : times);
    expect(written.at(-1)).toContain('2,000 of 2,000 measures');
  });
});
