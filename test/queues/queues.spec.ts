import { setTimeout as pause } from 'node:timers/promises';
import { openQueues, type Queues } from '../../src/queues/queues.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { TestRedis } from '../support/redis.js';
import { describeWith } from '../support/tools.js';

type Handled = { workId: string; dispatchNo: number };

async function until(claim: () => boolean, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; !claim(); await pause(20)) {
    if (Date.now() > end) throw new Error(`still not true after ${ms} ms: ${claim.toString()}`);
  }
}

/** What both backends promise. */
function itCarriesJobs(settings: () => { queueUrl: string | null; databaseUrl: string | null }): void {
  let queues: Queues;
  beforeEach(async () => (queues = await openQueues(settings())));
  afterEach(() => queues.close(500));

  it('hands a payload to the worker of its step', async () => {
    const seen: Handled[] = [];
    queues.worker<Handled>('render', async (payload) => void seen.push(payload), { concurrency: 1 });
    await queues.producer.add('render', { workId: 'a', dispatchNo: 1 }, 'render-a-1');
    await until(() => seen.length === 1);
    expect(seen).toEqual([{ workId: 'a', dispatchNo: 1 }]);
  });

  it('takes the same job id once while it waits, and again after it was done', async () => {
    const seen: Handled[] = [];
    for (let repeat = 0; repeat < 3; repeat += 1)
      await queues.producer.add('seal', { workId: 'b', dispatchNo: 1 }, 'seal-b-1');
    await queues.producer.add('seal', { workId: 'end', dispatchNo: 1 }, 'seal-end-1');
    queues.worker<Handled>('seal', async (payload) => void seen.push(payload), { concurrency: 1 });
    await until(() => seen.some(({ workId }) => workId === 'end'));
    expect(seen.map(({ workId }) => workId)).toEqual(['b', 'end']);

    // the finished job is forgotten some time after its handler returned; until then the same one is not taken
    for (let turn = 0; turn < 100 && seen.length < 3; turn += 1) {
      await queues.producer.add('seal', { workId: 'b', dispatchNo: 1 }, 'seal-b-1');
      await pause(50);
    }
    expect(seen.at(-1)).toEqual({ workId: 'b', dispatchNo: 1 });
  });

  it('does not repeat a job whose handler failed, and goes on with the next', async () => {
    const seen: string[] = [];
    const handler = async ({ workId }: Handled): Promise<void> => {
      seen.push(workId);
      if (workId === 'bad') throw new Error('broken');
    };
    queues.worker<Handled>('publish', handler, { concurrency: 1 });
    await queues.producer.add('publish', { workId: 'bad', dispatchNo: 1 }, 'publish-bad-1');
    await queues.producer.add('publish', { workId: 'good', dispatchNo: 1 }, 'publish-good-1');
    await until(() => seen.includes('good'));
    expect(seen).toEqual(['bad', 'good']);
  });

  it('runs as many handlers at once as it may', async () => {
    let running = 0;
    let most = 0;
    let done = 0;
    const handler = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await until(() => most >= 3); // nobody goes home before three are at work
      running -= 1;
      done += 1;
    };
    queues.worker('verify', handler, { concurrency: 3 });
    for (let n = 1; n <= 9; n += 1)
      await queues.producer.add('verify', { workId: `w${n}`, dispatchNo: 1 }, `verify-w${n}-1`);
    await until(() => done === 9);
    expect(most).toBe(3);
  });

  it('lets a running handler finish before it closes', async () => {
    let finished = false;
    let started = false;
    const own = await openQueues(settings());
    own.worker(
      'index',
      async () => {
        started = true;
        await pause(300);
        finished = true;
      },
      { concurrency: 1 },
    );
    await own.producer.add('index', { workId: 'c', dispatchNo: 1 }, 'index-c-1');
    await until(() => started);
    await own.close();
    expect(finished).toBe(true);
  });
}

describe('queues in PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await testDatabase()));
  afterAll(() => database.close());

  itCarriesJobs(() => ({ queueUrl: null, databaseUrl: database.appUrl }));

  it('leaves nothing behind of finished and failed jobs', async () => {
    const queues = await openQueues({ queueUrl: null, databaseUrl: database.appUrl });
    let handled = 0;
    const handler = async ({ workId }: Handled): Promise<void> => {
      handled += 1;
      if (workId === 'odd') throw new Error('odd');
    };
    queues.worker<Handled>('tidy', handler, { concurrency: 2 });
    for (const [n, workId] of ['odd', 'even', 'odd', 'even'].entries()) {
      await queues.producer.add('tidy', { workId, dispatchNo: n }, `tidy-${workId}-${n}`);
    }
    await until(() => handled === 4);
    await queues.close();
    expect(await database.look(`select id from bullmq.job where queue = 'tidy'`)).toEqual([]);
  });

  it('survives a lost connection to the database', async () => {
    const queues = await openQueues({ queueUrl: null, databaseUrl: database.appUrl });
    const seen: string[] = [];
    queues.worker<Handled>('lost', async ({ workId }) => void seen.push(workId), { concurrency: 1 });
    await queues.producer.add('lost', { workId: 'before', dispatchNo: 1 }, 'lost-before-1');
    await until(() => seen.length === 1);

    await database.look(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'prongsai_app'`,
      [database.name],
    );
    let added = false;
    while (!added) {
      added = await queues.producer.add('lost', { workId: 'after', dispatchNo: 1 }, 'lost-after-1').then(
        () => true,
        () => false,
      );
    }
    await until(() => seen.includes('after'));
    await queues.close();
  });
});

describeWith('redis', 'queues in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => (redis = await TestRedis.start()));
  afterAll(() => redis.stop());

  const settings = (): { queueUrl: string; databaseUrl: null } => ({ queueUrl: redis.url, databaseUrl: null });
  itCarriesJobs(settings);

  it('refuses at once while Redis is away, and adds nothing later behind the caller', async () => {
    const reports: string[] = [];
    const queues = await openQueues(settings(), (message) => reports.push(message));
    await queues.producer.add('away', { workId: 'first', dispatchNo: 1 }, 'away-first-1');
    await redis.kill();
    await expect(queues.producer.add('away', { workId: 'lost', dispatchNo: 1 }, 'away-lost-1')).rejects.toThrow();
    await until(() => reports.length > 0);

    await redis.up();
    const seen: string[] = [];
    queues.worker<Handled>('away', async ({ workId }) => void seen.push(workId), { concurrency: 1 });
    let added = false;
    while (!added) {
      added = await queues.producer.add('away', { workId: 'later', dispatchNo: 1 }, 'away-later-1').then(
        () => true,
        () => false,
      );
      await pause(50);
    }
    await until(() => seen.includes('later'));
    expect(seen).toEqual(['later']);
    expect(reports).toHaveLength(1);
    await queues.close();
  });

  it('opens while Redis is away and works when it comes', async () => {
    await redis.kill();
    const queues = await openQueues(settings());
    const seen: string[] = [];
    queues.worker<Handled>('late', async ({ workId }) => void seen.push(workId), { concurrency: 1 });
    await expect(queues.producer.add('late', { workId: 'x', dispatchNo: 1 }, 'late-x-1')).rejects.toThrow(
      'unreachable',
    );

    await redis.up();
    const add = (): Promise<boolean> =>
      queues.producer.add('late', { workId: 'y', dispatchNo: 1 }, 'late-y-1').then(
        () => true,
        () => false,
      );
    while (!(await add())) await pause(50);
    await until(() => seen.includes('y'));
    await queues.close();
  });

  it('a worker goes on after Redis lost everything', async () => {
    const queues = await openQueues(settings());
    const seen: string[] = [];
    queues.worker<Handled>('flushed', async ({ workId }) => void seen.push(workId), { concurrency: 1 });
    await queues.producer.add('flushed', { workId: 'before', dispatchNo: 1 }, 'flushed-before-1');
    await until(() => seen.length === 1);
    await redis.flush();
    await queues.producer.add('flushed', { workId: 'after', dispatchNo: 1 }, 'flushed-after-1');
    await until(() => seen.includes('after'));
    await queues.close();
  });

  it('does not start on a Redis that throws jobs away when it is full', async () => {
    const forgetful = await TestRedis.start(['--maxmemory', '8mb', '--maxmemory-policy', 'allkeys-lru']);
    await expect(openQueues({ queueUrl: forgetful.url, databaseUrl: null })).rejects.toThrow('noeviction');
    await forgetful.stop();
  });
});
