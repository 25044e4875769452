import { completedMeasure } from './support/completed-measure.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
let officer: Program;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Program.signedIn(web.address, 'officer');
  await completedMeasure(web.agency, 2568, 'เผยแพร่แผนการใช้จ่ายงบประมาณ');
});
afterAll(() => web.close());

const ASKED = { fiscalYear: 2568, title: 'รายงานตัวอย่าง' };
const compile = (body: object) => officer.post('/api/v1/reports', { ...ASKED, ...body });
const contentOf = async (id: string) => (await officer.get(`/api/v1/reports/${id}`)).json.content;

describe('compiling through the API', () => {
  it('knows a progress report, with what the officer says of each measure', async () => {
    const { json: list } = await officer.get('/api/v1/measures?fiscalYear=2568');
    const progress = [
      { measureId: list.items[0].id, state: 'in_progress', percent: 60, obstacles: [{ kind: 'dash', text: 'รอข้อมูล' }] },
    ];
    const { status, json } = await compile({ kind: 'progress', progress });
    expect(status).toBe(201);
    expect((await contentOf(json.id)).details).toEqual({ kind: 'progress', rows: progress });
  });

  it('knows a No Gift report, and a revision of the draft keeps the kind', async () => {
    const noGift = {
      announcedOn: '2024-12-27',
      activities: [{ heldOn: '2024-12-27', text: 'ประกาศนโยบาย' }],
      gifts: [{ receivedOn: '2025-01-03', item: 'กระเช้า', giver: 'ร้านสมมติ', recipient: 'กองคลัง', handling: 'ส่งคืน' }],
    };
    const { status, json } = await compile({ kind: 'no-gift', noGift });
    expect(status).toBe(201);
    expect((await contentOf(json.id)).details).toMatchObject({ announcedOn: '2024-12-27', gifts: [{ value: null }] });
    const again = {
      ...ASKED,
      kind: 'implementation',
      noGift: { announcedOn: '2024-12-28' },
      seenVersion: json.version,
    };
    expect((await officer.put(`/api/v1/reports/${json.id}`, again)).status).toBe(200);
    const { details, warnings } = await contentOf(json.id);
    expect(details).toMatchObject({ kind: 'no-gift', announcedOn: '2024-12-28', activities: [] });
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['report.activity-missing']);
  });

  it('lists gaps and warnings before anything is written', async () => {
    const before = (await officer.get('/api/v1/reports')).json.total;
    const { status, json } = await officer.post('/api/v1/reports/gaps', { ...ASKED, layout: 'by-theme' });
    expect([status, json.measures, json.gaps, Array.isArray(json.warnings)]).toEqual([200, 1, [], true]);
    expect((await officer.get('/api/v1/reports')).json.total).toBe(before);
  });

  it.each([
    ['an analysis without a result of the year', { kind: 'ita-analysis' }, 404, 'assessment.not-found'],
    ['a policy nobody announced', { kind: 'no-gift' }, 422, 'report.policy-date-missing'],
    ['a kind nobody knows', { kind: 'yearly' }, 422, 'input.invalid'],
    ['a layout nobody knows', { layout: 'constructor' }, 422, 'report.layout-unknown'],
    ['a day that is none', { kind: 'no-gift', noGift: { announcedOn: '27/12/2567' } }, 422, 'input.invalid'],
    [
      'progress of a foreign measure',
      { kind: 'progress', progress: [{ measureId: '0198c0de-0000-7000-8000-000000000000' }] },
      422,
      'input.invalid',
    ],
  ] as const)('refuses %s', async (_what, body, status, code) => {
    const answer = await compile(body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
