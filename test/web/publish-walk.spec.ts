import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectBundle } from '../../src/audit/verify-bundle.js';
import { whoSigned } from '../../src/audit/who-signed.js';
import type { Running } from '../../src/app/process-life.js';
import { describeInBrowser } from './support/browser.js';
import { completedMeasure } from './support/completed-measure.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { workerBeside } from './support/worker-beside.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const PLAN = [
  'มาตรการ,วิธีดำเนินการ,ระยะเวลา,ผู้รับผิดชอบ',
  'เผยแพร่ผลการจัดซื้อจัดจ้าง,1. รวบรวมผลทุกเดือน,ตลอดปีงบประมาณ,กองคลัง',
  'จัดทำคู่มือการให้บริการ,1. ทบทวนขั้นตอน,ตลอดปีงบประมาณ,สำนักปลัด',
].join('\r\n');

describeInBrowser('documents, from a file to the public', () => {
  let web: WebAtBrowsers;
  let worker: Running;
  let fiscalYear: number;

  beforeAll(async () => {
    web = await webAtBrowsers();
    worker = await workerBeside(web);
    const [row] = await web.agency.database.look<{ year: number }>(
      `select (extract(year from now() at time zone 'Asia/Bangkok' + interval '3 months') + 543)::int as year`,
    );
    fiscalYear = row?.year ?? 0;
    await completedMeasure(web.agency, fiscalYear, 'เผยแพร่แผนการใช้จ่ายงบประมาณ');
    for (const name of ['officer', 'chief', 'executive', 'auditor']) await web.arrives(name);
  }, 180_000);
  afterAll(async () => {
    await worker?.stop();
    await web?.close();
  }, 60_000);

  const at = (name: string): PersonAtBrowser => web.at(name);

  it('imports a plan after showing what it would bring', async () => {
    const officer = at('officer');
    await officer.opens('/imports');
    await officer.reads('นำเข้ามาตรการจากไฟล์');
    await officer.presses('ตรวจไฟล์');
    await officer.sees('กรุณาเลือกไฟล์');
    await officer.page.setInputFiles('#file', { name: 'แผน.csv', mimeType: 'text/csv', buffer: Buffer.from(PLAN) });
    await officer.presses('ตรวจไฟล์');
    await officer.reads('พบ ๒ มาตรการ');
    await officer.sees('แผน.csv');
    await officer.presses('นำเข้า ๒ มาตรการเป็นร่าง');
    await officer.reads('มาตรการ');
    await officer.sees('นำเข้าแล้ว ๒ มาตรการเป็นร่าง');
    await officer.sees('จัดทำคู่มือการให้บริการ');
  });

  it('drafts an announcement from its template, previews it as a PDF and submits it', async () => {
    const officer = at('officer');
    await officer.opens('/announcements');
    await officer.reads('ประกาศ');
    await officer.follows('ร่างประกาศ');
    await officer.reads('จะร่างประกาศเรื่องใด');
    await officer.follows('No Gift Policy');
    await officer.presses('บันทึกร่าง');
    await officer.sees('กรุณากรอกข้อมูล “ช่องทางแจ้งเบาะแส”');
    await officer.fills('ช่องทางแจ้งเบาะแส', 'https://www.example.go.th/report');
    await officer.fills('ข้อปฏิบัติเพิ่มเติม', 'แจ้งผู้บังคับบัญชาภายในสามวัน');
    await officer.presses('บันทึกร่าง');
    await officer.reads('นโยบายไม่รับของขวัญ');
    const href = await officer.page.getByRole('link', { name: 'เปิดร่างเป็น PDF' }).getAttribute('href');
    const draft = await officer.page.request.get(href ?? '');
    expect([draft.status(), draft.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await draft.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await officer.presses('เสนอลงนาม');
    await officer.reads('นโยบายไม่รับของขวัญ');
  });

  it('publishes it once the executive has signed and the file was seen at its address', async () => {
    const executive = at('executive');
    await executive.opens('/tasks');
    await executive.follows('นโยบายไม่รับของขวัญ');
    await executive.follows('ลงนามประกาศ');
    await executive.reads('นโยบายไม่รับของขวัญ');
    await executive.sees('นายกองค์การบริหารส่วนตำบลตัวอย่าง');
    await executive.presses('ลงนามประกาศ');
    await executive.sees('ลงนามแล้ว');

    const officer = at('officer');
    await officer.opens('/publications');
    await officer.waitsFor('เผยแพร่แล้ว ๑ ฉบับ');
    await officer.reads('การเผยแพร่');
  });

  it('stands at its permanent address with its hash, and is verified by anybody', async () => {
    const citizen = at('officer');
    await citizen.opens('/p/tua-yang');
    await citizen.reads('ข้อมูลเปิดเผย');
    await citizen.follows('นโยบายไม่รับของขวัญ');
    await citizen.reads('นโยบายไม่รับของขวัญ');
    const href = await citizen.page.getByRole('link', { name: 'ดาวน์โหลด PDF' }).getAttribute('href');
    const file = await (await citizen.page.request.get(href ?? '')).body();
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect(href).toContain(sha256);
    await citizen.sees(sha256);

    await citizen.opens('/verify');
    await citizen.page.setInputFiles('#file', { name: 'ประกาศ.pdf', mimeType: 'application/pdf', buffer: file });
    await citizen.presses('ตรวจไฟล์');
    await citizen.reads('ตรวจสอบเอกสาร PDF');
    await citizen.sees('เป็นฉบับจริงและเป็นฉบับปัจจุบัน');
    const altered = Buffer.concat([file, Buffer.from('\n% more')]);
    await citizen.page.setInputFiles('#file', { name: 'ปลอม.pdf', mimeType: 'application/pdf', buffer: altered });
    await citizen.presses('ตรวจไฟล์อื่น');
    await citizen.sees('ไฟล์ถูกแก้ไขหลังประทับรับรอง');
  });

  it('compiles a report with its gaps first, which the chief administrator signs', async () => {
    const officer = at('officer');
    await officer.opens('/reports');
    await officer.follows('จัดทำรายงาน');
    await officer.reads('จัดทำรายงาน');
    await officer.sees('๒ มาตรการยังไม่ครบ');
    await officer.presses('จัดทำร่างรายงาน');
    await officer.reads('รายงานผลการดำเนินการ');
    await officer.sees('ยังมีมาตรการที่ข้อมูลไม่ครบ');
    await officer.follows('รวบรวมใหม่จากข้อมูลล่าสุด');
    await officer.reads('จัดทำรายงาน');
    await officer.page.getByLabel('จัดทำโดยไม่รวม').check();
    await officer.presses('รวบรวมใหม่');
    await officer.presses('เสนอปลัดลงนาม');
    await officer.reads('รายงานผลการดำเนินการ');

    const chief = at('chief');
    await chief.opens('/tasks');
    await chief.follows('รายงานผลการดำเนินการ');
    await chief.follows('ลงนามรับรองรายงาน');
    await chief.reads('รายงานผลการดำเนินการ');
    await chief.sees('๒ มาตรการยังไม่ครบ และผู้จัดทำเลือกไม่รวม');
    await chief.presses('ลงนามรับรองรายงาน');
    await chief.waitsFor('เผยแพร่แล้ว');
    await chief.reads('รายงานผลการดำเนินการ');
  });

  it('withdraws the announcement with a public reason, and its file is gone', async () => {
    const executive = at('executive');
    await executive.opens('/announcements');
    await executive.follows('นโยบายไม่รับของขวัญ');
    await executive.follows('เพิกถอนการเผยแพร่');
    await executive.reads('เพิกถอนการเผยแพร่');
    await executive.fills('เหตุผล', 'ออกประกาศฉบับใหม่');
    await executive.presses('เพิกถอนการเผยแพร่');
    await executive.opens('/publications');
    await executive.waitsFor('เพิกถอนการเผยแพร่');
    await executive.opens('/p/tua-yang');
    await executive.follows('นโยบายไม่รับของขวัญ');
    await executive.reads('นโยบายไม่รับของขวัญ');
    await executive.sees('เหตุผล: ออกประกาศฉบับใหม่');
    expect(await executive.page.getByRole('link', { name: 'PDF' }).count()).toBe(1); // only the verifier in the header
  });

  it('shows the whole history to the auditor, with its chain intact', async () => {
    const auditor = at('auditor');
    await auditor.opens('/history');
    await auditor.reads('ประวัติ');
    await auditor.sees('ประวัติครบถ้วน ไม่ถูกแก้ไข');
  });

  it('gives the auditor a bundle that names the signers of a published file, offline', async () => {
    const auditor = at('auditor');
    await auditor.opens('/history/proof');
    await auditor.reads('หลักฐานของประวัติ');
    await auditor.presses('จัดทำชุดบันทึก');
    await auditor.opens('/history/proof');
    await auditor.waitsFor('ดาวน์โหลด (');
    const href = await auditor.page.getByRole('link', { name: /^ดาวน์โหลด \(/ }).getAttribute('href');
    const response = await auditor.page.request.get(href ?? '');
    expect(response.headers()['content-type']).toBe('application/x-tar');
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    try {
      const path = join(folder, 'audit.tar');
      writeFileSync(path, await response.body());
      const logKey = (await (await auditor.page.request.get('/p/tua-yang/log-key.txt')).text()).trim();
      const { verdict, facts } = await inspectBundle(path, { logKey });
      expect(verdict).toMatchObject({ usable: true, intact: true, notes: [] });
      const file = facts?.records.editions.find(({ itemKind, sealedSha256 }) => itemKind === 'report' && sealedSha256);
      const answers = facts ? whoSigned(facts, file?.sealedSha256 ?? '') : [];
      expect(answers.flatMap(({ signatures }) => signatures).map(({ person }) => person)).not.toHaveLength(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('surprised nobody on the way', () => {
    expect(web.surprises).toEqual([]);
  });
});
