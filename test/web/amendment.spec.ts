import { actsOn, draftedMeasure } from '../support/deeds.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let officer: Visit;
let address: string;

beforeAll(async () => {
  web = await runningWeb();
  const measure = await draftedMeasure(web.agency);
  await actsOn(web.agency, 'officer', 'submit', measure);
  await actsOn(web.agency, 'head-finance', 'sign_off', measure);
  await actsOn(web.agency, 'executive', 'approve', measure);
  address = `/measures/${measure.id}`;
  officer = await Visit.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

describe('an amendment of an approved measure', () => {
  let edit: string;

  it('begins with a press, once, and opens for editing', async () => {
    const { text } = await officer.get(address);
    expect(text).toContain('ขอแก้ไขมาตรการ');
    const [, idempotencyKey = ''] = /name="idempotencyKey" value="([^"]+)"/.exec(text) ?? [];
    const first = await officer.post(`${address}/amendment`, { idempotencyKey });
    edit = first.headers.get('location') ?? '';
    expect([first.status, edit]).toEqual([303, expect.stringMatching(/^\/measures\/[0-9a-f-]{36}\/edit$/)]);
    expect((await officer.post(`${address}/amendment`, { idempotencyKey })).headers.get('location')).toBe(edit);
    expect((await officer.post(`${address}/amendment`, {})).status).toBe(422);
  });

  it('shows signers what differs from the version in force', async () => {
    const amendment = edit.replace(/\/edit$/, '');
    expect((await officer.get(amendment)).text).toContain('ยังไม่มีข้อความใดต่าง');
    await web.agency.database.look(
      `update measure set content = jsonb_set(content, '{monitoring}', '[{"kind":"plain","text":"รายงานทุกเดือน"}]') where id = $1`,
      [amendment.split('/')[2]],
    );
    const { text } = await (await Visit.signedIn(web.address, 'head-finance')).get(amendment);
    const comparison =
      /<section class="sheet" aria-labelledby="comparison-title">.*?<\/section>/s.exec(text)?.[0] ?? '';
    expect(comparison.match(/<h3>[^<]+/g)).toEqual(['<h3>การกำกับติดตาม']);
    expect(comparison).toContain('รายงานทุกเดือน');
    expect(comparison).toContain(`href="${address}"`);
  });

  it('is found from the version in force while it is on its way', async () => {
    expect((await officer.get(address)).text).toContain(`href="${edit.replace(/\/edit$/, '')}"`);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
