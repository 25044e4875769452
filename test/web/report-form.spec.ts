import { completedMeasure } from './support/completed-measure.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let officer: Visit;
let fiscalYear: string;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Visit.signedIn(web.address, 'officer');
  const [row] = await web.agency.database.look<{ year: number }>(
    `select (extract(year from now() at time zone 'Asia/Bangkok' + interval '3 months') + 543)::int as year`,
  );
  fiscalYear = String(row?.year);
  await completedMeasure(web.agency, Number(fiscalYear), 'เผยแพร่แผนการใช้จ่ายงบประมาณ');
});
afterAll(() => web.close());

const formOf = (kind: string) => officer.get(`/reports/new?kind=${kind}&fiscalYear=${fiscalYear}`);
const lastReport = async (): Promise<{ kind: string; content: { details: object; layout: { grouping: string } } }> => {
  const [row] = await web.agency.database.look<{
    kind: string;
    content: { details: object; layout: { grouping: string } };
  }>('select kind, content from report order by created_at desc limit 1');
  if (!row) throw new Error('there is no report');
  return row;
};

describe('the form that compiles a report', () => {
  it('asks for a progress report how far each approved measure has come', async () => {
    const { text } = await formOf('progress');
    const measureId = /name="progress\.([0-9a-f-]{36})\.state"/.exec(text)?.[1] ?? '';
    const typed = { kind: 'progress', fiscalYear, [`progress.${measureId}.percent`]: '๑๒๐' };
    const refused = await officer.post('/reports/new', typed);
    expect([refused.status, refused.text.includes('ร้อยละความก้าวหน้าต้องเป็นตัวเลข')]).toEqual([422, true]);
    expect(refused.text).toContain('value="๑๒๐"');
    const { status } = await officer.post('/reports/new', {
      ...typed,
      [`progress.${measureId}.state`]: 'in_progress',
      [`progress.${measureId}.percent`]: '๖๐',
      [`progress.${measureId}.obstacles`]: 'รอข้อมูล',
    });
    expect(status).toBe(303);
    const obstacles = [{ kind: 'plain', text: 'รอข้อมูล' }];
    expect(await lastReport()).toMatchObject({
      kind: 'progress',
      content: { details: { rows: [{ measureId, state: 'in_progress', percent: 60, obstacles }] } },
    });
  });

  it('takes a No Gift report from lines of text, names the line it cannot read, and shows them again', async () => {
    await formOf('no-gift');
    const typed = { kind: 'no-gift', fiscalYear, activities: '๒๗ ธ.ค. ๒๕๖๗ | ประกาศนโยบาย' };
    const undated = await officer.post('/reports/new', typed);
    expect([undated.status, undated.text.includes('ประกาศนโยบาย')]).toEqual([422, true]);
    const day = { 'announcedOn.day': '27', 'announcedOn.month': '12', 'announcedOn.year': '2567' };
    const gifts = '3 ม.ค. 2568\tกระเช้า\tร้านสมมติ\tกองคลัง\t1,200\tส่งคืน';
    const unread = await officer.post('/reports/new', { ...typed, ...day, gifts: `${gifts}\n3 ม.ค. 2568 | กระเช้า` });
    expect([unread.status, unread.text.includes('ของขวัญบรรทัดที่ ๒')]).toEqual([422, true]);
    const { status, headers } = await officer.post('/reports/new', { ...typed, ...day, gifts });
    expect(status).toBe(303);
    expect((await lastReport()).content.details).toMatchObject({
      announcedOn: '2024-12-27',
      activities: [{ heldOn: '2024-12-27', text: 'ประกาศนโยบาย' }],
      gifts: [{ receivedOn: '2025-01-03', item: 'กระเช้า', value: 1200, handling: 'ส่งคืน' }],
    });
    const address = headers.get('location') ?? '';
    expect((await officer.get(address)).text).toContain('รายงานผลตามนโยบาย No Gift Policy');
    const again = await officer.get(`${address}/edit`);
    expect(again.text).toContain('3 ม.ค. 2568 | กระเช้า | ร้านสมมติ | กองคลัง | 1200 | ส่งคืน');
    expect(again.text).not.toContain('name="layout"');
  });

  it('says why an analysis cannot be made without a result of the year', async () => {
    const { status, text } = await formOf('ita-analysis');
    expect([status, text.includes('จัดทำร่างรายงาน')]).toEqual([200, false]);
    expect((await officer.post('/reports/new', { kind: 'ita-analysis', fiscalYear })).status).toBe(404);
  });

  it('compiles an implementation report in the layout that was chosen', async () => {
    await formOf('implementation');
    expect((await officer.post('/reports/new', { fiscalYear, layout: 'nobody' })).status).toBe(422);
    expect((await officer.post('/reports/new', { fiscalYear, layout: 'by-indicator' })).status).toBe(303);
    expect(await lastReport()).toMatchObject({
      kind: 'implementation',
      content: { layout: { grouping: 'indicator' } },
    });
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
