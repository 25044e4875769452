import { anAssessment } from '../assessments/an-assessment.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let officer: Visit;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Visit.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

let fiscalYear = '';
const typed = (overrides: Record<string, string> = {}): Record<string, string> => {
  const { overall, instruments, indicators } = anAssessment();
  return {
    seenVersion: '',
    level: '',
    overall: String(overall),
    ...Object.fromEntries(Object.entries(instruments).map(([name, score]) => [`instruments.${name}`, String(score)])),
    ...Object.fromEntries(indicators.map((score, index) => [`indicators[${index}]`, String(score)])),
    recommendations: 'e๖ ปรับช่องทางการสื่อสาร',
    ...overrides,
  };
};

describe('the pages of a year’s result', () => {
  it('say what would be here, and lead to the form', async () => {
    const { text } = await officer.get('/assessments');
    fiscalYear = /href="\/assessments\/(\d{4})\/edit"/.exec(text)?.[1] ?? '';
    expect(fiscalYear).toMatch(/^25\d\d$/);
    expect(text).toContain('ยังไม่มีผลการประเมินของปีนี้');
    expect((await officer.get(`/assessments/${fiscalYear}/edit`)).status).toBe(200);
  });

  it('fill the form from a file without saving anything', async () => {
    const form = new FormData();
    form.set('fiscalYear', fiscalYear);
    form.set('_csrf', officer.token);
    form.set('file', new Blob(['ตัวชี้วัด,คะแนน\r\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่,93.10\r\nรวมทุกอย่าง,ดี\r\n']), 'ผล.csv');
    const reply = await fetch(`${web.address}/assessments/read`, {
      method: 'POST',
      headers: { cookie: officer.cookie },
      body: form,
    });
    const text = await reply.text();
    expect([reply.status, text.includes('value="93.1"'), text.includes('แถวที่ไม่เข้าใจ')]).toEqual([200, true, true]);
    expect(await web.agency.database.look('select 1 from assessment')).toEqual([]);
  });

  it('refuse what contradicts itself beside its field, keeping what was typed', async () => {
    const address = `/assessments/${fiscalYear}/edit`;
    const wrong = await officer.post(address, typed({ level: 'ผ่านดีเยี่ยม', 'indicators[3]': '๙๐.๒๕' }));
    expect([wrong.status, wrong.text.includes('href="#level"'), wrong.text.includes('value="๙๐.๒๕"')]).toEqual([
      422,
      true,
      true,
    ]);
    const empty = await officer.post(address, typed({ 'indicators[3]': '' }));
    expect([empty.status, empty.text.includes('href="#indicators[3]"')]).toEqual([422, true]);
  });

  it('show the weakest first with its reason, and take decisions about the proposals once', async () => {
    expect((await officer.post(`/assessments/${fiscalYear}/edit`, typed())).status).toBe(303);
    const page = await officer.get(`/assessments?fiscalYear=${fiscalYear}`);
    expect(page.text).toContain('จึงอยู่ในระดับผ่าน');
    expect(page.text.indexOf('๗. ประสิทธิภาพการสื่อสาร')).toBeLessThan(page.text.indexOf('๙. การเปิดเผยข้อมูล'));
    const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const [first, second] = [...page.text.matchAll(/name="findingKey" value="([^"]+)"/g)]
      .map((match) => match[1] ?? '')
      .filter((key, index, all) => all.indexOf(key) === index);
    const decide = (decision: string, fields: Record<string, string>) =>
      officer.post(`/assessments/${fiscalYear}/proposals/${decision}`, fields);
    const accept = () => decide('accept', { findingKey: first ?? '', idempotencyKey });
    expect([(await accept()).status, (await accept()).status]).toEqual([303, 303]);
    expect((await decide('drop', { findingKey: second ?? '', reason: 'อยู่ในแผนอื่นแล้ว' })).status).toBe(303);
    const after = await officer.get(`/assessments?fiscalYear=${fiscalYear}`);
    expect(after.text).toContain('รับเป็นร่างแล้ว');
    expect(after.text).toContain('อยู่ในแผนอื่นแล้ว');
    const drafts = await web.agency.database.look('select 1 from measure where fiscal_year = $1', [
      Number(fiscalYear) + 1,
    ]);
    expect(drafts).toHaveLength(1);
  });

  it('let others look and not write', async () => {
    const auditor = await Visit.signedIn(web.address, 'auditor');
    const { status, text } = await auditor.get(`/assessments?fiscalYear=${fiscalYear}`);
    expect([status, text.includes('รับเป็นร่างมาตรการ')]).toEqual([200, false]);
    expect((await auditor.get(`/assessments/${fiscalYear}/edit`)).status).toBe(403);
    expect((await auditor.get('/assessments/abc/edit')).status).toBe(404);
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
