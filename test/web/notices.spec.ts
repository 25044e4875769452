import { draftMeasure } from '../../src/measures/save-measure.js';
import { notify } from '../../src/notices/notify.js';
import { aMeasure } from '../support/agency.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
beforeAll(async () => {
  web = await runningWeb();
  const { agency } = web;
  const { organizationId, divisions } = agency;
  const content = aMeasure([divisions.get('กองคลัง') ?? '']);
  await agency.as('officer', async (tx, actor) => {
    const { id } = await draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content });
    const personIds = [agency.personId('head-finance')];
    await notify(tx, { organizationId, personIds, kind: 'waiting', item: { kind: 'measure', id }, at: new Date() });
  });
});
afterAll(() => web.close());

describe('notices', () => {
  it('are counted on every page of their reader until they are read', async () => {
    const head = await Visit.signedIn(web.address, 'head-finance');
    expect((await head.get('/measures')).text).toMatch(/href="\/notices"[^>]*>การแจ้งเตือน \(๑\)/);
    const { text } = await head.get('/notices');
    expect(text).toContain('มาตรการรอท่านพิจารณา');
    expect(text).toContain('เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส');
    expect((await head.post('/notices/read', {})).status).toBe(303);
    expect((await head.get('/notices')).text).toContain('อ่านครบแล้ว');
  });

  it('reach programs in both languages, and nobody else', async () => {
    const head = await Program.signedIn(web.address, 'head-finance');
    expect((await head.get('/api/v1/notices')).json).toMatchObject([
      { kind: 'waiting', isRead: true, sentence: { en: 'A measure is waiting for you' } },
    ]);
    expect((await head.post('/api/v1/notices/read')).json).toEqual({ read: 0 });
    expect((await (await Program.signedIn(web.address, 'officer')).get('/api/v1/notices')).json).toEqual([]);
  });

  it('stand beside the list of what is late', async () => {
    await web.agency.database.look(
      `insert into asked_signature (organization_id, id, item_kind, item_id, round, stage, step, post_id, asked_at, due_in_days, due_on)
       select p.organization_id, gen_random_uuid(), 'measure', m.id, 1, 'review', 0, p.id, now(), 1,
         (now() at time zone 'Asia/Bangkok')::date - 14 from post p, measure m where p.name = 'ผู้อำนวยการกองคลัง'`,
    );
    const [late] = (await (await Program.signedIn(web.address, 'auditor')).get('/api/v1/late')).json;
    expect(late).toMatchObject({ itemKind: 'measure', post: 'ผู้อำนวยการกองคลัง', isEscalated: false });
    expect(late.daysLate).toBeGreaterThan(0);
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
