import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import { repairAsked, runClock, runPostman } from '../../src/jobs/timed-work.js';
import { EmailSender } from '../../src/notices/email-sender.js';
import { saveWishes } from '../../src/notices/preferences.js';
import { MessageSending } from '../../src/notices/send-messages.js';
import { LINKS } from '../notices/notice-bench.js';
import { LoopbackMail } from '../notices/loopback-mail.js';
import { ScheduleBench } from '../schedule/schedule-bench.js';

const SIGNAL = new AbortController().signal;

let bench: ScheduleBench;
let mail: LoopbackMail;
const reports: string[] = [];
const report = (message: string): void => void reports.push(message);
beforeAll(async () => {
  bench = await ScheduleBench.open();
  mail = await LoopbackMail.open();
});
beforeEach(async () => {
  await bench.forget();
  mail.received.length = 0;
  reports.length = 0;
});
afterAll(async () => {
  await mail.close();
  await bench.close();
});

const clock = (): Promise<number> => runClock(bench.agency.unitOfWork, report, SIGNAL);
const isDue = (condition = 'true'): Promise<object[]> =>
  bench.agency.database.look(
    `update timed_work set fires_at = now() - interval '1 second' where kind = 'before' and ${condition}`,
  );

describe('the clock of the worker', () => {
  it('does nothing before the time and fires once after it, over every organization', async () => {
    await bench.submitted();
    expect(await clock()).toBe(0);
    await isDue();
    expect(await clock()).toBe(1);
    expect(await clock()).toBe(0);
    expect(await bench.told()).toEqual(['head-finance waiting', 'head-finance reminder']);
  });

  it('reminds of emergency decisions that nobody ratified, also of those it was never told of', async () => {
    const { agency } = bench;
    const { id } = await bench.submitted();
    await agency.database.look(
      `insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason)
       values ($1, $2, 'measure', $2, 1, 'sign_off', $3, 'น้ำท่วม')`,
      [agency.organizationId, id, agency.personId('officer')],
    );
    await repairAsked(agency.unitOfWork, ITEM_KINDS, report, SIGNAL);
    await agency.database.look(`update notice set created_at = created_at - interval '2 hours'`);
    await agency.database.look(`update override_reminder set fires_at = now() - interval '1 second' where nth = 1`);
    expect([await clock(), await clock()]).toEqual([1, 0]);
    const unratified = (await bench.told()).filter((line) => line.endsWith('unratified'));
    expect(unratified.filter((line) => line.startsWith('chief'))).toHaveLength(2);
    await agency.database.look('truncate item_override cascade');
  });

  it('keeps going when an organization fails, and says so', async () => {
    await bench.submitted();
    await isDue();
    await bench.agency.database.look(`alter table notice add constraint broken check (kind <> 'reminder') not valid`);
    expect(await clock()).toBe(0);
    expect(reports).toEqual(['timed work failed and stays due']);
    await bench.agency.database.look('alter table notice drop constraint broken');
    expect(await clock()).toBe(1);
  });
});

describe('the postman of the worker', () => {
  it('carries out what the submission told, once', async () => {
    const { organizationId, unitOfWork } = bench.agency;
    const wishes = { email: 'finance@example.go.th', kinds: {} };
    await unitOfWork.inTenant(organizationId, (tx) =>
      saveWishes(tx, { organizationId, personId: bench.agency.personId('head-finance'), wishes }),
    );
    const measure = await bench.submitted();
    await bench.agency.database.look(`update notice_message set next_at = now() - interval '1 second'`); // a test may run at night
    const sender = new EmailSender({ smtpUrl: mail.url, from: 'notices@example.go.th' });
    const sending = new MessageSending(unitOfWork, { email: sender }, LINKS);
    await runPostman(unitOfWork, sending, SIGNAL);
    await runPostman(unitOfWork, sending, SIGNAL);
    expect(mail.received.map(({ to }) => to)).toEqual([['finance@example.go.th']]);
    const [{ body, headers } = { body: '', headers: new Map<string, string>() }] = mail.received;
    expect(body).toContain(`https://prongsai.example.go.th/measures/${measure.id}`);
    const everything = [body, ...headers.values()].join('\n');
    for (const secret of [measure.title, 'นาง', 'สรุปแผนการใช้จ่าย']) expect(everything).not.toContain(secret);
  });
});

describe('the repair of the worker', () => {
  it('asks for what the door forgot and names it in the log', async () => {
    const { id } = await bench.submitted();
    await bench.agency.database.look('truncate asked_signature, timed_work');
    const run = (): Promise<number> => repairAsked(bench.agency.unitOfWork, ITEM_KINDS, report, SIGNAL);
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    expect(reports).toEqual(['asked signatures were put right']);
    expect(await bench.agency.database.look('select item_id from asked_signature')).toEqual([{ item_id: id }]);
  });
});
