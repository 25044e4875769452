import { execFileSync } from 'node:child_process';
import { has, withFile } from '../typesetting/readers.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

let web: WebAtBrowsers;
let officer: PersonAtBrowser;

beforeAll(async () => {
  web = await webAtBrowsers('officer');
  officer = web.at('officer');
}, 120_000);
afterAll(() => web?.close());

/** What a button prints of the form as it is filled in now, without leaving the page. */
async function printedBy(button: string): Promise<string> {
  const { page } = officer;
  const action = await page.getByRole('button', { name: button }).getAttribute('formaction');
  const fields = await page.evaluate(
    `Object.fromEntries([...new FormData(document.querySelector('main form[method=post]'))].filter(([, v]) => v !== ''))`,
  );
  const form = fields as Record<string, string>; // names and texts, as a form has them
  const response = await page.request.post(action ?? '', { form });
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);
  if (!has('pdftotext')) return '';
  return withFile(await response.body(), (path) =>
    execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ''),
  );
}

describeInBrowser('report layouts, through the pages without scripts', () => {
  it('begin as a copy of a preset under a name of their own', async () => {
    await officer.opens('/reports');
    await officer.follows('รูปแบบรายงาน');
    await officer.reads('รูปแบบรายงาน');
    await officer.sees('ยังไม่มีรูปแบบของหน่วยงาน');
    await officer.presses('คัดลอกแล้วแก้ไข');
    await officer.reads('รูปแบบรายงาน');
    await officer.sees('มี ๑ จุดที่ต้องแก้ไข');
    await officer.page.getByLabel('รูปแบบมาตรฐาน').selectOption('by-theme');
    await officer.fills('ชื่อรูปแบบของหน่วยงาน', 'แบบของเรา');
    await officer.presses('คัดลอกแล้วแก้ไข');
    await officer.reads('แบบของเรา');
    await officer.sees('ฉบับที่ ๑');
  });

  it('are refused with what is wrong beside each field, nothing typed is lost', async () => {
    const { page } = officer;
    await page.locator('[name="columns.evidence.place"]').fill('1');
    await page.locator('[name="columns.evidence.header"]').fill('หลักฐานอ้างอิง');
    await officer.presses('บันทึกรูปแบบ');
    await officer.reads('แบบของเรา');
    await officer.sees('ลำดับของคอลัมน์ต้องเป็นตัวเลข ๑ ถึง ๑๐ และไม่ซ้ำกัน');
    await page.locator('[name="columns.evidence.place"]').fill('๙');
    await officer.presses('บันทึกรูปแบบ');
    await officer.sees('ต้องเป็นตัวเลข ๑ ถึง ๑๐๐');
    await page.locator('[name="columns.evidence.weight"]').fill('๑๐');
    await officer.fills('ชื่อรายงาน', 'รายงานของ{เทศบาล}');
    await officer.presses('บันทึกรูปแบบ');
    await officer.reads('แบบของเรา');
    await officer.sees('ไม่รู้จัก {เทศบาล}');
    expect(await page.locator('[name="columns.evidence.header"]').inputValue()).toBe('หลักฐานอ้างอิง');
  });

  it('are looked at before they are saved, and saved as a new version', async () => {
    const { page } = officer;
    await officer.fills('ชื่อรายงาน', 'รายงานของ{หน่วยงาน}\nปี {ปีงบประมาณ}');
    await page.locator('[name="columns.measure.header"]').fill('สิ่งที่ทำ');
    await page.locator('[name="grouping"][value="flat"]').check();
    await page.locator('[name="switches"][value="hasCover"]').uncheck();
    const text = await printedBy('ดูตัวอย่าง (PDF)');
    if (text) expect(text).toContain('สิ่งที่ทำ');
    if (text) expect(text).toContain('หลักฐานอ้างอิง');
    await officer.presses('บันทึกรูปแบบ');
    await officer.reads('แบบของเรา');
    await officer.sees('บันทึกรูปแบบรายงานแล้ว');
    await officer.sees('ฉบับที่ ๒');
    const program = await Program.signedIn(web.address, 'officer');
    const { json } = await program.get('/api/v1/layouts');
    expect(json).toHaveLength(1);
    expect(json[0].layout).toMatchObject({
      grouping: 'flat',
      hasCover: false,
      titleLines: ['รายงานของ{หน่วยงาน}', 'ปี {ปีงบประมาณ}'],
    });
    expect(json[0].layout.columns.at(-1)).toEqual({ key: 'evidence', header: 'หลักฐานอ้างอิง', weight: 10 });
    await officer.opens('/reports/layouts');
    await officer.reads('รูปแบบรายงาน');
    await officer.sees('แบบของเรา');
  });

  it('are not kept over a version somebody else saved meanwhile', async () => {
    await officer.follows('แบบของเรา');
    const program = await Program.signedIn(web.address, 'officer');
    const [{ id, layout, version }] = (await program.get('/api/v1/layouts')).json;
    await program.put(`/api/v1/layouts/${id}`, { name: 'แบบของเรา', seenVersion: version, layout });
    await officer.presses('บันทึกรูปแบบ');
    expect(await officer.page.content()).toContain('มีผู้แก้ไขหรือพิจารณารายการนี้ไปก่อนแล้ว');
  });

  it('say which columns are narrower than the words of their header', async () => {
    const program = await Program.signedIn(web.address, 'officer');
    const [{ id, layout, version, name }] = (await program.get('/api/v1/layouts')).json;
    await officer.opens(`/reports/layouts/${id}`);
    expect(await officer.page.getByText('บางคอลัมน์แคบกว่าคำในหัวคอลัมน์').count()).toBe(0);
    const keys = [
      'number',
      'measure',
      'methods',
      'period',
      'responsible',
      'results',
      'outcomes',
      'evidence',
      'monitoring',
    ];
    const columns = keys.map((key) => ({ key, header: `ประสิทธิภาพ ${key}`, weight: 10 }));
    const crowded = { ...layout, orientation: 'portrait', grouping: 'flat', columns };
    await program.put(`/api/v1/layouts/${id}`, { name, seenVersion: version, layout: crowded });
    await officer.opens(`/reports/layouts/${id}`);
    await officer.reads(name);
    await officer.sees('บางคอลัมน์แคบกว่าคำในหัวคอลัมน์ คำจะถูกตัดกลางคำ');
    await officer.sees('(คำว่า ประสิทธิภาพ)');
  });
});

describeInBrowser('wordings, through the pages without scripts', () => {
  it('stand in a list, each with whose words they are', async () => {
    await officer.opens('/announcements');
    await officer.follows('ถ้อยคำประกาศ');
    await officer.reads('ถ้อยคำประกาศ');
    await officer.sees('ถ้อยคำมาตรฐาน');
    await officer.follows('ประกาศนโยบายไม่รับของขวัญ (No Gift Policy) (ภาษาไทย)');
    await officer.reads('ประกาศนโยบายไม่รับของขวัญ');
    await officer.sees('ตอนนี้ใช้ถ้อยคำมาตรฐาน');
  });

  it('are refused with the line of each fault', async () => {
    await officer.fills('ถ้อยคำ', '# ชื่อเรื่อง\n\nด้วย{เทศบาล} ขอประกาศ\n\n###');
    await officer.presses('ดูตัวอย่างในหน้านี้');
    await officer.reads('ประกาศนโยบายไม่รับของขวัญ');
    await officer.sees('บรรทัดที่ ๓ ไม่รู้จักช่องว่าง {เทศบาล}');
    await officer.sees('บรรทัดที่ ๕');
    expect(await officer.page.getByLabel('ถ้อยคำ', { exact: true }).inputValue()).toContain('{เทศบาล}');
  });

  it('are read on the page and as a PDF before they are saved, and can be given up again', async () => {
    const own = '# นโยบายของเรา\n\n{หน่วยงาน}ไม่รับของขวัญทุกชนิด\n\nแจ้งได้ที่ {ช่องทางแจ้งเบาะแส}';
    await officer.fills('ถ้อยคำ', own);
    await officer.presses('ดูตัวอย่างในหน้านี้');
    await officer.reads('ประกาศนโยบายไม่รับของขวัญ');
    await officer.sees('องค์การบริหารส่วนตำบลตัวอย่างไม่รับของขวัญทุกชนิด');
    await officer.sees('ตอนนี้ใช้ถ้อยคำมาตรฐาน');
    const text = await printedBy('ดูตัวอย่าง (PDF)');
    if (text) expect(text).toContain('องค์การบริหารส่วนตำบลตัวอย่างไม่รับของขวัญทุกชนิด');
    await officer.presses('บันทึกถ้อยคำ');
    await officer.reads('ประกาศนโยบายไม่รับของขวัญ');
    await officer.sees('ตอนนี้ใช้ถ้อยคำของหน่วยงาน');
    await officer.page.getByText('กลับไปใช้ถ้อยคำมาตรฐาน', { exact: true }).click();
    await officer.presses('ยืนยันกลับไปใช้ถ้อยคำมาตรฐาน');
    await officer.sees('ตอนนี้ใช้ถ้อยคำมาตรฐาน');
  });

  it('are for officers and administrators', async () => {
    const auditor = await Visit.signedIn(web.address, 'auditor');
    for (const path of [
      '/announcements/wordings',
      '/announcements/wordings/no-gift-announcement.v1/th',
      '/reports/layouts',
    ])
      expect((await auditor.get(path)).status).toBe(403);
    const officerVisit = await Visit.signedIn(web.address, 'officer');
    expect((await officerVisit.get('/announcements/wordings/no-gift-announcement.v1/fr')).status).toBe(422);
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
