import { randomUUID } from 'node:crypto';
import { finishWork } from '../../src/outbox/claims.js';
import { OutboxRelay, type RelayLimits } from '../../src/outbox/relay.js';
import type { Producer } from '../../src/queues/queues.js';
import { testAgency } from '../support/agency.js';
import { WorkBench } from './work-bench.js';

/** A queue that only remembers what it was given. */
class Notebook implements Producer {
  readonly jobs: { step: string; workId: unknown; jobId: string }[] = [];
  isDown = false;

  async add(step: string, payload: Readonly<Record<string, string | number>>, jobId: string): Promise<void> {
    if (this.isDown) throw new Error('the queue is away');
    this.jobs.push({ step, workId: payload['workId'], jobId });
  }
}

describe('the relay', () => {
  let bench: WorkBench;
  let queue: Notebook;
  beforeEach(async () => {
    bench = await WorkBench.open();
    queue = new Notebook();
  });
  afterEach(() => bench.close());

  const relay = (limits: Partial<RelayLimits> = {}): OutboxRelay =>
    new OutboxRelay(bench.agency.unitOfWork, queue, { batch: 100, perTenant: 100, redispatchAfter: 30, ...limits });
  const forgetDispatch = (): Promise<object[]> =>
    bench.agency.database.look(`update work set dispatched_at = now() - interval '31 seconds'`);

  it('sends due work once, named by step, work and dispatch', async () => {
    const workId = await bench.append('edition.seal');
    await bench.append('edition.seal', randomUUID(), 60);
    expect(await relay().drain()).toBe(1);
    expect(await relay().drain()).toBe(0);
    expect(queue.jobs).toEqual([{ step: 'edition.seal', workId, jobId: `edition.seal-${workId}-1` }]);
  });

  it('loses nothing while the queue is down', async () => {
    const workId = await bench.append();
    queue.isDown = true;
    expect(await relay().drain()).toBe(0);
    queue.isDown = false;
    await forgetDispatch();
    await relay().drain();
    expect(queue.jobs).toEqual([expect.objectContaining({ workId, jobId: `edition.render-${workId}-2` })]);
  });

  it('sends again what was not done in time, unless somebody holds it', async () => {
    const forgotten = await bench.append();
    const held = await bench.append();
    const done = await bench.append();
    await relay().drain();
    await bench.mustClaim(held);
    const claim = await bench.mustClaim(done);
    await bench.inTenant((tx) => finishWork(tx, claim));
    await forgetDispatch();
    queue.jobs.length = 0;
    await relay().drain();
    expect(queue.jobs.map(({ workId }) => workId)).toEqual([forgotten]);
  });

  it('lets a long backlog wait in the database', async () => {
    for (let each = 0; each < 12; each += 1) await bench.append();
    const limited = relay({ perTenant: 5 });
    expect([await limited.drain(), await limited.drain()]).toEqual([5, 0]);
    const [first] = queue.jobs;
    const claim = await bench.mustClaim(String(first?.workId));
    expect(await limited.drain()).toBe(0); // held work is still under way
    await bench.inTenant((tx) => finishWork(tx, claim));
    expect(await limited.drain()).toBe(1);
  });

  it('gives every organization its turn', async () => {
    const other = await testAgency('small-agency', bench.agency.database);
    for (let each = 0; each < 20; each += 1) await bench.append();
    await other.unitOfWork.inTenant(other.organizationId, async (tx) => {
      const { appendWork } = await import('../../src/outbox/append-work.js');
      await appendWork(tx, other.organizationId, 'edition.render', randomUUID());
    });
    expect(await relay({ batch: 4 }).drain()).toBe(4);
    const [mine] = await bench.agency.database.look<{ id: string }>('select id from work where organization_id = $1', [
      other.organizationId,
    ]);
    expect(queue.jobs.map(({ workId }) => workId)).toContain(mine?.id);
  });

  it('shares the work among several relays', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => bench.append()));
    await Promise.all(Array.from({ length: 4 }, () => relay({ batch: 1000, perTenant: 1000 }).drain()));
    expect(new Set(queue.jobs.map(({ workId }) => workId))).toEqual(new Set(ids));
  });
});
