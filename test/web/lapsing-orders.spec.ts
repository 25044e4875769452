import { addDays } from '../../src/core/time/calendar-days.js';
import { actsFor, postOf } from '../support/deeds.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let admin: Visit;
beforeAll(async () => {
  web = await runningWeb();
  admin = await Visit.signedIn(web.address, 'admin');
}, 120_000);
afterAll(() => web.close());

const BOX = 'มี ๑ คำสั่งรักษาราชการแทนที่ไม่มีผลหรือกำลังจะไม่มีผล';

it('administrators are told at once when somebody who acts for another leaves their own post', async () => {
  const { agency } = web;
  const { database } = agency;
  const works = agency.personId('head-works');
  await actsFor(agency, 'head-works', await postOf(agency, 'head-finance'), 'acting_for', { orderedOn: '2020-01-02' });
  expect((await admin.get('/tasks')).text).not.toContain('ไม่มีผลหรือกำลังจะไม่มีผล');

  const [held] = await database.look<{ id: string; today: string }>(
    `select id, to_char((now() at time zone 'Asia/Bangkok')::date, 'YYYY-MM-DD') as today
     from appointment where person_id = $1`,
    [works],
  );
  const last = addDays(held?.today ?? '', 10);
  const [year = 0, month, day] = last.split('-').map(Number);
  const path = `/admin/people/${works}/appointments/${held?.id}`;
  await admin.get(path);
  const fields = { 'endsOn.day': String(day), 'endsOn.month': String(month), 'endsOn.year': String(year + 543) };
  const answer = await admin.post(path, fields);
  expect(answer.status).toBe(303);
  expect((await admin.get(`/admin/people/${works}`)).text).toContain('แต่ผู้นี้มีคำสั่งรักษาราชการแทนที่จะไม่มีผล');

  for (const page of ['/tasks', '/admin']) expect((await admin.get(page)).text).toContain(BOX);
  expect((await admin.get('/admin/acting')).text).toContain('ผู้ปฏิบัติไม่มีตำแหน่งของตนเอง คำสั่งจึงไม่มีผล');
  const officer = await Visit.signedIn(web.address, 'officer');
  expect((await officer.get('/tasks')).text).not.toContain('ไม่มีผลหรือกำลังจะไม่มีผล');

  const { json } = await (await Program.signedIn(web.address, 'admin')).get('/api/v1/acting-orders');
  expect(json[0].remarks).toEqual([
    { kind: 'without-post', from: addDays(last, 1) },
    { kind: 'ordered-late', from: null },
  ]);
});

describeInBrowser('the pages that tell it', () => {
  it('are accessible', async () => {
    const browser = await launchBrowser();
    const person = await PersonAtBrowser.signedIn(browser, web.address, 'admin');
    await person.sees(BOX);
    await person.follows('ดูคำสั่งและเหตุ');
    await person.reads('คำสั่งรักษาราชการแทน');
    await person.sees('คำสั่งลงวันที่หลังวันเริ่มมีผล');
    await person.leaves();
    await browser.close();
  }, 120_000);
});
