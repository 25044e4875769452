import type { Browser } from 'playwright-core';
import { links } from '../../templates/web/links.js';
import { anApprovedMeasure } from '../evidence/an-approved-measure.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
beforeAll(async () => {
  web = await runningWeb();
});
afterAll(() => web.close());

describeInBrowser('results of six months and of the year, on the pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const field = async (person: PersonAtBrowser, name: string, text: string): Promise<void> =>
    person.page.locator(`[name="${name}"]`).fill(text);
  const value = (person: PersonAtBrowser, name: string): Promise<string> =>
    person.page.locator(`[name="${name}"]`).inputValue();

  it('are written row by row without scripts, kept when something is wrong, and shown apart', async () => {
    const measure = await anApprovedMeasure(web.agency, { results: [], outcomes: [] });
    const officer = await PersonAtBrowser.signedIn(browser, web.address, 'officer');
    await officer.opens(links.measure(measure.id));
    await officer.follows('บันทึกผลรอบ ๖ เดือน');
    await officer.reads(measure.title);
    expect([await value(officer, 'asOf.day'), await value(officer, 'asOf.year')]).toEqual(['31', '2568']);
    await field(officer, 'results.0.text', 'เผยแพร่ไตรมาสแรก\nเผยแพร่ไตรมาสสอง');
    await field(officer, 'results.0.on', '๑๐ ม.ค. ๒๕๖๘');
    await field(officer, 'results.0.until', '8 ม.ค. 2568');
    await field(officer, 'figures.0.name', 'ผู้เข้าชม');
    await field(officer, 'figures.0.value', 'มาก');
    await field(officer, 'figures.0.unit', 'ครั้ง');
    await officer.presses('เพิ่มแถว');
    await field(officer, 'results.6.text', 'จัดอบรม');
    await officer.presses('บันทึกผลรอบ ๖ เดือน');
    await officer.reads(measure.title);
    for (const words of ['มี ๓ จุดที่ต้องแก้ไข', 'วันสิ้นสุดของผลข้อ ๑ อยู่ก่อนวันเริ่ม', 'ต้องเป็นตัวเลขตั้งแต่ ๐'])
      await officer.sees(words);
    expect(await value(officer, 'results.0.on')).toBe('๑๐ ม.ค. ๒๕๖๘');
    expect(await value(officer, 'results.1.text')).toBe('จัดอบรม');
    await field(officer, 'results.0.until', '12/1/2568');
    await field(officer, 'figures.0.value', '๑,๒๐๔');
    await field(officer, 'figures.0.target', '1000');
    await officer.page.getByLabel('อยู่ระหว่างดำเนินการ').check();
    await officer.presses('บันทึกผลรอบ ๖ เดือน');
    await officer.reads(measure.title);
    for (const words of ['ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๘', 'อยู่ระหว่างดำเนินการ', 'วันที่ ๑๐ – ๑๒ มกราคม ๒๕๖๘', '๑,๒๐๔ ครั้ง'])
      await officer.sees(words);
    await officer.sees('ยังไม่มีผลการดำเนินงาน');
    await officer.presses('เสนอผลรอบ ๖ เดือนให้รับรอง');
    await officer.sees('รอรับรองผล');
    const head = await PersonAtBrowser.signedIn(browser, web.address, 'head-finance');
    await head.follows(measure.title);
    await head.reads(measure.title);
    await head.presses('รับรองผลรอบ ๖ เดือน');
    await head.reads(measure.title);
    await head.sees('ส่วนราชการรับรองผลรอบ ๖ เดือนนี้แล้ว');
    await head.sees('อนุมัติแล้ว');
    await officer.opens(links.measureInterim(measure.id));
    await officer.page.getByLabel('ดำเนินการแล้วเสร็จ').check();
    await officer.presses('บันทึกผลรอบ ๖ เดือน');
    expect(await officer.page.locator('main').innerText()).not.toContain('ส่วนราชการรับรองผลรอบ ๖ เดือนนี้แล้ว');
  });

  it('begin from those of six months when the year is over', async () => {
    const interim = {
      asOf: '2025-03-31',
      progress: 'in_progress' as const,
      results: [{ kind: 'dash' as const, text: 'เผยแพร่ไตรมาสแรก', on: '2025-01-10' }],
      outcomes: [{ kind: 'plain' as const, text: 'ประชาชนเข้าถึง' }],
      figures: [{ name: 'ผู้เข้าชม', value: 1204, unit: 'ครั้ง' }],
    };
    const measure = await anApprovedMeasure(web.agency, { results: [], outcomes: [], interim });
    const officer = await PersonAtBrowser.signedIn(browser, web.address, 'officer');
    await officer.opens(links.measureResults(measure.id));
    expect(await value(officer, 'results.0.text')).toBe('');
    await officer.follows('ใช้ผลรอบ ๖ เดือนเป็นจุดเริ่มต้น');
    await officer.reads(measure.title);
    expect(await value(officer, 'results.0.text')).toBe('- เผยแพร่ไตรมาสแรก');
    expect(await value(officer, 'results.0.on')).toBe('10 ม.ค. 2568');
    expect(await value(officer, 'outcomes')).toBe('ประชาชนเข้าถึง');
    await field(officer, 'figures.0.value', '2,500.5');
    await field(officer, 'results.1.text', '- เผยแพร่ไตรมาสสี่');
    await officer.presses('บันทึกผล');
    await officer.reads(measure.title);
    await officer.sees('๒,๕๐๐.๕ ครั้ง');
    const [stored] = await web.agency.database.look<{ content: object }>('select content from measure where id = $1', [
      measure.id,
    ]);
    expect(stored?.content).toMatchObject({
      results: [{ on: '2025-01-10' }, { kind: 'dash', text: 'เผยแพร่ไตรมาสสี่' }],
      figures: [{ value: 2500.5 }],
      interim,
    });
  });
});

describe('results of six months through the API', () => {
  const INTERIM = {
    asOf: '2025-03-31',
    progress: 'done',
    results: [{ kind: 'dash', text: 'จัดอบรมแล้ว', on: '2025-02-20' }],
    outcomes: [],
    figures: [{ name: 'ผู้เข้าร่วม', value: 45, unit: 'คน', target: 40 }],
  };

  it('are recorded once for a key, read again, and refused by field in two languages', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const officer = await Program.signedIn(web.address, 'officer');
    const address = `/api/v1/measures/${measure.id}`;
    const put = (interim: object, key = ''): ReturnType<Program['put']> =>
      officer.put(
        `${address}/interim`,
        { seenVersion: measure.version, interim },
        key ? { 'idempotency-key': key } : {},
      );
    const wrong = await put({ ...INTERIM, results: [{ kind: 'dash', text: 'ก', on: '2025-02-30' }] });
    expect([wrong.status, wrong.json.code]).toEqual([422, 'measure.result-date-impossible']);
    expect(wrong.text).toContain('ไม่มีจริง');
    expect(wrong.text).toContain('does not exist');
    const early = await put({ ...INTERIM, asOf: '2024-09-30' });
    expect([early.status, early.json.code]).toEqual([422, 'measure.interim-outside-year']);
    for (const change of [
      { figures: null },
      { figures: [{ name: 'ก', value: '45', unit: 'คน' }] },
      { progress: 'x' },
    ]) {
      expect((await put({ ...INTERIM, ...change })).status).toBe(422);
    }
    const recorded = await put(INTERIM, 'k-interim-1');
    expect(recorded.status).toBe(200);
    expect((await put(INTERIM, 'k-interim-1')).json).toEqual(recorded.json);
    expect((await put(INTERIM, 'k-interim-2')).json.code).toBe('item.changed-meanwhile');
    expect((await officer.get(address)).json.content).toMatchObject({ interim: INTERIM });
  });

  it('are refused to those who are no officers', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const head = await Program.signedIn(web.address, 'head-finance');
    const body = { seenVersion: measure.version, interim: INTERIM };
    const { json } = await head.put(`/api/v1/measures/${measure.id}/interim`, body);
    expect(json.code).toBe('permission.denied');
  });
});
