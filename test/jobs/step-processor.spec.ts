import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../src/core/errors.js';
import { StepProcessor, type StepHandler } from '../../src/jobs/step-processor.js';
import { finishWork } from '../../src/outbox/claims.js';
import type { WorkPayload } from '../../src/outbox/steps.js';
import { WorkBench } from '../outbox/work-bench.js';

describe('the door of jobs', () => {
  let bench: WorkBench;
  beforeAll(async () => (bench = await WorkBench.open()));
  afterAll(() => bench.close());

  const reports: string[] = [];
  const processor = (handler: StepHandler): StepProcessor =>
    new StepProcessor(
      bench.agency.unitOfWork,
      {
        'edition.render': handler,
        'edition.seal': handler,
        'publication.send': handler,
        'publication.recheck': handler,
        'publication.patrol': handler,
        'evidence.look': handler,
        'import.run': handler,
        'audit.checkpoint': handler,
        'audit.stamp': handler,
        'audit.cosign': handler,
        'audit.export': handler,
      },
      (message) => reports.push(message),
    );
  const payload = (workId: string): WorkPayload => ({
    v: 1,
    organizationId: bench.organizationId,
    workId,
    dispatchNo: 1,
  });
  const untilAborted: StepHandler = (_claim, signal) =>
    new Promise((_done, failed) => signal.addEventListener('abort', () => failed(signal.reason as Error)));

  it('does the work once, however many jobs name it', async () => {
    const workId = await bench.append();
    let times = 0;
    const door = processor(async (claim) => {
      times += 1;
      await pause(50);
      await bench.inTenant((tx) => finishWork(tx, claim));
    });
    await Promise.all([1, 2, 3, 4].map(() => door.process(payload(workId))));
    await door.process(payload(workId));
    expect(times).toBe(1);
    expect(await bench.state(workId)).toMatchObject({ state: 'done' });
  });

  it('records an accident and tries again, and sets a refusal aside', async () => {
    const accident = await bench.append();
    await processor(() => Promise.reject(new Error('no route to host'))).process(payload(accident));
    expect(await bench.state(accident)).toMatchObject({
      state: 'open',
      failures: 1,
      claims: 0,
      last_problem: 'system.unexpected Error: no route to host',
    });

    const refused = await bench.append();
    const refusal = new DomainError('document.data-invalid', { problems: ['/title'] });
    await processor(() => Promise.reject(refusal)).process(payload(refused));
    expect(await bench.state(refused)).toMatchObject({
      state: 'quarantined',
      last_problem: 'document.data-invalid {"problems":["/title"]}',
    });
  });

  it('leaves jobs alone that it does not understand, and does not lose their work', async () => {
    const workId = await bench.append();
    const door = processor(() => Promise.reject(new Error('must not run')));
    await door.process({ ...payload(workId), v: 2 } as unknown as WorkPayload); // a newer version wrote it
    await door.process({ ...payload(workId), organizationId: '11111111-1111-1111-1111-111111111111' });
    await door.process({ ...payload('not an id') });
    expect(await bench.state(workId)).toMatchObject({ state: 'open', epoch: 0 });
  });

  it('aborts the work, and records nothing, when somebody else has taken it', async () => {
    const workId = await bench.append();
    const running = processor(untilAborted).process(payload(workId));
    while (!(await bench.state(workId)).is_leased) await pause(10);
    await bench.dieHolding(workId);
    await bench.mustClaim(workId);
    await running; // ends when the next renewal is refused
    expect(await bench.state(workId)).toMatchObject({ epoch: 2, failures: 0, state: 'open', is_leased: true });
  });

  it('gives running work back when the worker stops', async () => {
    const workId = await bench.append();
    const door = processor(untilAborted);
    const running = door.process(payload(workId));
    while (!(await bench.state(workId)).is_leased) await pause(10);
    door.stop();
    await running;
    expect(await bench.state(workId)).toMatchObject({ state: 'open', claims: 0, failures: 0, is_leased: false });
  });
});
