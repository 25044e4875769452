import { randomUUID } from 'node:crypto';
import { undoneWork } from '../../src/outbox/work.queries.js';
import { retryWork } from '../../src/outbox/retry-work.js';
import { secondsToNextLook } from '../../src/publishing/patrol-times.js';
import { withdrawPublications } from '../../src/publishing/withdraw-publications.js';
import { PublishingBench } from './publishing-bench.js';

const DAY = 86_400;

describe('the times of the patrol', () => {
  const look = (presence: 'present' | 'tombstone', looks: number, days = 0): number | null =>
    secondsToNextLook({ publicationId: randomUUID(), presence }, { looks, age: days * DAY, secondOfDay: 40_000 });

  it('looks at what stands after an hour, then daily', () => {
    expect(look('present', 0)).toBe(3_600);
    for (const later of [look('present', 1), look('present', 400, 400)]) {
      expect(later).toBeGreaterThanOrEqual(DAY / 2);
      expect(later).toBeLessThan(DAY * 1.5);
    }
  });

  it('looks at what was withdrawn soon, and for thirty days', () => {
    expect([0, 1, 2].map((looks) => look('tombstone', looks))).toEqual([600, 3_600, 21_600]);
    expect(look('tombstone', 20, 29)).not.toBeNull();
    expect(look('tombstone', 33, 30)).toBeNull();
  });

  it('spreads daily looks over the day', () => {
    const hours = new Set(
      Array.from({ length: 400 }, () => Math.floor((((look('present', 1) ?? 0) + 40_000) % DAY) / 3_600)),
    );
    expect(hours.size).toBe(24);
  });
});

describe('the patrol', () => {
  let bench: PublishingBench;
  beforeEach(async () => {
    bench = await PublishingBench.open();
  });
  afterEach(() => bench.close());

  const settle = async (): Promise<void> => {
    await bench.run('publication.send');
    await bench.run('publication.recheck');
  };
  const takeDown = (): Promise<unknown> => bench.agency.database.look('delete from public_entry');
  const nextLooks = (): Promise<{ state: string; hours: number }[]> =>
    bench.agency.database.look(
      `select state, round(extract(epoch from next_at - now()) / 3600)::int as hours from work
       where step = 'publication.patrol'`,
    );

  it('is asked for when a publication has settled, and asks for its next look itself', async () => {
    const { editionId } = await bench.sealed();
    await settle();
    expect(await nextLooks()).toEqual([{ state: 'open', hours: 1 }]);

    await bench.run('publication.patrol');
    const [next] = await nextLooks();
    expect(next?.state).toBe('open');
    expect(next?.hours).toBeGreaterThanOrEqual(12);
    expect(await bench.events()).toEqual(['publication.publish']);
    expect(bench.drifted).toEqual([]);
    expect((await bench.status(editionId)).undone).toBeNull();
    expect(await bench.inTenant((tx) => undoneWork(tx, bench.organizationId))).toEqual([]);
  });

  it.each(['truncates', 'lies', 'wrong-type', 'stale-page'] as const)(
    'finds out when the site %s, raises the alarm and sees it right again',
    async (mood) => {
      const { editionId } = await bench.sealed();
      await settle();
      bench.site.mood = mood;
      await bench.run('publication.patrol');
      expect(bench.drifted).toHaveLength(1);
      expect(await bench.status(editionId)).toMatchObject({ isSettled: false });

      bench.site.mood = 'honest';
      await settle();
      expect(await bench.status(editionId)).toMatchObject({ standing: 'published', isSettled: true });
      expect(await bench.events()).toEqual(['publication.publish', 'publication.drift', 'publication.restore']);
      expect((await nextLooks())[0]?.state).toBe('open');
    },
  );

  it('restores what was taken down three times, then leaves it to a person', async () => {
    await bench.sealed();
    await settle();
    for (let times = 0; times < 3; times += 1) {
      await takeDown();
      await bench.run('publication.patrol');
      await settle();
    }
    await takeDown();
    await bench.run('publication.patrol');
    const [undone] = await bench.inTenant((tx) => undoneWork(tx, bench.organizationId));
    expect(undone).toMatchObject({ isSetAside: true, problem: { code: 'publication.drifts-again' } });
    expect(bench.drifted).toHaveLength(4);

    await bench.inTenant((tx) => retryWork(tx, bench.organizationId, undone?.workId ?? ''));
    await bench.run('publication.patrol');
    await settle();
    expect(await bench.inTenant((tx) => undoneWork(tx, bench.organizationId))).toEqual([]);
    expect((await bench.events()).slice(-2)).toEqual(['publication.drift', 'publication.restore']);
  });

  it('sees that a withdrawn document has come back', async () => {
    const { itemId } = await bench.sealed();
    await settle();
    await bench.inTenant((tx) =>
      withdrawPublications(tx, {
        organizationId: bench.organizationId,
        itemKind: 'announcement',
        itemId,
        reason: 'ออกคลาดเคลื่อน',
      }),
    );
    await settle();
    await bench.agency.database.look(`delete from public_entry where presence = 'tombstone'`);
    await bench.run('publication.patrol');
    expect(bench.drifted).toMatchObject([{ presence: 'tombstone' }]);
    await settle();
    expect((await bench.events()).slice(-2)).toEqual(['publication.drift', 'publication.restore']);
  });

  it('tries again later when the site does not answer, without an alarm', async () => {
    await bench.sealed();
    await settle();
    bench.site.mood = 'away';
    await bench.run('publication.patrol');
    expect(bench.drifted).toEqual([]);
    const [undone] = await bench.inTenant((tx) => undoneWork(tx, bench.organizationId));
    expect(undone).toMatchObject({ isSetAside: false, problem: { code: 'publication.unreachable' } });
  });
});
