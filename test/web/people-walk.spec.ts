import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure } from '../support/agency.js';
import { actsOn } from '../support/deeds.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('people, posts and divisions, through the pages without scripts', () => {
  let web: WebAtBrowsers;
  let admin: PersonAtBrowser;
  let secret = '';

  beforeAll(async () => {
    web = await webAtBrowsers('admin');
    admin = web.at('admin');
  }, 120_000);
  afterAll(() => web?.close());

  const chooses = (label: string, option: RegExp): Promise<unknown> =>
    admin.page
      .getByLabel(label, { exact: true })
      .locator('option')
      .filter({ hasText: option })
      .first()
      .getAttribute('value')
      .then((value) => admin.page.getByLabel(label, { exact: true }).selectOption(value ?? ''));
  const opens = (summary: string) => admin.page.locator('summary', { hasText: summary }).click();

  it('begin at one overview of what an administrator keeps', async () => {
    await admin.follows('ผู้ดูแลระบบ');
    await admin.reads('ผู้ดูแลระบบ');
    await admin.sees('ทุกเรื่องที่รออยู่มีผู้ลงนามได้');
    await admin.follows('บุคคล');
    await admin.reads('บุคคล');
    await admin.sees('นางสาวสมมุติ ขยันเขียน');
  });

  it('get an account whose secret is shown once', async () => {
    await admin.follows('เพิ่มบุคคล');
    await admin.reads('เพิ่มบุคคล');
    await admin.fills('ชื่อและนามสกุล', 'นางสาวสมมุติ มาใหม่');
    await admin.fills('ชื่อผู้ใช้', 'officer');
    await admin.presses('เพิ่มบุคคลและออกรหัส');
    await admin.reads('เพิ่มบุคคล');
    await admin.sees('มีผู้ใช้ชื่อนี้แล้ว');
    await admin.fills('ชื่อผู้ใช้', 'new.comer');
    await admin.presses('เพิ่มบุคคลและออกรหัส');
    await admin.reads('รหัสใช้ครั้งเดียว');
    secret = await admin.page.locator('.secret').innerText();
    expect(secret).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    await admin.page.reload();
    await admin.sees('รหัสแสดงไปแล้ว');
    expect(await admin.page.content()).not.toContain(secret);
  });

  it('are appointed to a post, with the reason where it cannot be', async () => {
    await admin.follows('ไปหน้าของบุคคล');
    await admin.reads('นางสาวสมมุติ มาใหม่');
    await admin.sees('ยังไม่เคยดำรงตำแหน่ง');
    await admin.follows('แต่งตั้งให้ดำรงตำแหน่ง');
    await admin.reads('แต่งตั้งให้ดำรงตำแหน่ง');
    await chooses('ตำแหน่ง', /ผู้อำนวยการกองคลัง/);
    await admin.presses('บันทึกการดำรงตำแหน่ง');
    await admin.reads('แต่งตั้งให้ดำรงตำแหน่ง');
    await admin.sees('มีผู้อื่นดำรงตำแหน่งนี้');
    await chooses('ตำแหน่ง', /นักวิเคราะห์/);
    await admin.presses('บันทึกการดำรงตำแหน่ง');
    await admin.reads('นางสาวสมมุติ มาใหม่');
    await admin.sees('บันทึกการดำรงตำแหน่งแล้ว');
    await admin.sees('ปัจจุบัน');
  });

  it('choose a password of their own before they see anything else', async () => {
    const context = await web.browser.newContext({ baseURL: web.address, locale: 'th-TH' });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('ชื่อผู้ใช้').fill('new.comer');
    await page.getByLabel('รหัสผ่าน').fill(secret);
    await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
    await page.goto('/measures');
    expect(page.url()).toBe(`${web.address}/password`);
    for (const [label, value] of [
      ['รหัสใช้ครั้งเดียว', secret],
      ['รหัสผ่านใหม่', 'ดอกไม้บานริมคลอง'],
      ['รหัสผ่านใหม่อีกครั้ง', 'ดอกไม้บานริมทาง'],
    ])
      await page.getByLabel(label ?? '', { exact: true }).fill(value ?? '');
    await page.getByRole('button', { name: 'ตั้งรหัสผ่านใหม่' }).click();
    expect(await page.locator('main').innerText()).toContain('ไม่ตรงกัน');
    for (const [label, value] of [
      ['รหัสใช้ครั้งเดียว', secret],
      ['รหัสผ่านใหม่', 'ดอกไม้บานริมคลอง'],
      ['รหัสผ่านใหม่อีกครั้ง', 'ดอกไม้บานริมคลอง'],
    ])
      await page.getByLabel(label ?? '', { exact: true }).fill(value ?? '');
    await page.getByRole('button', { name: 'ตั้งรหัสผ่านใหม่' }).click();
    expect(await page.locator('h1').innerText()).toBe('งานของฉัน');
    await context.close();
  });

  it('lose their open sessions with a new secret', async () => {
    const before = await Visit.signedIn(web.address, 'chief');
    await admin.opens(`/admin/people/${web.agency.personId('chief')}`);
    await opens('ลืมรหัสผ่าน');
    await admin.presses('ยืนยันออกรหัสใช้ครั้งเดียว');
    await admin.reads('รหัสใช้ครั้งเดียว');
    const after = await before.get('/tasks');
    expect([after.status, after.headers.get('location')]).toEqual([303, '/sign-in?returnTo=%2Ftasks']);
  });

  it('are led to hand-over when an account with duties is to be closed', async () => {
    await admin.opens(`/admin/people/${web.agency.personId('head-works')}`);
    await opens('ปิดบัญชี');
    await admin.presses('ยืนยันปิดบัญชี');
    await admin.reads('ส่งมอบงาน');
    await admin.sees('ยังมีงานค้าง');
    expect(await admin.page.getByLabel('ผู้ส่งมอบ', { exact: true }).inputValue()).toBe(web.agency.personId('head-works'));
  });

  it('leave work behind that nobody may sign: administrators see it at once', async () => {
    const { agency } = web;
    const { organizationId } = agency;
    const content = aMeasure([agency.divisions.get('กองช่าง') ?? ''], { title: 'เผยแพร่แผนงานก่อสร้าง' });
    const measure = await agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    await actsOn(agency, 'officer', 'submit', measure);
    await agency.database.look('update person set closed_at = now() where id = $1', [agency.personId('head-works')]);
    await admin.opens('/tasks');
    await admin.sees('มี ๑ เรื่องที่ไม่มีผู้ลงนามได้');
    await admin.opens('/admin');
    await admin.reads('ผู้ดูแลระบบ');
    await admin.follows('ดูเรื่องและแต่งตั้งผู้รักษาราชการแทน');
    await admin.reads('งานที่ไม่มีผู้ลงนาม');
    await admin.sees('เผยแพร่แผนงานก่อสร้าง');
    await admin.sees('ผู้อำนวยการกองช่าง: ไม่มีผู้ดำรงตำแหน่ง');
    await admin.follows('บันทึกคำสั่งรักษาราชการแทน');
    await admin.reads('บันทึกคำสั่งรักษาราชการแทน');
    const chosen = admin.page.getByLabel('ตำแหน่งที่ปฏิบัติแทน', { exact: true }).locator('option:checked');
    expect(await chosen.innerText()).toBe('ผู้อำนวยการกองช่าง');
    await agency.database.look('update person set closed_at = null where id = $1', [agency.personId('head-works')]);
  });

  it('leave a post on a day, and the post and its division can be changed', async () => {
    await admin.opens(`/admin/people/${web.agency.personId('head-education')}`);
    await admin.follows('กำหนดวันสิ้นสุด');
    await admin.reads('กำหนดวันสิ้นสุดการดำรงตำแหน่ง');
    await admin.presses('บันทึกวันสิ้นสุด');
    await admin.sees('มี ๑ จุดที่ต้องแก้ไข');
    await admin.fillsDate('endsOn', '๓๐', '9', '๒๕๖๘');
    await admin.presses('บันทึกวันสิ้นสุด');
    await admin.reads('นางสาวตัวอย่าง ใฝ่เรียน');
    await admin.sees('สิ้นสุดแล้ว');
    await admin.opens('/admin/posts');
    await admin.reads('ตำแหน่ง');
    await admin.sees('ไม่มีผู้ดำรงตำแหน่ง');
    await admin.follows('ผู้อำนวยการกองการศึกษา');
    await admin.reads('แก้ไขตำแหน่ง');
    await opens('ยกเลิกตำแหน่ง');
    await admin.presses('ยืนยันยกเลิกตำแหน่ง');
    await admin.sees('ยกเลิกตำแหน่งแล้ว');
    await admin.follows('เพิ่มตำแหน่ง');
    await admin.reads('เพิ่มตำแหน่ง');
    await admin.fills('ชื่อตำแหน่ง', 'ผู้อำนวยการกองศึกษาและวัฒนธรรม');
    await admin.page.getByLabel('หัวหน้าส่วนราชการ', { exact: true }).check();
    await admin.presses('เพิ่มตำแหน่ง');
    await admin.sees('ต้องระบุส่วนราชการ');
    await chooses('ส่วนราชการ', /กองการศึกษา/);
    await admin.presses('เพิ่มตำแหน่ง');
    await admin.sees('เพิ่มตำแหน่งแล้ว');
    await admin.follows('ส่วนราชการ');
    await admin.reads('ส่วนราชการ');
    await admin.follows('กองการศึกษา');
    await admin.reads('แก้ไขส่วนราชการ');
    await admin.fills('ชื่อส่วนราชการ', 'กองการศึกษา ศาสนา และวัฒนธรรม');
    await admin.presses('บันทึกส่วนราชการ');
    await admin.sees('กองการศึกษา ศาสนา และวัฒนธรรม');
  });

  it('fill pages of fifty, and are found by a part of their name', async () => {
    await web.agency.database.look(
      `insert into person (organization_id, id, name, user_name, password_hash)
       select $1, gen_random_uuid(), 'นายสมมุติ ลำดับ' || lpad(n::text, 3, '0'), 'many' || n, 'x' from generate_series(1, 200) n`,
      [web.agency.organizationId],
    );
    await admin.opens('/admin/people?page=2');
    await admin.reads('บุคคล');
    expect(await admin.page.locator('tbody tr').count()).toBe(50);
    await admin.fills('ค้นหาชื่อ', 'ลำดับ19');
    await admin.presses('ค้นหา');
    expect(await admin.page.locator('tbody tr').count()).toBe(10);
    await admin.fills('ค้นหาชื่อ', 'ไม่มีใครชื่อนี้');
    await admin.presses('ค้นหา');
    await admin.reads('บุคคล');
    await admin.sees('ไม่พบชื่อ');
  });

  it('are the administrator’s business only', async () => {
    const officer = await Visit.signedIn(web.address, 'officer');
    for (const path of ['', '/people', '/people/new', '/posts', '/posts/new', '/divisions', '/unsigned'])
      expect([path, (await officer.get(`/admin${path}`)).status]).toEqual([path, 403]);
    expect((await officer.post('/admin/people/new', { name: 'ก', userName: 'sneaky' })).status).toBe(403);
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
