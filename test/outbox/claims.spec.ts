import { randomUUID } from 'node:crypto';
import { failWork, finishWork, LeaseLost, quarantineWork, releaseWork, renewLease } from '../../src/outbox/claims.js';
import { retryWork } from '../../src/outbox/retry-work.js';
import { stuckWork, undoneWork } from '../../src/outbox/work.queries.js';
import { WorkBench } from './work-bench.js';

describe('claims on work', () => {
  let bench: WorkBench;
  beforeAll(async () => (bench = await WorkBench.open()));
  afterAll(() => bench.close());

  it('lets one of many workers have the work', async () => {
    const workId = await bench.append();
    const claims = await Promise.all(Array.from({ length: 8 }, () => bench.claim(workId)));
    expect(claims.filter((claim) => claim !== null)).toEqual([expect.objectContaining({ workId, epoch: 1 })]);
  });

  it('gives nobody work that is not due, done, or set aside', async () => {
    const later = await bench.append('edition.render', randomUUID(), 60);
    expect(await bench.claim(later)).toBeNull();

    const done = await bench.append();
    const claim = await bench.mustClaim(done);
    await bench.inTenant((tx) => finishWork(tx, claim));
    expect(await bench.claim(done)).toBeNull();

    const aside = await bench.append();
    const other = await bench.mustClaim(aside);
    await bench.inTenant((tx) => quarantineWork(tx, other, 'document.data-invalid'));
    expect(await bench.claim(aside)).toBeNull();
  });

  it('gives the work of a dead worker to another, with a higher epoch', async () => {
    const workId = await bench.append();
    await bench.mustClaim(workId);
    await bench.dieHolding(workId);
    expect(await bench.mustClaim(workId)).toMatchObject({ epoch: 2 });
  });

  it.each([
    ['finish', finishWork],
    ['renew', renewLease],
    ['release', releaseWork],
    ['fail', (tx, claim) => failWork(tx, claim, 'publication.unreachable')],
    ['set aside', (tx, claim) => quarantineWork(tx, claim, 'seal.failed')],
  ] satisfies [string, typeof finishWork][])('a worker that woke up too late cannot %s', async (_deed, deed) => {
    const workId = await bench.append();
    const sleeper = await bench.mustClaim(workId);
    await bench.dieHolding(workId);
    await bench.mustClaim(workId);
    const before = await bench.state(workId);
    await expect(bench.inTenant((tx) => deed(tx, sleeper))).rejects.toBeInstanceOf(LeaseLost);
    expect(await bench.state(workId)).toMatchObject({ ...before, waits: expect.any(Number) });
  });

  it('rolls back what the late worker wrote together with its finish', async () => {
    const workId = await bench.append();
    const sleeper = await bench.mustClaim(workId);
    await bench.dieHolding(workId);
    await bench.mustClaim(workId);
    const late = bench.inTenant(async (tx) => {
      await tx.query(`update organization set website = 'too late'`);
      await finishWork(tx, sleeper);
    });
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    expect(await bench.agency.database.look(`select 1 from organization where website = 'too late'`)).toEqual([]);
  });

  it('sets work aside, with its cause, when three workers died over it', async () => {
    const workId = await bench.append();
    for (let death = 1; death <= 3; death += 1) {
      await bench.mustClaim(workId);
      await bench.dieHolding(workId, 61);
    }
    expect(await bench.claim(workId)).toBeNull();
    expect(await bench.state(workId)).toMatchObject({
      state: 'quarantined',
      last_problem: 'work.no-outcome',
      epoch: 3,
    });
    const stuck = await bench.inTenant((tx) => stuckWork(tx, bench.organizationId));
    expect(stuck).toContainEqual(
      expect.objectContaining({
        workId,
        isSetAside: true,
        problem: expect.objectContaining({ code: 'work.no-outcome' }),
      }),
    );
    const events = await bench.agency.database.look(
      `select 1 from audit_event where event ->> 'action' = 'edition.render.quarantined'
         and event ->> 'itemId' = (select ref_id::text from work where id = $1)`,
      [workId],
    );
    expect(events).toHaveLength(1);
  });

  it('lets work rest for a minute before its last try, and says why', async () => {
    const workId = await bench.append();
    for (let death = 1; death <= 2; death += 1) {
      await bench.mustClaim(workId);
      await bench.dieHolding(workId);
    }
    expect(await bench.claim(workId)).toBeNull();
    const resting = await bench.state(workId);
    expect(resting).toMatchObject({ state: 'open', claims: 2, last_problem: 'work.no-outcome' });
    expect(resting.waits).toBeGreaterThan(50);
    await bench.dieHolding(workId, 61);
    expect(await bench.mustClaim(workId)).toMatchObject({ epoch: 3 });
  });

  it('does not count deaths that lie before a recorded failure', async () => {
    const workId = await bench.append();
    for (let round = 1; round <= 5; round += 1) {
      await bench.mustClaim(workId);
      await bench.dieHolding(workId);
      const claim = await bench.mustClaim(workId);
      await bench.inTenant((tx) => failWork(tx, claim, 'publication.unreachable no answer', 0));
    }
    expect(await bench.state(workId)).toMatchObject({ state: 'open', claims: 0, failures: 5 });
  });

  it('waits longer after each failure, and remembers why', async () => {
    const workId = await bench.append();
    const first = await bench.mustClaim(workId);
    await bench.inTenant((tx) => failWork(tx, first, 'publication.unreachable status 503', 0.99));
    const early = await bench.state(workId);
    expect(early.last_problem).toBe('publication.unreachable status 503');
    for (let failure = 2; failure <= 8; failure += 1) {
      await bench.makeDue(workId);
      const claim = await bench.mustClaim(workId);
      await bench.inTenant((tx) => failWork(tx, claim, 'publication.unreachable status 503', 0.99));
    }
    expect((await bench.state(workId)).waits).toBeGreaterThan(early.waits + 60);
  });

  it('takes a claim back when a worker stops in good order', async () => {
    const workId = await bench.append();
    for (let stop = 1; stop <= 5; stop += 1) {
      const claim = await bench.mustClaim(workId);
      await bench.inTenant((tx) => releaseWork(tx, claim));
    }
    expect(await bench.state(workId)).toMatchObject({ state: 'open', claims: 0, is_leased: false });
  });

  it('opens done work again when it is asked for again, and leaves a live lease alone', async () => {
    const refId = randomUUID();
    const workId = await bench.append('publication.send', refId);
    const claim = await bench.mustClaim(workId);
    await bench.append('publication.send', refId);
    expect(await bench.state(workId)).toMatchObject({ state: 'open', is_leased: true, epoch: 1 });
    await bench.inTenant((tx) => finishWork(tx, claim));
    await bench.append('publication.send', refId);
    expect(await bench.mustClaim(workId)).toMatchObject({ epoch: 2 });
  });

  it('starts anew when a person asks, and says who asked', async () => {
    const workId = await bench.append();
    const claim = await bench.mustClaim(workId);
    await bench.inTenant((tx) => quarantineWork(tx, claim, 'seal.certificate-expired {"validTo":"2026-01-01"}'));
    const [shown] = await bench.inTenant((tx) => undoneWork(tx, bench.organizationId));
    expect(shown).toMatchObject({ isSetAside: true });

    const personId = bench.agency.personId('officer');
    await bench.inTenant((tx) => retryWork(tx, bench.organizationId, workId, { personId }));
    expect(await bench.state(workId)).toMatchObject({ state: 'open', claims: 0, failures: 0 });
    const events = await bench.agency.database.look(
      `select 1 from audit_event where event ->> 'action' = 'edition.render.retried' and event ->> 'actorPersonId' = $1`,
      [personId],
    );
    expect(events).toHaveLength(1);
  });

  it('refuses to try again what is done or what nobody knows', async () => {
    const workId = await bench.append();
    const claim = await bench.mustClaim(workId);
    await bench.inTenant((tx) => finishWork(tx, claim));
    for (const id of [workId, randomUUID()]) {
      await expect(bench.inTenant((tx) => retryWork(tx, bench.organizationId, id))).rejects.toMatchObject({
        code: 'work.not-found',
      });
    }
  });
});
