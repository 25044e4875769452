import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const TITLE = 'เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส';

describeInBrowser('a measure, through the pages', () => {
  let web: WebAtBrowsers;

  beforeAll(async () => {
    web = await webAtBrowsers('officer', 'head-finance', 'head-works', 'executive');
  }, 120_000);
  afterAll(() => web?.close());

  const at = (name: string): PersonAtBrowser => web.at(name);

  it('is drafted by an officer, who is told what is missing and keeps the input', async () => {
    const officer = at('officer');
    await officer.follows('มาตรการ');
    await officer.reads('มาตรการ');
    await officer.follows('เพิ่มมาตรการ');
    await officer.reads('เพิ่มมาตรการ');
    await officer.fills('กลุ่มมาตรการ', 'มาตรการด้านงบประมาณ');
    await officer.presses('บันทึกร่าง');
    await officer.reads('เพิ่มมาตรการ');
    await officer.sees('กรุณาระบุชื่อมาตรการ');
    expect(await officer.page.getByLabel('กลุ่มมาตรการ').inputValue()).toBe('มาตรการด้านงบประมาณ');

    await officer.fills('ชื่อมาตรการ', TITLE);
    await officer.fills('วิธีดำเนินการ', '1. จัดทำสรุปแผนการใช้จ่าย\n2. เผยแพร่บนเว็บไซต์');
    await officer.page.locator('#periodText').fill('ทุกไตรมาส');
    await officer.page.getByLabel('กองคลัง').check();
    await officer.page.getByLabel('กองช่าง').check();
    await officer.presses('บันทึกร่าง');

    await officer.reads(TITLE);
    await officer.sees('บันทึกร่างแล้ว');
    await officer.sees('เผยแพร่บนเว็บไซต์');
  });

  it('is submitted, signed off by one division and returned by the other with a reason', async () => {
    await at('officer').presses('เสนอให้ส่วนราชการเห็นชอบ');
    await at('officer').reads(TITLE);
    await at('officer').sees('รอ ผู้อำนวยการกองคลัง');

    const finance = at('head-finance');
    await finance.opens('/tasks');
    await finance.reads('งานของฉัน');
    await finance.follows(TITLE);
    await finance.presses('เห็นชอบ');
    await finance.reads(TITLE);
    await finance.sees('เห็นชอบแล้ว');

    const works = at('head-works');
    await works.opens('/tasks');
    await works.follows(TITLE);
    await works.follows('ส่งคืนแก้ไข');
    await works.reads('ส่งคืนแก้ไข');
    await works.presses('ส่งคืนแก้ไข');
    await works.sees('กรุณาระบุเหตุผล');
    await works.fills('เหตุผล', 'ขอให้ระบุช่องทางเผยแพร่');
    await works.presses('ส่งคืนแก้ไข');
    await works.reads(TITLE);
  });

  it('comes back to the officer with the reason, is corrected and submitted again', async () => {
    const officer = at('officer');
    await officer.opens('/tasks');
    await officer.follows(TITLE);
    await officer.sees('ขอให้ระบุช่องทางเผยแพร่');
    await officer.follows('แก้ไข');
    await officer.reads('แก้ไขมาตรการ');
    await officer.sees('ขอให้ระบุช่องทางเผยแพร่');
    await officer.fills('วิธีดำเนินการ', '1. จัดทำสรุปแผนการใช้จ่าย\n2. เผยแพร่บนเว็บไซต์และบอร์ดประชาสัมพันธ์');
    await officer.presses('บันทึกร่าง');
    await officer.presses('เสนอให้ส่วนราชการเห็นชอบ');
    await officer.reads(TITLE);
  });

  it('is signed off by both divisions and approved by the executive', async () => {
    for (const [name, deed] of [
      ['head-finance', 'เห็นชอบ'],
      ['head-works', 'เห็นชอบ'],
      ['executive', 'อนุมัติ'],
    ] as const) {
      await at(name).opens('/tasks');
      await at(name).follows(TITLE);
      await at(name).presses(deed);
      await at(name).reads(TITLE);
    }
    await at('executive').sees('อนุมัติแล้ว');
  });

  it('gets its results, which both divisions endorse, and is completed', async () => {
    const officer = at('officer');
    await officer.opens('/measures');
    await officer.follows(TITLE);
    await officer.follows('บันทึกผลการดำเนินงาน');
    await officer.reads(TITLE);
    await officer.fills('ผลการดำเนินงาน', '- เผยแพร่ครบสี่ไตรมาส');
    await officer.fills('ผลลัพธ์หรือความสำเร็จ', '- ประชาชนตรวจสอบได้');
    await officer.fills('หลักฐานบนเว็บไซต์', 'แผน https://www.example.go.th/plan.pdf');
    await officer.presses('บันทึกผล');
    await officer.presses('เสนอผลให้รับรอง');
    await officer.reads(TITLE);
    for (const name of ['head-finance', 'head-works']) {
      await at(name).opens('/tasks');
      await at(name).follows(TITLE);
      await at(name).presses('รับรองผล');
      await at(name).reads(TITLE);
    }
    await at('head-works').sees('เสร็จสิ้น');
    const [stored] = await web.agency.database.look<{ state: string }>('select state from measure');
    expect(stored?.state).toBe('completed');
  });

  it('surprised nobody on the way', () => {
    expect(web.surprises).toEqual([]);
  });
});
