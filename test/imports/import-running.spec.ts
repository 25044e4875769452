import { setTimeout as pause } from 'node:timers/promises';
import { verifyChain } from '../../src/audit/chain.js';
import { claimWork } from '../../src/outbox/claims.js';
import { retryImport } from '../../src/imports/runs/retry-import.js';
import { ImportBench } from './import-bench.js';
import { Gate } from './import-gate.js';

describe('a long import', () => {
  let bench: ImportBench;
  beforeEach(async () => (bench = await ImportBench.open()));
  afterEach(() => bench.close());

  it('waits, then brings every measure in order, each with its event', async () => {
    const id = await bench.ask(300);
    expect(await bench.run(id)).toMatchObject({ state: 'waiting', settled: 0, measures: 300, startedAt: null });

    await bench.work.workOff();

    expect(await bench.run(id)).toMatchObject({ state: 'done', settled: 300, created: 300, alreadyThere: 0 });
    expect(await bench.stock()).toEqual({ measures: 300, keys: 300, logged: 300 });
    const rows = await bench.agency.database.look<{ title: string; position: number }>(
      'select title, position from measure order by position',
    );
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 300 }, (_unused, index) => index + 1));
    expect(rows[299]?.title).toBe('เผยแพร่ข้อมูลชุดที่ 300 ต่อสาธารณะ');
    await expectWholeChain(bench);
  });

  it('tells how far it is while it stands still in between, and nobody sees a measure before all are there', async () => {
    const id = await bench.ask(300);
    const gate = await Gate.closedBefore(bench.agency, 120);
    try {
      const working = bench.work.workOff();
      while ((await bench.run(id)).settled !== 100) await pause(20);
      expect(await bench.run(id)).toMatchObject({ state: 'running', settled: 100, measures: 300, created: null });
      expect(await bench.stock()).toMatchObject({ measures: 0, logged: 0 });
      await gate.open();
      await working;
    } finally {
      await gate.open();
    }
    while ((await bench.run(id)).state !== 'done') await bench.work.workOff(); // a slow machine has tried once in vain
    expect(await bench.stock()).toEqual({ measures: 300, keys: 300, logged: 300 });
  });

  it('brings a file once, however often it is asked for', async () => {
    await bench.ask(60);
    await bench.work.workOff();
    const again = await bench.ask(80);
    await bench.work.workOff();
    expect(await bench.run(again)).toMatchObject({ state: 'done', settled: 80, created: 20, alreadyThere: 60 });
    expect(await bench.stock()).toEqual({ measures: 80, keys: 80, logged: 80 });
  });

  it('is set aside when workers died over it three times, and brings everything when it is tried again', async () => {
    const id = await bench.ask(60);
    const { organizationId, unitOfWork, database } = bench.agency;
    const { workId } = await bench.run(id);
    for (let times = 0; times < 3; times += 1) {
      expect(await unitOfWork.inTenant(organizationId, (tx) => claimWork(tx, organizationId, workId))).not.toBeNull();
      await database.look(`update work set lease_until = now() - interval '2 minutes' where id = $1`, [workId]);
    }
    await bench.work.workOff();
    expect(await bench.run(id)).toMatchObject({ state: 'failed', problem: { code: 'work.no-outcome' } });
    await bench.agency.as('officer', (tx, actor) => retryImport(tx, organizationId, actor, id));
    await bench.work.workOff();
    expect(await bench.run(id)).toMatchObject({ state: 'done', created: 60 });
  });

  it.each([
    ['lost the post', `update appointment set ends_on = current_date - 1 where person_id = $1`],
    ['lost the account', `update person set closed_at = now() where id = $1`],
  ])(
    'is set aside with nothing written when whoever asked has %s, and runs when that is put right',
    async (_what, sql) => {
      const id = await bench.ask(60);
      const person = bench.agency.personId('officer');
      const before = await bench.agency.database.look(`select ends_on from appointment where person_id = $1`, [person]);
      expect(before.length).toBeGreaterThan(0);
      await bench.agency.database.look(sql, [person]);

      await bench.work.workOff();

      expect(await bench.run(id)).toMatchObject({
        state: 'failed',
        settled: 0,
        problem: { code: 'import.asker-may-not' },
      });
      expect(await bench.stock()).toMatchObject({ measures: 0 });
      await bench.agency.database.look(`update appointment set ends_on = null where person_id = $1`, [person]);
      await bench.agency.database.look(`update person set closed_at = null where id = $1`, [person]);
      const { organizationId } = bench.agency;
      await bench.agency.as('admin', (tx, actor) => retryImport(tx, organizationId, actor, id));
      expect(await bench.run(id)).toMatchObject({ state: 'waiting', problem: { code: 'import.asker-may-not' } });
      await bench.work.workOff();
      expect(await bench.run(id)).toMatchObject({ state: 'done', created: 60, problem: null });
    },
  );
});

async function expectWholeChain({ agency: { database, organizationId } }: ImportBench): Promise<void> {
  const [head] = await database.look<{ createdAt: string; size: number; head: string }>(
    `select created_at as "createdAt", seq::int as size, encode(hash, 'hex') as head from audit_head where organization_id = $1`,
    [organizationId],
  );
  if (!head) throw new Error('there is no log');
  const events = await database.look<{ seq: number; bytes: Buffer; hash: string }>(
    `select seq::int, bytes, encode(hash, 'hex') as hash from audit_event where organization_id = $1 order by seq`,
    [organizationId],
  );
  const verdict = verifyChain({ organizationId, createdAt: head.createdAt }, events, head);
  expect(verdict).toMatchObject({ intact: true, size: head.size });
}
