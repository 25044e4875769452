import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOfChild } from '../../src/config/env.js';
import { failureText } from '../../templates/console/failure.js';
import { builtProgram } from '../editions/built-program.js';
import { freePort } from '../support/free-port.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('a command that cannot work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failures-'));
  const missing = join(folder, 'mistyped');
  const file = join(folder, 'a-file');
  let program: string;
  let database: TestDatabase;
  let closedPort: number;

  beforeAll(async () => {
    program = await builtProgram();
    database = await testDatabase();
    closedPort = await freePort();
    writeFileSync(file, '');
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const run = (args: readonly string[], settings: Record<string, string>): Ended => {
    const env = environmentOfChild({ NODE_ENV: 'test', DATABASE_URL: '', PRONGSAI_DATA: missing, ...settings });
    return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env });
  };
  const nowhere = (): Record<string, string> => ({ DATABASE_URL: `postgres://a:b@127.0.0.1:${closedPort}/c` });

  it.each([
    'audit verify',
    'audit export --organization a --out b.tar',
    'import a.csv --organization a --fiscal-year 2568',
  ])('such as "%s" begins no installation where there is none', (line) => {
    const { status, stderr, stdout } = run(line.split(' '), {});
    expect([status === 0, stdout, existsSync(missing)]).toEqual([false, '', false]);
    expect(stderr).toContain(`ไม่มีระบบที่ติดตั้งไว้ในโฟลเดอร์ข้อมูล ${missing}`);
  });

  it('does not call a log broken that it could not look at', () => {
    expect(run(['audit', 'verify'], {}).status).toBe(2);
    const { status, stderr } = run(['audit', 'verify'], nowhere());
    expect([status, stderr]).toEqual([2, expect.stringContaining(`เชื่อมต่อ 127.0.0.1:${closedPort} ไม่ได้`)]);
  });

  it('does not call a database whole that holds no organization', () => {
    const { status, stderr } = run(['audit', 'verify'], { DATABASE_URL: database.appUrl });
    expect([status, stderr]).toEqual([2, expect.stringContaining('organization.none')]);
  });

  it.each([
    [
      'a database that does not answer',
      ['worker'],
      () => ({ ...nowhere(), QUEUE_URL: 'redis://127.0.0.1:1' }),
      'Nothing answers at',
    ],
    ['a data folder that is a file', ['start'], () => ({ PRONGSAI_DATA: file }), `${file} is not a folder`],
  ])('names %s in two languages, without a stack', (_name, args, settings, words) => {
    const { status, stderr } = run(args, { PUBLIC_BASE_URL: 'http://127.0.0.1:3000', ...settings() });
    expect([status, stderr]).toEqual([1, expect.stringContaining(words)]);
    expect(stderr).toMatch(/[ก-ฮ]/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['a full disk', { code: 'ENOSPC', path: '/data/x' }, '/data/x cannot be written'],
    ['a disk that is only read', { code: 'EROFS', path: '/data' }, '/data lies on a disk'],
    [
      'several addresses that all refuse',
      { errors: [{ code: 'ECONNREFUSED', address: '::1', port: 5432 }] },
      '::1:5432',
    ],
    ['a wrong password', { code: '28P01' }, 'Check DATABASE_URL'],
    ['what lies beneath another error', { cause: { code: 'ENOTFOUND', hostname: 'db.example' } }, 'called db.example'],
  ])('tells %s', (_name, error, words) => expect(failureText(error)).toContain(words));

  it.each([new Error('a fault of ours'), null, 'text', { code: 'EWHATEVER' }])('leaves %s as it is', (error) =>
    expect(failureText(error)).toBeNull(),
  );

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(run(['--version'], {}).stdout).toBe(`${version}\n`);
  });

  it('proof-reads files, not folders, and explains itself when asked', () => {
    expect(run(['lint', folder], {})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('input.is-a-folder') as unknown,
    });
    expect(run(['lint', '--help'], {})).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('npx prongsai lint') as unknown,
    });
  });
});
