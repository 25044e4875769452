import { ANNOUNCEMENT_REGISTER } from '../../src/announcements/announcement-number.js';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import { drawNumber } from '../../src/registers/draw-number.js';
import { voidNumber } from '../../src/registers/void-number.js';
import { completedMeasure } from './support/completed-measure.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let officer: Visit;
let program: Program;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Visit.signedIn(web.address, 'officer');
  program = await Program.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

const numbered = (year: number): Promise<string> =>
  web.agency.as('officer', async (tx, actor) => {
    const { organizationId } = web.agency;
    const parameters = { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] };
    const draft = { organizationId, actor, fiscalYear: 2568, template: 'no-gift-announcement.v1', parameters };
    const { id } = await draftAnnouncement(tx, { ...draft, languages: ['th'] });
    const register = { register: ANNOUNCEMENT_REGISTER, day: `${year - 543}-01-02` };
    await drawNumber(tx, { organizationId, ...register, itemKind: 'announcement', itemId: id });
    return id;
  });

describe('the register of announcements', () => {
  it('shows every number of a year, struck-off ones with their reason, on the page and through the API', async () => {
    const [first, second] = [await numbered(2568), await numbered(2568)];
    await numbered(2567);
    await web.agency.as('officer', (tx, { personId }) =>
      voidNumber(tx, {
        organizationId: web.agency.organizationId,
        register: ANNOUNCEMENT_REGISTER,
        itemKind: 'announcement',
        itemId: first,
        personId,
        reason: 'ลงนามผิดฉบับ',
      }),
    );
    const { json } = await program.get('/api/v1/announcement-register?year=2568');
    expect(json).toMatchObject({
      year: 2568,
      years: [2568, 2567],
      lines: [
        { number: 1, announcementId: first, voided: { reason: 'ลงนามผิดฉบับ' } },
        { number: 2, announcementId: second, voided: null },
      ],
    });
    const { status, text } = await officer.get('/announcements/register');
    expect(status).toBe(200);
    expect(text).toMatch(/ลงนามผิดฉบับ/);
    expect(text.match(/href="\/announcements\/[0-9a-f-]{36}"/g)).toHaveLength(2);
  });
});

describe('the years of the register', () => {
  const PATH = '/api/v1/announcement-register/years';

  it('are changed by an administrator on a page that says what would happen', async () => {
    const { text } = await officer.get('/announcements/register');
    expect(text).toContain('นับตามปีปฏิทิน เริ่มเลขที่ ๑ ใหม่ทุกวันที่ ๑ มกราคม');
    expect(text).not.toContain('เปลี่ยนรอบปีของทะเบียน');
    expect((await officer.get('/announcements/register/years')).status).toBe(403);
    const admin = await Visit.signedIn(web.address, 'admin');
    expect((await admin.get('/announcements/register')).text).toContain('เปลี่ยนรอบปีของทะเบียน');
    const page = (await admin.get('/announcements/register/years')).text;
    expect(page).toContain('เปลี่ยนเป็นปีงบประมาณ');
    const startsOn = /name="startsOn" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const stale = await admin.post('/announcements/register/years', { yearKind: 'fiscal', startsOn: '2020-05-05' });
    expect([stale.status, stale.text]).toEqual([422, expect.stringContaining('เลขที่จะซ้ำหรือขาดช่วง')]);
    const changed = await admin.post('/announcements/register/years', { yearKind: 'fiscal', startsOn });
    expect([changed.status, changed.headers.get('location')]).toEqual([303, '/announcements/register/years']);
    expect((await admin.get('/announcements/register/years')).text).toContain('เปลี่ยนรอบปีของทะเบียนแล้ว');
    expect((await admin.get('/history')).text).toContain('ปีปฏิทิน → ปีงบประมาณ');
  });

  it('are changed by programs, once for one key, and only from a day that keeps the numbers whole', async () => {
    const admin = await Program.signedIn(web.address, 'admin');
    const { json } = await admin.get(PATH);
    expect(json).toMatchObject({ years: [{ year: expect.any(Number) }, {}], change: { yearKind: 'calendar' } });
    const { yearKind, startsOn } = json.change;
    const unsafe = await admin.post(PATH, { yearKind, startsOn: '2020-05-05' });
    expect(unsafe.json).toMatchObject({ status: 409, code: 'register.years-unsafe' });
    expect((await program.post(PATH, { yearKind, startsOn })).json).toMatchObject({ code: 'permission.denied' });
    const key = { 'idempotency-key': 'years' };
    expect((await admin.post(PATH, { yearKind, startsOn }, key)).status).toBe(204);
    const again = await admin.post(PATH, { yearKind, startsOn }, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([204, 'true']);
    const unchanged = await admin.post(PATH, { yearKind, startsOn });
    expect(unchanged.json).toMatchObject({ status: 409, code: 'register.years-unchanged' });
    expect((await admin.post(PATH, { yearKind: 'lunar', startsOn })).status).toBe(422);
  });
});

describe('the measures of a year as a file', () => {
  it.each(['xlsx', 'csv'] as const)('come back through an import of the %s without a new draft', async (format) => {
    await completedMeasure(web.agency, 2566, `เผยแพร่แผน ${format}`);
    const reply = await program.getBytes(`/api/v1/measures-export?fiscalYear=2566&format=${format}`);
    expect(reply.headers.get('content-disposition')).toContain(`measures-2566.${format}`);
    const page = await officer.get(`/measures/export/${format}?fiscalYear=2566`);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);

    const { json } = await program.upload('/api/v1/imports/preview', `plan.${format}`, reply.bytes, {
      fiscalYear: '2566',
    });
    const { json: list } = await program.get('/api/v1/measures?fiscalYear=2566');
    const titles = json.measures.map(({ content }: { content: { title: string } }) => content.title);
    expect(titles).toEqual(list.items.map(({ title }: { title: string }) => title));
    expect(json.findings.filter(({ severity }: { severity: string }) => severity === 'E')).toEqual([]);
  });

  it('are refused in a form nobody knows', async () => {
    expect((await program.get('/api/v1/measures-export?fiscalYear=2566&format=pdf')).status).toBe(422);
    expect((await officer.get('/measures/export/pdf')).status).toBe(404);
  });
});

const PLAN = 'มาตรการ,วิธีดำเนินการ,ระยะเวลา,ผู้รับผิดชอบ\r\nประชา สัมพันธ์แผน,1. เผยแพร่ แล ะ รายงาน,ตลอดปีงบประมาณ,กองคลัง';

describe('stray spaces inside words', () => {
  it('are closed on request only, and can be taken back', async () => {
    const { json: offered } = await program.upload('/api/v1/imports/preview', 'p.csv', Buffer.from(PLAN), {
      fiscalYear: '2568',
    });
    const { json: closed } = await program.upload('/api/v1/imports/preview', 'p.csv', Buffer.from(PLAN), {
      fiscalYear: '2568',
      closeSpaces: 'true',
    });
    const codes = (plan: { findings: { code: string }[] }) => plan.findings.map(({ code }) => code);
    expect(codes(offered)).toContain('import.spacing-offer');
    expect(codes(closed)).not.toContain('import.spacing-offer');
    expect(codes(closed)).toContain('import.spacing-closed');
  });

  it('can be chosen on the page that shows what a file would bring', async () => {
    await officer.get('/imports');
    const form = new FormData();
    form.set('fiscalYear', '2568');
    form.set('_csrf', officer.token);
    form.set('file', new Blob([PLAN]), 'p.csv');
    const sent = await fetch(`${web.address}/imports`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: officer.cookie },
      body: form,
    });
    const address = sent.headers.get('location') ?? '';
    expect((await officer.get(address)).text).toContain('ปิดช่องว่างในคำ');
    expect((await officer.post(`${address}/spaces`, { closeSpaces: 'true' })).status).toBe(303);
    const closed = await officer.get(address);
    expect(closed.text).toContain('คงช่องว่างตามไฟล์เดิม');
    expect(closed.text).toContain('ประชาสัมพันธ์แผน');
    await officer.post(`${address}/spaces`, { closeSpaces: '' });
    expect((await officer.get(address)).text).toContain('ประชา สัมพันธ์แผน');
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
