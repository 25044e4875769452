import { breakOnPurpose } from '../../src/database/sabotage.js';
import { withdrawPublications } from '../../src/publishing/withdraw-publications.js';
import type { Mood } from './hostile-site.js';
import { PublishingBench } from './publishing-bench.js';

describe('publishing on the built-in site', () => {
  let bench: PublishingBench;
  beforeEach(async () => (bench = await PublishingBench.open()));
  afterEach(() => bench.close());

  it('says published when the file was fetched back from its permanent address', async () => {
    const { editionId, documentId, sha256 } = await bench.sealed();
    expect(await bench.status(editionId)).toMatchObject({ standing: 'on-its-way', nextStep: 'sent' });

    await bench.run('publication.send');
    expect(await bench.status(editionId)).toMatchObject({
      standing: 'published',
      nextStep: null,
      sha256,
      address: `/p/test-agency/documents/${documentId}/th`,
      isSettled: false,
      undone: null,
    });
    expect(bench.verified).toMatchObject([{ generation: 1, sha256 }]);
    expect(await bench.events()).toEqual(['publication.publish']);

    await bench.run('publication.recheck');
    expect(await bench.status(editionId)).toMatchObject({ isSettled: true });
  });

  it.each<[Mood, string]>([
    ['away', 'publication.unreachable'],
    ['busy', 'publication.unreachable'],
    ['truncates', 'publication.bytes-differ'],
    ['lies', 'publication.bytes-differ'],
    ['wrong-type', 'publication.bytes-differ'],
    ['stale-page', 'publication.bytes-differ'],
    ['drops-replies', 'publication.unreachable'],
    ['redirects', 'publication.bytes-differ'],
    ['endless', 'publication.bytes-differ'],
  ])('never says published while the site %s, and does when it has mended', async (mood, code) => {
    bench.site.mood = mood;
    const { editionId } = await bench.sealed();
    for (let turn = 0; turn < 2; turn += 1) {
      await bench.run('publication.send');
      const { standing, undone } = await bench.status(editionId);
      expect(standing).toBe('on-its-way');
      expect(undone).toMatchObject({ isSetAside: false });
      expect([code, 'publication.unreachable']).toContain(undone?.problem?.code); // an early cut leaves no answer at all
    }
    expect(bench.verified).toEqual([]);

    bench.site.mood = 'honest';
    // on a busy machine an honest answer may still come too late: then the work is tried again, as it would be
    for (let left = 5; left > 0 && (await bench.status(editionId)).undone; left -= 1)
      await bench.run('publication.send');
    expect(await bench.status(editionId)).toMatchObject({ standing: 'published', undone: null });
    expect(await bench.events()).toEqual(['publication.publish']);
  });

  it('asks for a person when the site forbids', async () => {
    bench.site.mood = 'forbids';
    const { editionId } = await bench.sealed();
    await bench.run('publication.send');
    expect((await bench.status(editionId)).undone).toMatchObject({
      isSetAside: true,
      problem: { code: 'publication.refused' },
    });
  });

  it('puts once and records one event, however many workers try at once', async () => {
    await bench.sealed();
    const workId = await workOfSending();
    await Promise.all(Array.from({ length: 6 }, () => bench.process(workId)));
    expect(await bench.events()).toEqual(['publication.publish']);
    expect(await bench.agency.database.look('select 1 from public_entry')).toHaveLength(1);
  });

  it('does not record what a worker saw whose work was given to another', async () => {
    const { editionId } = await bench.sealed();
    const workId = await workOfSending();
    bench.site.beforeFile = async () => {
      // while the first worker waits for its answer, the lease runs out and the second does everything
      await leaseRunsOut(workId);
      await bench.process(workId);
    };
    await bench.process(workId);
    expect(await bench.status(editionId)).toMatchObject({ standing: 'published' });
    expect(bench.verified).toHaveLength(1);
    expect(await bench.events()).toEqual(['publication.publish']);
  });

  it('puts a new edition at the same address and keeps the old file', async () => {
    const first = await bench.sealed();
    await bench.run('publication.send');
    const second = await bench.sealed(first.documentId);
    await bench.run('publication.send');
    expect(await bench.status(first.editionId)).toMatchObject({ standing: 'superseded', number: 1 });
    expect(await bench.status(second.editionId)).toMatchObject({ standing: 'published', number: 2 });
    expect(bench.verified.map(({ generation }) => generation)).toEqual([1, 2]);
    expect(await bench.get(`/p/test-agency/files/${first.sha256}.pdf`)).toBe(200);
  });

  it('publishes the newest edition when two wait, and the older one never', async () => {
    const first = await bench.sealed();
    const second = await bench.sealed(first.documentId);
    await bench.run('publication.send');
    expect(await bench.status(second.editionId)).toMatchObject({ standing: 'published' });
    expect(await bench.status(first.editionId)).toMatchObject({ standing: 'superseded', doneAt: { seen: null } });
    expect(await bench.get(`/p/test-agency/files/${first.sha256}.pdf`)).toBe(404);
  });

  it('looks again when the intent changed while it looked', async () => {
    const first = await bench.sealed();
    let second = first;
    bench.site.beforeFile = async () => void (second = await bench.sealed(first.documentId));
    await bench.run('publication.send');
    expect(bench.verified).toEqual([]);
    await bench.run('publication.send');
    expect(bench.verified).toMatchObject([{ sha256: second.sha256, generation: 2 }]);
  });

  it('refuses a put that was overtaken', async () => {
    const first = await bench.sealed();
    await bench.run('publication.send');
    const [stale] = bench.verified;
    await bench.sealed(first.documentId);
    await bench.run('publication.send');
    if (stale) await bench.targets['public-site'].put(stale);
    const rows = await bench.agency.database.look<{ generation: number }>(
      'select generation from public_entry order by generation',
    );
    expect(rows.map(({ generation }) => generation)).toEqual([1, 2]);
  });

  it('replaces a withdrawn document by its notice, and says so when the file was gone', async () => {
    const { editionId, documentId, itemId, sha256 } = await bench.sealed();
    await bench.run('publication.send');
    const withdrawal = { organizationId: bench.organizationId, itemKind: 'announcement', itemId };
    await expect(
      bench.inTenant((tx) => withdrawPublications(tx, { ...withdrawal, reason: ' ' })),
    ).rejects.toMatchObject({
      code: 'lifecycle.reason-missing',
    });
    await bench.inTenant((tx) => withdrawPublications(tx, { ...withdrawal, reason: 'พบข้อผิดพลาด' }));
    expect(await bench.status(editionId)).toMatchObject({ standing: 'withdrawing' });
    expect(await bench.get(`/p/test-agency/files/${sha256}.pdf`)).toBe(200);

    await bench.run('publication.send');
    expect(await bench.status(editionId)).toMatchObject({ standing: 'withdrawn', withdrawnReason: 'พบข้อผิดพลาด' });
    expect(await bench.get(`/p/test-agency/files/${sha256}.pdf`)).toBe(410);
    expect(await bench.get(`/p/test-agency/documents/${documentId}/th`)).toBe(410);
    expect(await bench.events()).toEqual(['publication.publish', 'publication.withdraw']);
    await expect(
      bench.inTenant((tx) => withdrawPublications(tx, { ...withdrawal, reason: 'again' })),
    ).rejects.toMatchObject({ code: 'publication.not-published' });
  });

  it('notices at the second look what no longer stands, and restores it without publishing twice', async () => {
    const { editionId } = await bench.sealed();
    await bench.run('publication.send');
    bench.site.mood = 'lies';
    await bench.run('publication.recheck');
    expect(await bench.status(editionId)).toMatchObject({ standing: 'on-its-way' });
    bench.site.mood = 'honest';
    await bench.run('publication.send');
    await bench.run('publication.recheck');
    expect(await bench.status(editionId)).toMatchObject({ standing: 'published', isSettled: true });
    expect(await bench.events()).toEqual(['publication.publish', 'publication.drift', 'publication.restore']);
    expect(bench.verified).toHaveLength(1);
  });

  describe('with a safeguard taken out, to see that these tests would notice', () => {
    afterEach(() => breakOnPurpose(null));

    it('records a publication twice without the fence', async () => {
      breakOnPurpose('fence');
      await bench.sealed();
      const workId = await workOfSending();
      bench.site.beforeFile = async () => {
        await leaseRunsOut(workId);
        await bench.process(workId);
      };
      await bench.process(workId);
      expect(await bench.events()).toEqual(['publication.publish', 'publication.publish']);
    });

    it('says published of what nobody can see without the verification', async () => {
      breakOnPurpose('verify');
      bench.site.mood = 'away';
      const { editionId } = await bench.sealed();
      await bench.run('publication.send');
      expect(await bench.status(editionId)).toMatchObject({ standing: 'published' });
    });
  });

  async function workOfSending(): Promise<string> {
    const [work] = await bench.agency.database.look<{ id: string }>(
      `select id from work where step = 'publication.send'`,
    );
    return work?.id ?? '';
  }

  async function leaseRunsOut(workId: string): Promise<void> {
    await bench.agency.database.look(`update work set lease_until = now() - interval '1 second' where id = $1`, [
      workId,
    ]);
  }
});
