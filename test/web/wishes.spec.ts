import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { LinePlatform } from './support/line-platform.js';
import { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let line: LinePlatform;
let web: RunningWeb;
beforeAll(async () => {
  line = await LinePlatform.open();
  web = await runningWeb('tua-yang', line.account);
});
afterAll(async () => {
  await web.close();
  await line.close();
});

describe('wishes through the API', () => {
  const at = '/api/v1/notices/wishes';

  it('are the usual ones, then one’s own', async () => {
    const chief = await Program.signedIn(web.address, 'chief');
    expect((await chief.get(at)).json).toMatchObject({ email: null, quiet: null, kinds: { waiting: { inApp: true } } });
    const wishes = {
      email: 'chief@example.go.th',
      lineUserId: null,
      quiet: { from: 1_260, until: 360 },
      kinds: { waiting: { inApp: true, email: 'digest', line: 'off' } },
    };
    expect((await chief.put(at, wishes)).status).toBe(204);
    const { json } = await chief.get(at);
    expect(json).toMatchObject(wishes);
    expect(json.kinds.returned).toEqual({ inApp: true, email: 'at-once', line: 'at-once' });
  });

  it.each<object>([
    { email: 'not an address' },
    { quiet: { from: -1, until: 0 } },
    { kinds: { waiting: { inApp: true, email: 'hourly', line: 'off' } } },
    { kinds: { 'delivery-problem': { inApp: true, email: 'off', line: 'off' } } },
    { kinds: { waiting: null } },
  ])('are refused where they make no sense: %j', async (wrong) => {
    const officer = await Program.signedIn(web.address, 'officer');
    const { status, json } = await officer.put(at, { email: null, quiet: null, kinds: {}, ...wrong });
    expect([status, json.code]).toEqual([422, 'input.invalid']);
  });
});

describeInBrowser('wishes, through the page without scripts', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('are kept, with what was typed wrongly shown again', async () => {
    const head = await PersonAtBrowser.signedIn(browser, web.address, 'head-finance');
    await head.follows('การแจ้งเตือน');
    await head.follows('ตั้งค่าการแจ้งเตือน');
    await head.reads('การตั้งค่าการแจ้งเตือน');
    expect(await head.page.locator('main').innerText()).not.toContain('ผู้บังคับบัญชา');
    await head.fills('อีเมล', 'ผิดรูป');
    await head.page.getByLabel('มีเรื่องรอท่านพิจารณา ทางอีเมล').selectOption({ label: 'สรุปวันละครั้ง' });
    await head.presses('บันทึกการตั้งค่า');
    await head.reads('การตั้งค่าการแจ้งเตือน');
    await head.sees('มี ๑ จุดที่ต้องแก้ไข');
    expect(await head.page.getByLabel('มีเรื่องรอท่านพิจารณา ทางอีเมล').inputValue()).toBe('waiting:digest');
    await head.fills('อีเมล', 'head@example.go.th');
    await head.page.getByLabel('งดส่งตั้งแต่', { exact: true }).selectOption('1320');
    await head.page.getByLabel('เรื่องของท่านพิจารณาครบแล้ว ในระบบ').uncheck();
    await head.presses('บันทึกการตั้งค่า');
    await head.reads('การตั้งค่าการแจ้งเตือน');
    await head.sees('บันทึกการตั้งค่าการแจ้งเตือนแล้ว');
    expect(await head.page.getByLabel('งดส่งตั้งแต่', { exact: true }).inputValue()).toBe('1320');
    const kept = await web.agency.database.look(
      `select kind, in_app, email from notice_preference where person_id = $1 and kind in ('waiting', 'decided') order by kind`,
      [web.agency.personId('head-finance')],
    );
    expect(kept).toEqual([
      { kind: 'decided', in_app: false, email: 'digest' },
      { kind: 'waiting', in_app: true, email: 'digest' },
    ]);
  });

  it('lead to LINE by a code, and away from it by a button', async () => {
    const officer = await PersonAtBrowser.signedIn(browser, web.address, 'officer');
    await officer.opens('/notices/wishes');
    await officer.sees('ยังไม่ได้เชื่อม');
    expect(await officer.page.locator('input[name=lineUserId]').count()).toBe(0);
    await officer.presses('เชื่อม LINE');
    await officer.reads('เชื่อม LINE');
    const first = await officer.page.locator('.secret').innerText();
    await officer.presses('ขอรหัสใหม่');
    await officer.reads('เชื่อม LINE');
    const code = await officer.page.locator('.secret').innerText();
    expect(code).not.toBe(first);
    const friend = officer.page.getByRole('link', { name: 'เป็นเพื่อนใน LINE' });
    expect(await friend.getAttribute('href')).toBe('https://line.me/R/ti/p/%40123abcde');
    const talk = officer.page.getByRole('link', { name: 'เปิดแชตใน LINE' });
    expect(await talk.getAttribute('href')).toBe(`https://line.me/R/oaMessage/%40123abcde/?${code}`);
    expect(await officer.page.getByRole('img', { name: 'QR code เพิ่ม @123abcde' }).count()).toBe(1);
    const event = line.says(line.person(), code);
    await line.tells(web.address, [event]);
    expect(await line.api.replyTo(event)).toContain('เชื่อมแล้ว');
    await officer.follows('ดูว่าเชื่อมแล้วหรือยัง');
    await officer.reads('การตั้งค่าการแจ้งเตือน');
    await officer.sees('เชื่อมแล้วเมื่อ');
    await officer.presses('ยกเลิกการเชื่อม');
    await officer.reads('การตั้งค่าการแจ้งเตือน');
    await officer.sees('ยังไม่ได้เชื่อม');
    expect(await officer.page.locator('body').innerText()).toContain('ยกเลิกการเชื่อม LINE แล้ว');
  });

  it('say when a reader has left LINE', async () => {
    const chief = await PersonAtBrowser.signedIn(browser, web.address, 'chief');
    await chief.opens('/notices/wishes');
    await chief.presses('เชื่อม LINE');
    const lineUserId = line.person();
    await line.tells(web.address, [line.says(lineUserId, await chief.page.locator('.secret').innerText())]);
    await line.tells(web.address, [line.leaves(lineUserId)]);
    await chief.opens('/notices');
    await chief.sees('การแจ้งเตือนส่งถึง LINE ของท่านไม่ได้แล้ว');
    await chief.opens('/notices/wishes');
    await chief.reads('การตั้งค่าการแจ้งเตือน');
    await chief.sees('LINE ของท่านเลิกเชื่อมเมื่อ');
    await chief.sees('ยังไม่ได้เชื่อม');
  });

  it('tell of messages that did not arrive', async () => {
    await web.agency.database.look(
      `insert into notice_message (organization_id, id, person_id, channel, state, created_at, next_at, ended_at, last_problem)
       values ($1, gen_random_uuid(), $2, 'email', 'failed', now(), now(), now(), 'no such address')`,
      [web.agency.organizationId, web.agency.personId('executive')],
    );
    const executive = await PersonAtBrowser.signedIn(browser, web.address, 'executive');
    await executive.opens('/notices/wishes');
    await executive.reads('การตั้งค่าการแจ้งเตือน');
    await executive.sees('อีเมล ส่งไม่สำเร็จ ๑ ฉบับ');
    await executive.sees('เกินกำหนด (ผู้บังคับบัญชา)');
  });
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
