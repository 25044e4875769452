import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('an administrator, through the pages without scripts', () => {
  let web: WebAtBrowsers;
  let admin: PersonAtBrowser;

  beforeAll(async () => {
    web = await webAtBrowsers('admin');
    admin = web.at('admin');
  }, 120_000);
  afterAll(() => web?.close());

  const chooses = (label: string, option: string) =>
    admin.page.getByLabel(label, { exact: true }).selectOption({ label: option });

  it('records an acting order after reading every reason against the first try', async () => {
    await admin.follows('ผู้ดูแลระบบ');
    await admin.reads('ผู้ดูแลระบบ');
    await admin.follows('รักษาราชการแทน');
    await admin.reads('คำสั่งรักษาราชการแทน');
    await admin.sees('ยังไม่มีคำสั่ง');
    await admin.follows('บันทึกคำสั่งใหม่');
    await admin.reads('บันทึกคำสั่งรักษาราชการแทน');
    await admin.presses('บันทึกคำสั่ง');
    await admin.reads('บันทึกคำสั่งรักษาราชการแทน');
    await admin.sees('มี ๔ จุดที่ต้องแก้ไข');

    await chooses('ผู้ปฏิบัติ', 'นางสาวสมมุติ รอบคอบ');
    await chooses('ตำแหน่งที่ปฏิบัติแทน', 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง');
    await admin.fills('คำสั่งที่', '๑๒/๒๕๖๘');
    await admin.fillsDate('orderedOn', '1', '1', '2568');
    await admin.fillsDate('endsOn', '1', '1', '2567');
    await admin.presses('บันทึกคำสั่ง');
    await admin.sees('มี ๒ จุดที่ต้องแก้ไข');
    expect(await admin.page.getByLabel('คำสั่งที่', { exact: true }).inputValue()).toBe('๑๒/๒๕๖๘');

    await chooses('ตำแหน่งที่ปฏิบัติแทน', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง');
    await admin.fillsDate('endsOn', '', '', '');
    await admin.presses('บันทึกคำสั่ง');
    await admin.reads('คำสั่งรักษาราชการแทน');
    await admin.sees('บันทึกคำสั่งแล้ว');
    await admin.sees('รักษาราชการแทน นายกองค์การบริหารส่วนตำบลตัวอย่าง');
    await admin.sees('มีผลอยู่');
  });

  it('sees who acts for whom in a month, as a table and as cards', async () => {
    await admin.follows('ปฏิทินรายเดือน');
    const thisMonth = await admin.page.locator('h1').innerText();
    await admin.reads(thisMonth);
    await admin.sees('รักษาราชการแทน นายกองค์การบริหารส่วนตำบลตัวอย่าง');
    await admin.sees('มี ๑ คำสั่งที่มีผลในเดือนนี้');
    await admin.opens('/admin/acting/calendar?month=2024-12');
    await admin.reads('ธันวาคม ๒๕๖๗');
    await admin.sees('ไม่มีผู้รักษาราชการแทนในเดือนนี้');
    await admin.page.locator('.month-steps a[rel="next"]').click();
    await admin.page.waitForLoadState('load');
    await admin.reads('มกราคม ๒๕๖๘');
    await admin.opens('/admin/acting');
  });

  it('ends the order with two presses', async () => {
    await admin.page.getByText('ยกเลิกคำสั่ง', { exact: true }).click();
    await admin.presses('ยืนยันยกเลิกคำสั่ง');
    await admin.reads('คำสั่งรักษาราชการแทน');
    await admin.sees('ยกเลิกคำสั่งแล้ว');
    await admin.sees('ยกเลิกไม่ได้แล้ว');
  });

  it('sees who would be asked, and learns why a route could never complete', async () => {
    await admin.opens('/admin');
    await admin.follows('เส้นทางการพิจารณา');
    await admin.reads('เส้นทางการพิจารณา');
    await admin.page.getByLabel('กองคลัง', { exact: true }).check();
    await admin.presses('ดูว่าใครจะถูกถาม');
    await admin.sees('ผู้อำนวยการกองคลัง: นางตัวอย่าง ละเอียดดี');
    expect(await admin.page.locator('main').innerText()).not.toContain('ผู้อำนวยการกองช่าง');
    await admin.follows('แก้ไขเส้นทางของมาตรการ');
    await admin.reads('เส้นทางของมาตรการ');
    await admin.page.locator('[name="steps.0.need"]').selectOption('2');
    await admin.page.locator('[name="steps.1.stage"]').selectOption('');
    await admin.presses('บันทึกเส้นทาง');
    await admin.reads('เส้นทางของมาตรการ');
    await admin.sees('มี ๒ จุดที่ต้องแก้ไข');
    await admin.sees('ขั้นที่ ๑:');
  });

  it('gives a step two posts and a due day, for items that start from then on', async () => {
    await admin.opens('/admin/routes/report');
    await admin.page.locator('[name="steps.0.asks"]').selectOption('posts');
    await admin.page.locator('details summary').first().click();
    await admin.page.getByLabel('ผู้อำนวยการกองคลัง', { exact: true }).first().check();
    await admin.page.getByLabel('ผู้อำนวยการกองช่าง', { exact: true }).first().check();
    await admin.page.locator('[name="steps.0.need"]').selectOption('any');
    await admin.page.locator('[name="steps.0.due"]').fill('๓');
    await admin.presses('บันทึกเส้นทาง');
    await admin.reads('เส้นทางการพิจารณา');
    await admin.sees('บันทึกเส้นทางแล้ว');
    await admin.sees('รายงาน (ฉบับที่ ๒)');
    await admin.sees('ตำแหน่งใดตำแหน่งหนึ่ง ภายใน ๓ วันทำการ');
  });

  it('hands the work of one person to another, not to themselves', async () => {
    await admin.opens('/admin');
    await admin.follows('ส่งมอบงาน');
    await admin.reads('ส่งมอบงาน');
    await chooses('ผู้ส่งมอบ', 'นายตัวอย่าง มั่นคง');
    await chooses('ผู้รับมอบ', 'นายตัวอย่าง มั่นคง');
    await admin.presses('ดูสิ่งที่จะส่งมอบ');
    await admin.reads('ส่งมอบงาน');
    await admin.sees('มี ๑ จุดที่ต้องแก้ไข');
    await chooses('ผู้รับมอบ', 'นางตัวอย่าง ละเอียดดี');
    await admin.presses('ดูสิ่งที่จะส่งมอบ');
    await admin.reads('ตรวจสอบก่อนส่งมอบงาน');
    await admin.sees('จาก นายตัวอย่าง มั่นคง ถึง นางตัวอย่าง ละเอียดดี');
    await admin.sees('ตำแหน่ง ๑ ตำแหน่ง');
    await admin.presses('ยืนยันส่งมอบงาน');
    await admin.sees('ส่งมอบงานแล้ว');
    await admin.sees('ตำแหน่ง ๑ ตำแหน่ง');
  });

  it('is the only one who sees these pages', async () => {
    const officer = await Visit.signedIn(web.address, 'officer');
    expect((await officer.get('/tasks')).text).not.toContain('ผู้ดูแลระบบ');
    for (const path of [
      '/admin/acting',
      '/admin/acting/new',
      '/admin/acting/calendar',
      '/admin/routes',
      '/admin/hand-over',
    ])
      expect((await officer.get(path)).status).toBe(403);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
