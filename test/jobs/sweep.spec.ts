import { sweep } from '../../src/jobs/sweep.js';
import { PublishingBench } from '../publishing/publishing-bench.js';

describe('the sweep', () => {
  let bench: PublishingBench;
  beforeEach(async () => (bench = await PublishingBench.open()));
  afterEach(() => bench.close());

  const reports: { message: string; facts?: object }[] = [];
  const run = (): Promise<number> =>
    sweep(bench.agency.unitOfWork, (message, facts) => reports.push({ message, facts }), new AbortController().signal);
  const openSteps = async (): Promise<string[]> =>
    (
      await bench.agency.database.look<{ step: string }>(`select step from work where state = 'open' order by step`)
    ).map(({ step }) => step);

  it('finds nothing to do where everything has its work', async () => {
    await bench.sealed();
    expect(await run()).toBe(0);
    await bench.run('publication.send');
    expect(await run()).toBe(0);
  });

  it.each([
    [`update edition set state = 'frozen'`, 'edition.render'],
    [`update edition set state = 'rendered'`, 'edition.seal'],
    [`update publication set verified_at = null`, 'publication.send'],
    [`update publication set verified_at = now()`, 'publication.recheck'],
    [`update publication set verified_at = now(), settled_at = now()`, 'publication.patrol'],
  ])('asks again for what stands: %s', async (accident, step) => {
    await bench.sealed();
    await bench.agency.database.look(`update work set state = 'done'`);
    await bench.agency.database.look(accident);
    expect(await run()).toBeGreaterThan(0);
    expect(await openSteps()).toContain(step);
    expect(await run()).toBe(0);
  });

  it('names what is stuck', async () => {
    await bench.sealed();
    bench.site.mood = 'forbids';
    await bench.run('publication.send');
    await run();
    expect(reports).toContainEqual({
      message: 'work is stuck',
      facts: expect.objectContaining({ step: 'publication.send', isSetAside: true, problem: 'publication.refused' }),
    });
  });
});
