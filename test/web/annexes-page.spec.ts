import { links } from '../../templates/web/links.js';
import { lettersOf, readPdf } from '../documents/read-pdf.js';
import { aPdf, aPhotograph, aScan } from '../evidence/brought-files.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('the annexes of an announcement on its pages', () => {
  let web: WebAtBrowsers;
  let officer: PersonAtBrowser;

  beforeAll(async () => {
    web = await webAtBrowsers('officer');
    officer = web.at('officer');
  });
  afterAll(() => web?.close());

  const attaches = async (name: string, bytes: Uint8Array, title = ''): Promise<void> => {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
    await officer.page.getByLabel('แนบไฟล์').setInputFiles(file);
    await officer.fills('ชื่อเอกสารที่แนบ', title);
    await officer.presses('แนบเอกสาร');
  };
  const names = (): Promise<string[]> => officer.page.locator('.evidence__words > a').allInnerTexts();

  it('are attached, titled, put in order and taken out, without scripts', async () => {
    await officer.opens(`${links.newAnnouncement}?template=no-gift-announcement.v1`);
    await officer.fills('ช่องทางแจ้งเบาะแส', 'https://www.example.go.th/report');
    await officer.presses('บันทึกร่าง');
    await officer.follows('แนบเอกสารท้ายประกาศ');
    await officer.reads('นโยบายไม่รับของขวัญ');
    await officer.sees('ยังไม่มีเอกสารแนบท้าย');
    await attaches('แบบรายงาน.pdf', await aPdf('แบบรายงานการรับของขวัญ', 'ส่วนที่สอง'), 'แบบรายงานการรับของขวัญ');
    await officer.sees('แนบเอกสารแล้ว');
    await attaches('กิจกรรม.jpg', await aPhotograph());
    await attaches('scan.pdf', await aScan(1));
    await officer.sees('ไม่มีข้อความให้ระบบอ่าน');
    expect(await names()).toEqual([
      'เอกสารแนบท้ายประกาศ ๑ แบบรายงานการรับของขวัญ',
      'เอกสารแนบท้ายประกาศ ๒ กิจกรรม',
      'เอกสารแนบท้ายประกาศ ๓ scan',
    ]);
    await officer.page.getByLabel('ลำดับของเอกสาร ๓').selectOption('1');
    await officer.page.getByLabel('ชื่อเอกสาร ๒').fill('ภาพการประกาศนโยบาย');
    await Promise.all([officer.page.waitForEvent('load'), officer.page.keyboard.press('Enter')]);
    await officer.sees('บันทึกชื่อและลำดับแล้ว');
    await officer.presses('นำออก เอกสารแนบท้ายประกาศ ๑ scan');
    await officer.reads('นโยบายไม่รับของขวัญ');
    expect(await names()).toEqual([
      'เอกสารแนบท้ายประกาศ ๑ แบบรายงานการรับของขวัญ',
      'เอกสารแนบท้ายประกาศ ๒ ภาพการประกาศนโยบาย',
    ]);
  });

  it('say beside the field why a file is not taken', async () => {
    await attaches('program.pdf', Buffer.from('MZ a program'), 'ชื่อที่พิมพ์ไว้');
    await officer.reads('นโยบายไม่รับของขวัญ');
    expect(await officer.page.locator('#file-problem').innerText()).toContain('PDF, PNG หรือ JPEG');
    expect(await officer.page.getByLabel('ชื่อเอกสารที่แนบ').inputValue()).toBe('ชื่อที่พิมพ์ไว้');
  });

  it('stand on the page of the announcement, in its draft as a PDF, and before the signer', async () => {
    await officer.follows('กลับไปที่ประกาศ');
    await officer.reads('นโยบายไม่รับของขวัญ');
    expect(await names()).toHaveLength(2);
    await officer.sees('แก้ไขเอกสารแนบท้าย');
    const href = await officer.page.getByRole('link', { name: 'เปิดร่างเป็น PDF' }).getAttribute('href');
    const draft = await officer.page.request.get(href ?? '');
    const pages = await readPdf(new Uint8Array(await draft.body()));
    expect(pages.map(({ letters }) => letters).join('\n')).toContain(
      lettersOf('เอกสารแนบท้าย ๑. แบบรายงานการรับของขวัญ ๒. ภาพการประกาศนโยบาย'),
    );
    expect(pages.at(-1)?.letters).toContain(lettersOf('เอกสารแนบท้ายประกาศ ๒ ภาพการประกาศนโยบาย กิจกรรม.jpg'));
    await officer.presses('เสนอลงนาม');
    expect(await officer.page.getByRole('link', { name: 'แก้ไขเอกสารแนบท้าย' }).count()).toBe(0);
    const address = new URL(officer.page.url()).pathname;

    const executive = await web.arrives('executive');
    await executive.opens(`${address}/sign`);
    await executive.reads('นโยบายไม่รับของขวัญ');
    await executive.sees('๑. แบบรายงานการรับของขวัญ · ๒. ภาพการประกาศนโยบาย');
    await executive.leaves();
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
