import type { Running } from '../../src/app/process-life.js';
import { longPlan } from '../imports/import-bench.js';
import { Gate } from '../imports/import-gate.js';
import { describeInBrowser } from './support/browser.js';
import { workerBeside } from './support/worker-beside.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('a long file at a browser without scripts, beside a real worker', () => {
  let web: WebAtBrowsers;
  let worker: Running;

  beforeAll(async () => {
    web = await webAtBrowsers();
    worker = await workerBeside(web);
  }, 180_000);
  afterAll(async () => {
    await worker?.stop();
    await web?.close();
  }, 60_000);

  it('is confirmed, followed while it stands still in between, and found among the measures', async () => {
    const officer = await web.arrives('officer');
    const gate = await Gate.closedBefore(web.agency, 120);
    try {
      await officer.opens('/imports');
      await officer.sees('ไฟล์ที่มีมาตรการจำนวนมากใช้เวลานำเข้า');
      await officer.page.getByLabel('ปีงบประมาณของมาตรการ').selectOption('2568');
      const file = { name: 'แผนทั้งปี.csv', mimeType: 'text/csv', buffer: Buffer.from(longPlan(300)) };
      await officer.page.setInputFiles('#file', file);
      await officer.presses('ตรวจไฟล์');
      await officer.reads('พบ ๓๐๐ มาตรการ');
      await officer.follows('หน้า ๓');
      await officer.reads('พบ ๓๐๐ มาตรการ');
      await officer.sees('เผยแพร่ข้อมูลชุดที่ ๓๐๐ ต่อสาธารณะ');
      await officer.presses('นำเข้า ๓๐๐ มาตรการเป็นร่าง');
      await officer.reads('แผนทั้งปี.csv');
      await officer.waitsFor('๑๐๐ จาก ๓๐๐ มาตรการ');
      await officer.reads('แผนทั้งปี.csv');
      await officer.follows('นำเข้ามาตรการจากไฟล์');
      await officer.sees('แผนทั้งปี.csv');
      await officer.follows('แผนทั้งปี.csv');
    } finally {
      await gate.open();
    }
    await officer.waitsFor('บันทึก ๓๐๐ มาตรการเป็นร่าง');
    await officer.reads('แผนทั้งปี.csv');
    await officer.follows('ดูมาตรการที่นำเข้า');
    await officer.sees('เผยแพร่ข้อมูลชุดที่ ๑ ต่อสาธารณะ');
    await officer.leaves();
    expect(web.surprises).toEqual([]);
  }, 180_000);
});
