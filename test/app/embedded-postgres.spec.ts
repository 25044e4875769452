import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/app/embedded-postgres.js';

let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-postgres-'));

  server = await startEmbeddedPostgres({ dataDir });
});

afterAll(async () => {
  await server.stop('immediate');
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask<Row>(sql: string, url = server.ownerUrl): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[]; // the caller knows what it selected
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL', () => {
  it('sorts Thai and finds similar Thai words', async () => {
    await ask('create extension if not exists pg_trgm');
    const [row] = await ask<{ sorted: string[]; similarity: number }>(`
      select (select array_agg(word order by word) from unnest(array['ขา', 'แก', 'กา', 'เก', 'ก']) as word) as sorted,
             similarity('มาตรการป้องกัน', 'มาตรการป้องกันการทุจริต') as similarity`);
    expect(row?.sorted).toEqual(['ก', 'กา', 'เก', 'แก', 'ขา']);
    expect(row?.similarity).toBeGreaterThan(0.4);
  });

  it('keeps its password to its owner and refuses another', async () => {
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    const wrong = server.ownerUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask('select 1', wrong)).rejects.toThrow('password authentication failed');
  });

  it('listens on the loopback interface only', async () => {
    const [row] = await ask<{ addresses: string; sockets: string }>(
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  it('is adopted when a killed process left it running', async () => {
    const again = await startEmbeddedPostgres({ dataDir });
    expect(again.adopted).toBe(true);
    expect(again.ownerUrl).toBe(server.ownerUrl);
  });

  it('finds everything again after a crash and a new start', async () => {
    await ask('create table kept (word text)');
    await ask(`insert into kept values ('อยู่ครบ')`);
    await server.stop('immediate');
    expect(server.isRunning()).toBe(false);

    server = await startEmbeddedPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    expect(await ask('select word from kept')).toEqual([{ word: 'อยู่ครบ' }]);
  });

  it('starts although its lock file names a process of somebody else', async () => {
    await server.stop();
    const lock = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${join(dataDir, 'postgres', 'cluster')}\n1\n5432\n\n127.0.0.1\n`);

    server = await startEmbeddedPostgres({ dataDir });
    expect(server.isRunning()).toBe(true);
    expect(readFileSync(lock, 'utf8')).not.toContain(`${process.pid}\n`);
  });
});
