import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { notify } from '../../src/notices/notify.js';
import { saveWishes } from '../../src/notices/preferences.js';
import { builtProgram } from '../editions/built-program.js';
import { Seat } from '../journeys/seat.js';
import { LoopbackMail } from '../notices/loopback-mail.js';
import { ScheduleBench } from '../schedule/schedule-bench.js';

const FIRST = '0190c0de-0000-7000-8000-00000000000a';
const LATER = '0190c0de-0000-7000-8000-00000000000b';

/** A worker that dies at a point of its work and is started again; what it left must be whole. */
describe('a worker that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  let bench: ScheduleBench;
  let mail: LoopbackMail;
  let worker: Seat;

  beforeAll(async () => {
    await builtProgram();
    bench = await ScheduleBench.open();
    mail = await LoopbackMail.open();
    const { organizationId, unitOfWork } = bench.agency;
    const wishes = { email: 'finance@example.go.th', kinds: {} };
    await unitOfWork.inTenant(organizationId, (tx) =>
      saveWishes(tx, { organizationId, personId: bench.agency.personId('head-finance'), wishes }),
    );
  });
  beforeEach(async () => {
    await bench.forget();
    mail.received.length = 0;
    const { database } = bench.agency;
    worker = new Seat(
      'worker',
      {
        NODE_ENV: 'test',
        DATABASE_URL: database.appUrl,
        PRONGSAI_DATA: folder,
        QUEUE_URL: '',
        SMTP_URL: mail.url,
        MAIL_FROM: 'notices@example.go.th',
      },
      join(folder, 'worker.log'),
    );
  });
  afterEach(() => worker.remove());
  afterAll(async () => {
    await mail.close();
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    while (!(await holds())) await pause(100);
  };
  const tell = async (id: string): Promise<void> => {
    const { organizationId, unitOfWork, database } = bench.agency;
    const personIds = [bench.agency.personId('head-finance')];
    const item = { kind: 'measure', id } as const;
    await unitOfWork.inTenant(organizationId, (tx) =>
      notify(tx, { organizationId, personIds, kind: 'waiting', item, at: new Date() }),
    );
    // a test may run at night
    await database.look(`update notice_message set next_at = now(), gathers_until = null where epoch = 0`);
  };
  const mailsOf = (id: string): number => mail.received.filter(({ body }) => body.includes(id)).length;

  it('between claiming and telling fires again, once', async () => {
    await bench.submitted();
    await bench.agency.database.look(
      `update timed_work set fires_at = now() - interval '1 second' where kind = 'before'`,
    );
    worker.stumbleAt(['time.claimed:1:kill', '', '', '']);
    await worker.start();
    await until(async () => (await bench.clock())[0] === 'before 1 told');
    expect(worker.starts).toBe(2);
    expect(await bench.told()).toEqual(['head-finance waiting', 'head-finance reminder']);
  });

  it('after the mail was taken does not send it again within the hour', async () => {
    await tell(FIRST);
    worker.stumbleAt(['notice.sent:1:kill', '', '', '']);
    await worker.start();
    await until(() => worker.starts === 2);
    await tell(LATER);
    await until(() => mailsOf(LATER) === 1);
    expect(mailsOf(FIRST)).toBe(1);
  });

  it('before the mail was sent sends it once the hour is over', async () => {
    await tell(FIRST);
    worker.stumbleAt(['notice.claimed:1:kill', '', '', '']);
    await worker.start();
    await until(() => worker.starts === 2);
    expect(mailsOf(FIRST)).toBe(0);
    await bench.agency.database.look(`update notice_message set lease_until = now() - interval '1 second'`);
    await until(() => mailsOf(FIRST) === 1);
    expect(await bench.agency.database.look('select 1 from notice_message')).toHaveLength(1);
  });
});
