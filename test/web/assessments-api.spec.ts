import { anAssessment } from '../assessments/an-assessment.js';
import { lettersOf, readPdf } from '../documents/read-pdf.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
let officer: Program;
let auditor: Program;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Program.signedIn(web.address, 'officer');
  auditor = await Program.signedIn(web.address, 'auditor');
});
afterAll(() => web.close());

const given = (overrides: object = {}) => {
  const { fiscalYear: _year, ...assessment } = anAssessment();
  return { seenVersion: null, ...assessment, ...overrides };
};
const path = (year: number, rest = '') => `/api/v1/assessments/${year}${rest}`;

describe('a result through the API', () => {
  it('is saved with its level explained, listed, and proposes measures to accept or drop', async () => {
    const recommendations = [{ code: 'e6', text: 'ปรับช่องทางการสื่อสาร' }];
    const saved = await officer.put(path(2568), given({ recommendations }));
    expect([saved.status, saved.json]).toMatchObject([
      200,
      { version: 1, level: 'ผ่าน', reason: { lowest: { instrument: 'eit1', score: 84.1 } } },
    ]);
    expect((await auditor.get('/api/v1/assessments')).json).toMatchObject([{ fiscalYear: 2568, overall: 91.79 }]);

    const { json: proposals } = await officer.get(path(2568, '/proposals'));
    const [first, second] = proposals;
    expect(proposals.map(({ state }: { state: string }) => state)).toEqual(proposals.map(() => 'open'));
    const key = { 'idempotency-key': 'accept-1' };
    const accept = () => officer.post(path(2568, `/proposals/${first.key}/accept`), {}, key);
    const accepted = await accept();
    expect([accepted.status, (await accept()).text]).toEqual([201, accepted.text]);
    expect((await officer.get(`/api/v1/measures/${accepted.json.id}`)).json).toMatchObject({ fiscalYear: 2569 });
    const again = await officer.post(path(2568, `/proposals/${first.key}/accept`));
    expect([again.status, again.json.code]).toEqual([409, 'assessment.proposal-decided']);
    const reason = 'ดำเนินการแล้วในแผนอื่น';
    expect((await officer.post(path(2568, `/proposals/${second.key}/drop`), { reason })).status).toBe(204);
    const { json: after } = await officer.get(path(2568, '/proposals'));
    expect(after.slice(0, 2)).toMatchObject([
      { state: 'accepted', measureId: accepted.json.id },
      { state: 'dropped', reason },
    ]);
  });

  it.each([
    ['a stale version', () => officer.put(path(2568), given()), 409, 'item.changed-meanwhile'],
    [
      'a level that contradicts the scores',
      () => officer.put(path(2567), given({ level: 'ผ่านดีเยี่ยม' })),
      422,
      'assessment.level-contradicts',
    ],
    ['nine indicators', () => officer.put(path(2567), given({ indicators: Array(9).fill(90) })), 422, 'input.invalid'],
    ['a score above 100', () => officer.put(path(2567), given({ overall: 101 })), 422, 'input.invalid'],
    ['an unknown field', () => officer.put(path(2567), given({ fiscalYear: 2567 })), 422, 'input.invalid'],
    ['a year before the rule', () => officer.put(path(2560), given()), 422, 'input.invalid'],
    ['a year that is none', () => officer.get('/api/v1/assessments/abcd'), 422, 'input.invalid'],
    ['a year without a result', () => officer.get(path(2566)), 404, 'assessment.not-found'],
    ['an auditor who writes', () => auditor.put(path(2567), given()), 403, 'permission.denied'],
    [
      'a finding nobody made',
      () => officer.post(path(2568, '/proposals/indicator:99/accept')),
      404,
      'assessment.proposal-not-found',
    ],
  ] as const)('refuses %s', async (_what, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('is read from a table without being saved', async () => {
    const table = Buffer.from('ตัวชี้วัด,คะแนน\r\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่,93.10\r\n');
    const { status, json } = await officer.upload('/api/v1/assessments/preview', 'ผล.csv', table);
    expect([status, json.indicators[0], json.missing.includes('overall')]).toEqual([200, 93.1, true]);
    const refused = await auditor.upload('/api/v1/assessments/preview', 'ผล.csv', table);
    expect([refused.status, refused.json.code]).toEqual([403, 'permission.denied']);
  });
});

describe('a catalogue through the API', () => {
  const line = { kind: 'o-code', code: 'O99', title: 'ข้อของหน่วยงาน', weight: null, verified: true, isRemoved: false };

  it('takes lines of the organization and gives them back', async () => {
    const saved = await officer.put('/api/v1/catalogues/2568', { changes: [line] });
    expect([saved.status, saved.json.items.at(-1)]).toMatchObject([200, { code: 'O99', isOwn: true }]);
    const reset = await officer.send('DELETE', '/api/v1/catalogues/2568', {});
    expect(reset.json.items.some(({ isOwn }: { isOwn: boolean }) => isOwn)).toBe(false);
  });

  it('refuses lines that are none and weights that are not whole', async () => {
    const save = async (changes: unknown) => (await officer.put('/api/v1/catalogues/2568', { changes })).json.code;
    expect(await save([{ ...line, weight: 'half' }])).toBe('input.invalid');
    const lighter = { kind: 'instrument', code: 'IIT', title: null, weight: 0.1, verified: true, isRemoved: false };
    expect(await save([lighter])).toBe('catalogue.weights-not-whole');
  });
});

describe('layouts and wordings through the API', () => {
  it('copies a preset, saves a version of it, previews it, and compiles with it', async () => {
    const copied = await officer.post('/api/v1/layouts', { preset: 'by-theme', name: 'แบบของเรา' });
    expect([copied.status, copied.json.version]).toEqual([201, 1]);
    const { id } = copied.json;
    const layout = { ...copied.json.layout, hasCover: false };
    const saved = await officer.put(`/api/v1/layouts/${id}`, { name: 'แบบของเรา', seenVersion: 1, layout });
    expect([saved.status, saved.json.version]).toEqual([200, 2]);
    expect((await officer.get(`/api/v1/layouts/${id}/versions`)).json).toHaveLength(2);
    expect((await officer.get('/api/v1/layouts')).json).toMatchObject([{ id, version: 2 }]);
    const pdf = await officer.post('/api/v1/layouts/preview', { layout, fiscalYear: 2568 });
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect([saved.json.narrowColumns, pdf.headers.get('x-narrow-columns')]).toEqual([[], '']);
    const header = 'ประสิทธิภาพของมาตรการ';
    const columns = [
      ...layout.columns,
      ...['monitoring', 'evidence', 'indicator'].map((key) => ({ key, header, weight: 1 })),
    ];
    const crowded = { ...layout, orientation: 'portrait', columns };
    const told = (await officer.post('/api/v1/layouts/preview', { layout: crowded, fiscalYear: 2568 })).headers;
    expect(decodeURIComponent(told.get('x-narrow-columns') ?? '')).toContain(header);
    const report = await officer.post('/api/v1/reports', { fiscalYear: 2568, title: 'รายงาน', layout: id });
    expect((await officer.get(`/api/v1/reports/${report.json.id}`)).json.content.layout).toEqual(layout);
    const broken = { name: 'แบบของเรา', seenVersion: 2, layout: { ...layout, columns: [] } };
    expect((await officer.put(`/api/v1/layouts/${id}`, broken)).json.code).toBe('report.layout-invalid');
    const stale = { name: 'แบบของเรา', seenVersion: 1, layout };
    expect((await officer.put(`/api/v1/layouts/${id}`, stale)).status).toBe(409);
  });

  it('changes a wording, previews it, and goes back to the template’s own', async () => {
    const address = '/api/v1/wordings/conflict-of-interest/th';
    const { json: before } = await officer.get(address);
    expect(before).toMatchObject({ template: 'conflict-of-interest.v1', isOwn: false, version: null });
    const text = `${before.text}\n\nประกาศนี้ให้ใช้กับพนักงานจ้างทุกคน`;
    const pdf = await officer.post(`${address}/preview`, { text, fiscalYear: 2568 });
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    const saved = await officer.put(address, { seenVersion: null, text });
    expect([saved.status, saved.json]).toMatchObject([200, { isOwn: true, version: 1, text }]);
    const broken = await officer.put(address, { seenVersion: 1, text: `${text} {ไม่มีชื่อนี้}` });
    expect([broken.status, broken.json.code]).toEqual([422, 'document.data-invalid']);
    expect((await officer.put(address, { seenVersion: null, text })).status).toBe(409);
    expect((await officer.put(address, { seenVersion: 1, text: null })).json).toMatchObject({
      isOwn: false,
      version: 2,
    });
    expect((await officer.get(`${address}/versions`)).json).toHaveLength(2);
    expect((await officer.get('/api/v1/wordings/conflict-of-interest/fr')).json.code).toBe('document.language-unknown');
    expect((await officer.get('/api/v1/wordings/implementation-report/th')).json.code).toBe(
      'announcement.template-unknown',
    );
  });

  it('prints a draft in each language with the wording of that language', async () => {
    const { json: before } = await officer.get('/api/v1/wordings/no-gift-announcement/th');
    const text = `${before.text}\n\nประกาศนี้ใช้กับ{หน่วยงาน}`;
    const { version } = (await officer.put('/api/v1/wordings/no-gift-announcement/th', { seenVersion: null, text }))
      .json;
    const { json: draft } = await officer.post('/api/v1/announcements', {
      fiscalYear: 2568,
      template: 'no-gift-announcement',
      languages: ['th', 'en'],
      parameters: { reportingChannels: 'https://www.example.go.th/report', furtherRules: [] },
    });
    const lettersIn = async (language: string): Promise<string> => {
      const { bytes } = await officer.getBytes(`/announcements/${draft.id}/preview.pdf?language=${language}`);
      return (await readPdf(bytes)).map(({ letters }) => letters).join('');
    };
    expect(await lettersIn('th')).toContain(lettersOf('ประกาศนี้ใช้กับองค์การบริหารส่วนตำบลตัวอย่าง'));
    expect(await lettersIn('en')).toContain(lettersOf('No Gift Policy in the Performance of Duties'));
    await officer.put('/api/v1/wordings/no-gift-announcement/th', { seenVersion: version, text: null });
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
