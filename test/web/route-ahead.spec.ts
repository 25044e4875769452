import type { Browser } from 'playwright-core';
import { DATE_INCOMPLETE } from '../../templates/web/words/form-words.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure } from '../support/agency.js';
import { actsFor, postOf } from '../support/deeds.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

/** On these days the officer who wrote the measure acts for the head of finance. */
const ORDER = { startsOn: '2031-01-06', endsOn: '2031-01-10' };

let web: RunningWeb;
let id: string;
beforeAll(async () => {
  web = await runningWeb();
  const { agency } = web;
  const { organizationId } = agency;
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  ({ id } = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  ));
  await actsFor(agency, 'officer', await postOf(agency, 'head-finance'), 'acting_for', {
    ...ORDER,
    orderNumber: '7/2574',
    orderedOn: '2031-01-03',
  });
}, 120_000);
afterAll(() => web.close());

describe('the simulation through the API', () => {
  const simulated = async (body: object, kind = 'measure') =>
    (await Program.signedIn(web.address, 'officer')).post(`/api/v1/routes/${kind}/simulation`, body);

  it('answers for an item on a day, with who would be refused', async () => {
    const { status, json } = await simulated({ itemId: id, on: '2031-01-08' });
    expect(status).toBe(200);
    expect(json[0]).toMatchObject({
      stage: 'review',
      asked: [{ post: 'ผู้อำนวยการกองคลัง', keptOut: [{ code: 'route.own-submission' }] }],
    });
    const after = await simulated({ itemId: id, on: '2031-01-11' });
    expect(after.json[0].asked).toMatchObject([{ people: ['นางตัวอย่าง ละเอียดดี'], keptOut: [] }]);
  });

  it('answers for divisions on a day', async () => {
    const divisionIds = [web.agency.divisions.get('กองคลัง') ?? ''];
    const { json } = await simulated({ divisionIds, on: '2031-01-08' });
    expect(json[0].asked[0].people).not.toEqual(['นางตัวอย่าง ละเอียดดี']);
    expect(json[0].asked[0].keptOut).toEqual([]);
  });

  it.each([
    ['a day that is none', { everyDivision: true, on: '2031-02-30' }, 'measure', 422],
    ['neither item nor divisions', {}, 'measure', 422],
    ['an item of another kind', { itemId: 'this' }, 'report', 404],
    ['an item that is not there', { itemId: '00000000-0000-7000-8000-000000000000' }, 'measure', 404],
  ])('refuses %s', async (_what, body, kind, status) => {
    const given = 'itemId' in body && body.itemId === 'this' ? { itemId: id } : body;
    expect((await simulated(given, kind)).status).toBe(status);
  });
});

describeInBrowser('the page of a draft', () => {
  let browser: Browser;
  let officer: PersonAtBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
    officer = await PersonAtBrowser.signedIn(browser, web.address, 'officer');
  }, 120_000);
  afterAll(() => browser?.close());

  const asks = async (day: string, month: string, year: string): Promise<string> => {
    await officer.fillsDate('on', day, month, year);
    await officer.presses('ดูผู้พิจารณาของวันนั้น');
    return officer.page.locator('#route-ahead').innerText();
  };

  it('tells its officer who will be asked, without scripts, today and on another day', async () => {
    await officer.opens(`/measures/${id}`);
    await officer.reads('เผยแพร่แผน');
    await officer.sees('ใครจะพิจารณาบ้าง');
    await officer.sees('ผู้อำนวยการกองคลัง: นางตัวอย่าง ละเอียดดี');
    const within = await asks('๘', '1', '๒๕๗๔');
    expect(within).toMatch(/หากเสนอวันที่ .* มกราคม .*2574|หากเสนอวันที่ ๘ มกราคม .*๒๕๗๔/);
    expect(within).toContain('(รักษาราชการแทน) ลงนามไม่ได้ เพราะเป็นผู้เสนอเรื่อง');
    expect(within).toContain('จะค้างที่ขั้นนี้');
    await officer.reads('เผยแพร่แผน');
    expect(await asks('31', '2', '2574')).toContain('วันที่');
    expect(await officer.page.locator('#route-ahead').innerText()).toContain(DATE_INCOMPLETE);
    await officer.reads('เผยแพร่แผน');
  });

  it('tells nobody else', async () => {
    const head = await PersonAtBrowser.signedIn(browser, web.address, 'head-works');
    await head.opens(`/measures/${id}`);
    expect(await head.page.locator('#route-ahead').count()).toBe(0);
    await head.leaves();
  });
});
