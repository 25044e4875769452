import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure } from '../support/agency.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('holidays, milestones and lateness, through the pages without scripts', () => {
  let web: WebAtBrowsers;
  let admin: PersonAtBrowser;

  beforeAll(async () => {
    web = await webAtBrowsers('admin');
    admin = web.at('admin');
  }, 120_000);
  afterAll(() => web?.close());

  it('let an administrator close the office on a day and take it back', async () => {
    await admin.opens('/admin/holidays?year=2569');
    await admin.reads('วันหยุด');
    await admin.sees('วันขึ้นปีใหม่');
    await admin.presses('บันทึกวันของหน่วยงาน');
    await admin.reads('วันหยุด');
    await admin.sees('มี ๒ จุดที่ต้องแก้ไข');
    await admin.fillsDate('day', '๔', '6', '๒๕๖๙');
    await admin.fills('ชื่อวัน', 'วันหยุดประจำท้องถิ่น');
    await admin.presses('บันทึกวันของหน่วยงาน');
    await admin.reads('วันหยุด');
    await admin.sees('บันทึกวันหยุดแล้ว');
    await admin.sees('วันหยุดประจำท้องถิ่น');
    await admin.presses('กลับไปตามวันหยุดราชการ');
    await admin.reads('วันหยุด');
    expect(await admin.page.locator('tbody').innerText()).not.toContain('วันหยุดประจำท้องถิ่น');
  });

  it('show the year planned backwards, and move a milestone', async () => {
    await admin.follows('ปีประเมิน');
    await admin.reads('ปฏิทินปีประเมิน');
    await admin.page.getByLabel('ปีงบประมาณ').selectOption('2569');
    await admin.presses('แสดง');
    await admin.sees('ปิดรับข้อมูล OIT');
    await admin.sees('ประมาณจากปีก่อน');
    await admin.page.getByRole('link', { name: /แก้ไขวัน.*ปิดรับข้อมูล OIT/ }).click();
    await admin.reads('ปิดรับข้อมูล OIT');
    await admin.fillsDate('endsOn', '1', '4', '2569');
    await admin.presses('บันทึกกำหนดการ');
    await admin.reads('ปิดรับข้อมูล OIT');
    await admin.sees('มี ๑ จุดที่ต้องแก้ไข');
    await admin.fillsDate('startsOn', '8', '5', '2569');
    await admin.fillsDate('endsOn', '8', '5', '2569');
    await admin.page.getByLabel('เทียบกับปฏิทินที่ประกาศ').check();
    await admin.presses('บันทึกกำหนดการ');
    await admin.reads('ปฏิทินปีประเมิน');
    await admin.sees('๘ พ.ค. ๒๕๖๙');
    await admin.sees('หน่วยงานกำหนดตามประกาศของปี');
    await admin.page.getByRole('link', { name: /แก้ไขวัน.*ปิดรับข้อมูล OIT/ }).click();
    await admin.presses('กลับไปใช้วันตามปฏิทินปกติ');
    await admin.reads('ปฏิทินปีประเมิน');
    await admin.sees('๓๐ เม.ย. ๒๕๖๙');
  });

  it('say who is late, with nothing and with two hundred', async () => {
    await admin.follows('ความล่าช้า');
    await admin.reads('ความล่าช้า');
    await admin.sees('ไม่มีเรื่องเกินกำหนด');
    const { organizationId } = web.agency;
    const content = aMeasure([web.agency.divisions.get('กองช่าง') ?? ''], { title: 'เผยแพร่แผนงานก่อสร้างต่อสาธารณะ' });
    const measure = await web.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    await web.agency.database.look(
      `insert into asked_signature (organization_id, id, item_kind, item_id, round, stage, step, post_id, asked_at, due_in_days, due_on)
       select organization_id, gen_random_uuid(), 'measure', $1, n, 'review', 0, id, '2026-01-05', 5, '2026-01-12'
       from post, generate_series(1, 200) n where name = 'ผู้อำนวยการกองช่าง'`,
      [measure.id],
    );
    await admin.opens('/late');
    await admin.reads('ความล่าช้า');
    await admin.sees('เกินกำหนด');
    expect(await admin.page.locator('table').nth(1).locator('tbody tr').count()).toBe(50);
    await admin.opens('/late?page=4');
    await admin.reads('ความล่าช้า');
  });

  it('are read by everybody and changed by administrators', async () => {
    const officer = await Visit.signedIn(web.address, 'officer');
    const clock = await officer.get('/clock?fiscalYear=2569');
    expect([clock.status, clock.text.includes('แก้ไขวัน')]).toEqual([200, false]);
    expect((await officer.get('/late')).status).toBe(200);
    for (const path of ['/clock/2569/result', '/admin/holidays'])
      expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
    const forged = { 'endsOn.day': '1', 'endsOn.month': '1', 'endsOn.year': '2569' };
    expect((await officer.post('/clock/2569/result', forged)).status).toBe(403);
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
