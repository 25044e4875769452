import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram } from '../editions/built-program.js';
import { Seat } from '../journeys/seat.js';
import { ImportBench } from './import-bench.js';

/** Real worker processes; one dies in the middle of an import, when a part of the measures is stored but not committed. */
describe('a worker that is killed while it imports', () => {
  let bench: ImportBench;
  let worker: Seat;

  beforeAll(async () => {
    await builtProgram();
    bench = await ImportBench.open();
    const settings = {
      NODE_ENV: 'test',
      DATABASE_URL: bench.agency.database.appUrl,
      PRONGSAI_DATA: bench.folder,
      QUEUE_URL: '',
    };
    worker = new Seat('worker', settings, join(bench.folder, 'worker.log'));
  });
  afterAll(async () => {
    await worker.remove();
    await bench.close();
  });

  it('leaves nothing behind, and the next one brings every measure once', async () => {
    const id = await bench.ask(300);
    worker.stumbleAt(['import.portion:1:kill', '', '', '']);
    await worker.start();
    while (worker.starts < 2) await pause(50);
    const [left] = await bench.agency.database.look<{ settled: number }>('select settled from import_run');
    expect(left?.settled).toBe(50);
    expect(await bench.stock()).toEqual({ measures: 0, keys: 0, logged: 0 });

    await bench.agency.database.look(
      `update work set lease_until = now() - interval '1 second', dispatched_at = null
       where step = 'import.run' and state = 'open'`,
    );
    while ((await bench.run(id)).state !== 'done') await pause(50);
    expect(worker.starts).toBe(2);
    expect(await bench.run(id)).toMatchObject({ settled: 300, created: 300, alreadyThere: 0 });
    expect(await bench.stock()).toEqual({ measures: 300, keys: 300, logged: 300 });
  });
});
