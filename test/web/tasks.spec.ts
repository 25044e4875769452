import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure } from '../support/agency.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

describe('my work', () => {
  let web: RunningWeb;
  beforeAll(async () => (web = await runningWeb()));
  afterAll(() => web.close());

  const submitted = async (title: string): Promise<string> =>
    (await actsOn(web.agency, 'officer', 'submit', await draftedMeasure(web.agency, { title }))).id;
  /** As if the signature had been asked for with a due day so many days from today. */
  const due = async (itemId: string, days: number): Promise<void> => {
    await web.agency.database.look('delete from asked_signature where item_id = $1', [itemId]);
    await web.agency.database.look(
      `insert into asked_signature (organization_id, id, item_kind, item_id, round, stage, step, post_id, asked_at, due_in_days, due_on)
       select organization_id, gen_random_uuid(), 'measure', $1, 1, 'review', 0, id, now(), 1,
         (now() at time zone 'Asia/Bangkok')::date + $2::int from post where name = 'ผู้อำนวยการกองคลัง'`,
      [itemId, days],
    );
  };

  it('puts what is late first and says how late it is', async () => {
    const calm = await submitted('ไม่รีบ');
    const late = await submitted('ล่าช้า');
    const soon = await submitted('ใกล้ครบกำหนด');
    await Promise.all([due(calm, 60), due(late, -14), due(soon, 3)]);

    const { text } = await (await Visit.signedIn(web.address, 'head-finance')).get('/tasks');

    const order = ['ล่าช้า', 'ใกล้ครบกำหนด', 'ไม่รีบ'].map((title) => text.indexOf(`>${title}<`));
    expect(order.every((position) => position > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(text).toMatch(/<span class="late">เกินกำหนด [๐-๙]+ วันทำการ<\/span>/);
  });

  it('holds the drafts of their author, and nobody else’s', async () => {
    const { organizationId, divisions } = web.agency;
    const content = aMeasure([divisions.get('กองคลัง') ?? ''], { title: 'ร่างของฉัน' });
    await web.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    const tasksOf = async (name: string) => (await (await Visit.signedIn(web.address, name)).get('/tasks')).text;
    expect(await tasksOf('officer')).toContain('ร่างของฉัน');
    expect(await tasksOf('head-finance')).not.toContain('ร่างของฉัน');
    expect(await tasksOf('auditor')).toContain('ไม่มีงานรอท่าน');
  });
});
