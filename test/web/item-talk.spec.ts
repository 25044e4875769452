import { openItemKinds } from '../../src/app/item-kinds.js';
import { actsFor, draftedMeasure, postOf } from '../support/deeds.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let officer: Visit;
let address: string;

beforeAll(async () => {
  openItemKinds();
  web = await runningWeb();
  // the one situation where an officer could sign the own draft
  await actsFor(web.agency, 'officer', await postOf(web.agency, 'head-finance'), 'acting_for', {
    orderNumber: '๑๒/๒๕๖๘',
  });
  const { id } = await draftedMeasure(web.agency);
  address = `/measures/${id}`;
  officer = await Visit.signedIn(web.address, 'officer');
  await officer.get(address);
  expect((await officer.post(`${address}/acts/submit`, {})).status).toBe(303);
});
afterAll(() => web.close());

const wordsOf = (text: string): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('beside the decisions on an item', () => {
  it('people comment and take note', async () => {
    await officer.post(`${address}/comments`, { kind: 'comment', text: 'ขอ <b>เร่ง</b> พิจารณา' });
    const auditor = await Visit.signedIn(web.address, 'auditor');
    await auditor.get(address);
    await auditor.post(`${address}/comments`, { kind: 'noted', text: '' });
    await auditor.post(`${address}/comments`, { kind: 'comment', text: '' });
    const { text } = await officer.get(address);
    expect(text).toContain('ขอ &lt;b>เร่ง&lt;/b> พิจารณา');
    expect(wordsOf(text)).toContain('นางทดลอง ตรวจตรา: ทราบ');
    expect(text.match(/class="timeline__deed">นาง/g)).toHaveLength(2);
  });

  it('an emergency decision is offered where four eyes alone forbids one, and asks why', async () => {
    const [, override = ''] = /href="([^"]+override=true)"/.exec((await officer.get(address)).text) ?? [];
    const page = await officer.get(override.replaceAll('&amp;', '&'));
    expect(page.text).toContain('เห็นชอบ (กรณีฉุกเฉิน)');
    const [, shownHash = ''] = /name="shownHash" value="([0-9a-f]{64})"/.exec(page.text) ?? [];
    const decide = (fields: Record<string, string>) =>
      officer.post(`${address}/acts/sign_off`, { shownHash, ...fields });
    expect((await decide({})).status).toBe(409);
    expect((await decide({ override: 'true' })).status).toBe(422);
    expect((await decide({ override: 'true', reason: 'ผู้อำนวยการเข้าโรงพยาบาล' })).status).toBe(303);
    expect(wordsOf((await officer.get(address)).text)).toContain('รักษาราชการแทน ผู้อำนวยการกองคลัง ตามคำสั่งที่ ๑๒/๒๕๖๘');
  });

  it('its flag goes only when another person ratifies', async () => {
    const flagged = (await officer.get(address)).text;
    expect(flagged).toContain('รอบุคคลอื่นรับรอง');
    expect(flagged).not.toContain('/ratify"');
    const executive = await Visit.signedIn(web.address, 'executive');
    expect((await executive.get('/tasks')).text).toContain('href="/overrides"');
    const unread = (await executive.get('/notices')).text;
    expect(unread).toContain('มีการตัดสินใจกรณีฉุกเฉินที่รอบุคคลอื่นรับรอง');
    expect(unread).toContain(`href="${address}"`);
    const wish = 'มีการตัดสินใจกรณีฉุกเฉินที่รอรับรอง';
    expect((await executive.get('/notices/wishes')).text).toContain(wish);
    expect((await officer.get('/notices/wishes')).text).not.toContain(wish);
    const everywhere = (await executive.get('/overrides')).text;
    expect(wordsOf(everywhere)).toContain('ผู้อำนวยการเข้าโรงพยาบาล');
    expect(everywhere).toContain('/ratify"');
    expect(wordsOf((await executive.get(`${address}/acts/approve`)).text)).toContain('ตัดสินใจกรณีฉุกเฉิน');
    expect((await officer.get('/overrides')).status).toBe(403);
    const [, ratify = ''] = /action="([^"]+\/ratify)"/.exec((await executive.get(address)).text) ?? [];
    expect((await officer.post(ratify, {})).status).toBe(403);
    expect((await executive.post(ratify, {})).status).toBe(303);
    expect((await officer.get(address)).text).not.toContain('รอบุคคลอื่นรับรอง');
    const stillUnread = await web.agency.database.look(
      `select from notice where kind = 'unratified' and read_at is null`,
    );
    expect(stillUnread).toEqual([]);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
