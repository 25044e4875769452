import { ANNOUNCEMENT_REGISTER } from '../../src/announcements/announcement-number.js';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import { drawNumber } from '../../src/registers/draw-number.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('striking a number off the register', () => {
  let web: WebAtBrowsers;
  let officer: PersonAtBrowser;

  beforeAll(async () => {
    web = await webAtBrowsers('officer');
    officer = web.at('officer');
  }, 120_000);
  afterAll(() => web?.close());

  /** With a number, in a state as its lifecycle leaves it. */
  const announcement = async (state: 'published' | 'withdrawn'): Promise<string> => {
    const id = await web.agency.as('officer', async (tx, actor) => {
      const { organizationId } = web.agency;
      const parameters = { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] };
      const draft = { organizationId, actor, fiscalYear: 2568, template: 'no-gift-announcement.v1', parameters };
      const { id: itemId } = await draftAnnouncement(tx, { ...draft, languages: ['th'] });
      const register = { register: ANNOUNCEMENT_REGISTER, day: '2025-01-02' };
      await drawNumber(tx, { organizationId, ...register, itemKind: 'announcement', itemId });
      return itemId;
    });
    await web.agency.database.look('update announcement set state = $2 where id = $1', [id, state]);
    return id;
  };

  it('begins at the announcements and wants a reason', async () => {
    await announcement('published');
    await announcement('withdrawn');
    await officer.opens('/announcements');
    await officer.follows('ทะเบียนประกาศ');
    await officer.reads('ทะเบียนประกาศ');
    await officer.follows('ยกเลิกเลขที่นี้');
    await officer.reads('ยกเลิกเลขที่ ๒/๒๕๖๘');
    await officer.presses('ยกเลิกเลขที่');
    await officer.reads('ยกเลิกเลขที่ ๒/๒๕๖๘');
    await officer.sees('มี ๑ จุดที่ต้องแก้ไข');
    await officer.fills('เหตุผลที่ยกเลิก', 'ออกเลขซ้ำกับประกาศฉบับกระดาษ');
    await officer.presses('ยกเลิกเลขที่');
    await officer.reads('ทะเบียนประกาศ');
    await officer.sees('ยกเลิกเลขที่แล้ว');
    await officer.sees('ออกเลขซ้ำกับประกาศฉบับกระดาษ');
    expect(await officer.page.getByRole('link', { name: 'ยกเลิกเลขที่นี้' }).count()).toBe(0);
  });

  it('is refused while the announcement is in force, and to others than officers', async () => {
    const inForce = await announcement('published');
    const withdrawn = await announcement('withdrawn');
    const [path, other] = [inForce, withdrawn].map((id) => `/api/v1/announcement-register/${id}/void`);
    const program = await Program.signedIn(web.address, 'officer');
    const reason = { reason: 'พิมพ์ผิด' };
    expect((await program.post(path ?? '', reason)).json).toMatchObject({
      status: 409,
      code: 'register.number-in-use',
    });
    const auditor = await Program.signedIn(web.address, 'auditor');
    expect((await auditor.post(other ?? '', reason)).json).toMatchObject({ status: 403, code: 'permission.denied' });
    const visit = await Visit.signedIn(web.address, 'auditor');
    expect((await visit.get(`/announcements/register/${withdrawn}/void`)).status).toBe(403);
  });

  it('happens once for one key, and the record stays', async () => {
    const id = await announcement('withdrawn');
    const program = await Program.signedIn(web.address, 'officer');
    const strike = (): ReturnType<Program['post']> =>
      program.post(`/api/v1/announcement-register/${id}/void`, { reason: 'พิมพ์ผิด' }, { 'idempotency-key': 'void' });
    expect((await strike()).status).toBe(204);
    const again = await strike();
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([204, 'true']);
    const { json } = await program.get('/api/v1/announcement-register?year=2568');
    expect(json.lines.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(json.lines.at(-1)).toMatchObject({ announcementId: id, voided: { reason: 'พิมพ์ผิด' } });
    const twice = await program.post(`/api/v1/announcement-register/${id}/void`, { reason: 'อีกครั้ง' });
    expect(twice.json).toMatchObject({ status: 404, code: 'register.number-not-found' });
  });

  it('stands beside the years of the register, which an administrator changes and takes back', async () => {
    const admin = await web.arrives('admin');
    await admin.opens('/announcements/register');
    await admin.reads('ทะเบียนประกาศ');
    await admin.follows('เปลี่ยนรอบปีของทะเบียน');
    await admin.reads('รอบปีของทะเบียนประกาศ');
    await admin.presses('เปลี่ยนเป็นปีงบประมาณ');
    await admin.reads('รอบปีของทะเบียนประกาศ');
    await admin.sees('เปลี่ยนรอบปีของทะเบียนแล้ว');
    await admin.presses('ปีปฏิทิน');
    await admin.sees('เปลี่ยนเป็นปีงบประมาณ');
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
