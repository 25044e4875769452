import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('the catalogue of a year, through its pages without scripts', () => {
  let web: WebAtBrowsers;
  let officer: PersonAtBrowser;
  let year: string;

  beforeAll(async () => {
    web = await webAtBrowsers('officer');
    officer = web.at('officer');
  }, 120_000);
  afterAll(() => web?.close());

  const titleOf = async (code: string): Promise<string | undefined> => {
    const program = await Program.signedIn(web.address, 'officer');
    const { json } = await program.get(`/api/v1/catalogues/${year}`);
    return json.items.find((item: { code: string }) => item.code === code)?.title;
  };

  it('shows instruments, indicators and O-codes with where they come from', async () => {
    await officer.opens('/assessments');
    await officer.follows('ตัวชี้วัดและข้อ O ของปีนี้');
    await officer.reads('ตัวชี้วัดและข้อ O');
    year = /catalogue\/(\d{4})/.exec(officer.page.url())?.[1] ?? '';
    await officer.sees('มากับระบบ');
    await officer.sees('การปฏิบัติหน้าที่');
  });

  it('takes a new name of an indicator, and wants one', async () => {
    await officer.opens(`/assessments/catalogue/${year}/lines/indicator/3`);
    await officer.reads('ตัวชี้วัด ๓');
    await officer.fills('ชื่อ', '');
    await officer.presses('บันทึก');
    await officer.reads('ตัวชี้วัด ๓');
    await officer.sees('กรุณากรอกชื่อ');
    await officer.fills('ชื่อ', 'การใช้อำนาจโดยชอบ');
    await officer.presses('บันทึก');
    await officer.reads('ตัวชี้วัดและข้อ O');
    await officer.sees('บันทึกตัวชี้วัดและข้อ O แล้ว');
    await officer.sees('การใช้อำนาจโดยชอบ');
    await officer.sees('หน่วยงานแก้ไขเอง');
    expect(await titleOf('3')).toBe('การใช้อำนาจโดยชอบ');
  });

  it('takes a new O-code and lets one go', async () => {
    await officer.follows('เพิ่มข้อ O');
    await officer.reads('เพิ่มข้อ O');
    await officer.fills('รหัส', 'สี่สิบ');
    await officer.fills('ชื่อ', 'รายงานที่เพิ่มเอง');
    await officer.presses('บันทึก');
    await officer.sees('เช่น O27');
    await officer.fills('รหัส', 'o๙๙');
    await officer.presses('บันทึก');
    await officer.sees('รายงานที่เพิ่มเอง');
    await officer.opens(`/assessments/catalogue/${year}/lines/o-code/O99`);
    await officer.page.getByText('นำข้อนี้ออกจากปีนี้', { exact: true }).click();
    await officer.presses('ยืนยันนำ');
    await officer.reads('ตัวชี้วัดและข้อ O');
    expect(await titleOf('O99')).toBeUndefined();
  });

  it('keeps weights that make a hundred, and goes back to what was built in', async () => {
    await officer.follows('แก้ไขน้ำหนัก');
    await officer.reads('น้ำหนักของเครื่องมือ');
    await officer.fills('ร้อยละของ IIT', '๔๐');
    await officer.presses('บันทึกน้ำหนัก');
    await officer.reads('น้ำหนักของเครื่องมือ');
    await officer.sees('มี ๑ จุดที่ต้องแก้ไข');
    await officer.fills('ร้อยละของ EIT', 'ยี่สิบ');
    await officer.presses('บันทึกน้ำหนัก');
    await officer.sees('น้ำหนักต้องเป็นร้อยละ ๐ ถึง ๑๐๐');
    await officer.fills('ร้อยละของ EIT', '20');
    await officer.fills('ร้อยละของ OIT', '40');
    await officer.presses('บันทึกน้ำหนัก');
    await officer.reads('ตัวชี้วัดและข้อ O');
    await officer.sees('๒๐ %');
    await officer.page.getByText('กลับไปใช้รายการที่มากับระบบ', { exact: true }).click();
    await officer.presses('ยืนยันลบ');
    await officer.reads('ตัวชี้วัดและข้อ O');
    expect(await titleOf('3')).not.toBe('การใช้อำนาจโดยชอบ');
  });

  it('may be read by everybody and changed by officers and administrators', async () => {
    const auditor = await Visit.signedIn(web.address, 'auditor');
    const { status, text } = await auditor.get(`/assessments/catalogue/${year}`);
    expect([status, text.includes('เพิ่มข้อ O')]).toEqual([200, false]);
    expect((await auditor.get(`/assessments/catalogue/${year}/lines/indicator/3`)).status).toBe(403);
    expect((await auditor.get(`/assessments/catalogue/${year}/weights`)).status).toBe(403);
    const visit = await Visit.signedIn(web.address, 'officer');
    expect((await visit.get(`/assessments/catalogue/${year}/lines/planet/3`)).status).toBe(404);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
