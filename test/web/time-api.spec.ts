import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
let admin: Program;
let officer: Program;
beforeAll(async () => {
  web = await runningWeb();
  admin = await Program.signedIn(web.address, 'admin');
  officer = await Program.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

describe('holidays through the API', () => {
  const own = async (day: string) =>
    (await officer.get('/api/v1/holidays/2568')).json.filter((each: { day: string }) => each.day === day);

  it('are the national ones with the agency’s word, and without it again', async () => {
    expect(await own('2025-12-31')).toMatchObject([{ isHoliday: true, isOwn: false }]);
    const day = '/api/v1/holidays/days/2025-12-31';
    expect((await admin.put(day, { name: 'เปิดบริการประชาชน', isHoliday: false })).status).toBe(204);
    expect(await own('2025-12-31')).toMatchObject([{ name: 'เปิดบริการประชาชน', isHoliday: false, isOwn: true }]);
    expect((await admin.send('DELETE', day, {})).status).toBe(204);
    expect(await own('2025-12-31')).toMatchObject([{ isHoliday: true, isOwn: false }]);
  });

  it.each([
    ['2025-02-30', { name: 'ไม่มีวันนี้', isHoliday: true }],
    ['2025-06-04', { name: ' ', isHoliday: true }],
    ['2025-06-04', { name: 'ไม่บอกผล' }],
  ])('are refused for %s %j', async (day, body) => {
    const { status, json } = await admin.put(`/api/v1/holidays/days/${day}`, body);
    expect([status, json.code]).toEqual([422, 'input.invalid']);
  });

  it('are changed by administrators only', async () => {
    const body = { name: 'วันหยุดของฉัน', isHoliday: true };
    expect((await officer.put('/api/v1/holidays/days/2025-06-04', body)).status).toBe(403);
    expect((await officer.get('/api/v1/holidays/9')).status).toBe(422);
  });
});

describe('the assessment year through the API', () => {
  const milestone = async (name: string) =>
    (await officer.get('/api/v1/clock/2568')).json.milestones.find((each: { name: string }) => each.name === name);

  it('is planned backwards from days that administrators move', async () => {
    const at = '/api/v1/clock/2568/milestones/oit-upload-close';
    expect(await milestone('oit-upload-close')).toMatchObject({ endsOn: '2025-04-30', isOwn: false });
    const days = { startsOn: '2025-05-06', endsOn: '2025-05-06', verified: true };
    expect((await admin.put(at, days)).status).toBe(204);
    expect(await milestone('oit-upload-close')).toMatchObject({ ...days, isOwn: true, label: { th: 'ปิดรับข้อมูล OIT' } });
    const { tasks } = (await officer.get('/api/v1/clock/2568')).json;
    expect(tasks.filter((task: { milestone: string }) => task.milestone === 'oit-upload-close').at(-1)).toEqual({
      milestone: 'oit-upload-close',
      task: 'publish',
      startsOn: '2025-05-02',
      dueOn: '2025-05-06',
    });
    expect((await admin.send('DELETE', at, {})).status).toBe(204);
    expect(await milestone('oit-upload-close')).toMatchObject({ endsOn: '2025-04-30', isOwn: false });
  });

  it('refuses days of another year, unknown names and other people', async () => {
    const days = { startsOn: '2027-05-06', endsOn: '2027-05-06', verified: true };
    const at = '/api/v1/clock/2568/milestones';
    expect((await admin.put(`${at}/result`, days)).status).toBe(422);
    expect((await admin.put(`${at}/constructor`, { ...days, startsOn: '2025-05-06' })).status).toBe(404);
    expect((await officer.put(`${at}/result`, { ...days, startsOn: '2025-05-06', endsOn: '2025-05-06' })).status).toBe(
      403,
    );
  });

  it('tells what every division is late with', async () => {
    await officer.post('/api/v1/measures', {
      fiscalYear: 2568,
      plan: {
        title: 'มาตรการที่ยังไม่เสนอ',
        theme: null,
        indicators: [],
        oCodes: [],
        methods: [],
        period: { startsOn: null, endsOn: null, text: 'ตลอดปี' },
        responsible: { everyDivision: false, divisionIds: [web.agency.divisions.get('กองช่าง')], text: 'กองช่าง' },
        monitoring: [],
      },
    });
    const { json } = await officer.get('/api/v1/clock/2568/late-divisions');
    expect(json.map(({ name, tasks }: { name: string; tasks: object[] }) => [name, tasks.length > 0])).toEqual([
      ['สำนักปลัด', false],
      ['กองคลัง', false],
      ['กองช่าง', true],
      ['กองการศึกษา', false],
    ]);
  });
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
