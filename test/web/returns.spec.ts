import { saveRoute } from '../../src/approvals/routes.js';
import type { RouteStep } from '../../src/core/route/route.js';
import { actsFor, actsOn, draftedMeasure, postOf } from '../support/deeds.js';
import { describeInBrowser } from './support/browser.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const TITLE = 'เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส';
const STEPS: RouteStep[] = [
  { stage: 'review', approvers: 'responsible_division_heads', need: 'all' },
  { stage: 'approval', approvers: 'chief_administrator', need: 'any' },
  { stage: 'approval', approvers: 'executive', need: 'any' },
  { stage: 'results', approvers: 'responsible_division_heads', need: 'all' },
];

describeInBrowser('sending back and handing on, through the pages', () => {
  let web: WebAtBrowsers;
  beforeAll(async () => {
    web = await webAtBrowsers();
    const { agency } = web;
    const { organizationId } = agency;
    await agency.as('admin', (tx, actor) =>
      saveRoute(tx, { organizationId, actor, itemKind: 'measure', seenVersion: 1, steps: STEPS }),
    );
    await actsFor(agency, 'head-works', await postOf(agency, 'head-finance'), 'delegated_by');
    const measure = await draftedMeasure(agency);
    await actsOn(agency, 'officer', 'submit', measure);
    await actsOn(agency, 'head-finance', 'sign_off', measure);
    await actsOn(agency, 'chief', 'approve', measure);
  }, 120_000);
  afterAll(() => web?.close());

  it('the executive sends it back to the divisions with a code and words', async () => {
    const executive = await web.arrives('executive');
    await executive.follows(TITLE);
    await executive.follows('ส่งคืนแก้ไข');
    await executive.reads('ส่งคืนแก้ไข');
    await executive.page.getByLabel(/ลำดับที่ ๑/).check();
    await executive.page.getByLabel('ตัวเลขหรือข้อเท็จจริงไม่ถูกต้อง').check();
    await executive.fills('เหตุผล', 'ยอดงบประมาณไม่ตรงกับแผน');
    await executive.presses('ส่งคืนแก้ไข');
    await executive.reads(TITLE);
    await executive.sees('ส่งคืนลำดับที่ ๑ · ตัวเลขหรือข้อเท็จจริงไม่ถูกต้อง');
    await executive.sees('ยอดงบประมาณไม่ตรงกับแผน');
    await executive.leaves();
  });

  it('the head asked hands it to the delegate, who finds it in the own work with the reason', async () => {
    const finance = await web.arrives('head-finance');
    await finance.follows(TITLE);
    await finance.page.getByText('อื่น ๆ', { exact: true }).click();
    await finance.follows('มอบให้ผู้อื่นพิจารณา');
    await finance.reads('มอบให้ผู้อื่นพิจารณา');
    await finance.fills('เหตุผล', 'ไปราชการต่างจังหวัด');
    await finance.presses('มอบให้ผู้อื่นพิจารณา');
    await finance.sees('กรุณาเลือกผู้ที่จะมอบให้');
    await finance.page.getByLabel(/ในตำแหน่งผู้อำนวยการกองคลัง/).check();
    await finance.presses('มอบให้ผู้อื่นพิจารณา');
    await finance.reads(TITLE);
    await finance.opens('/tasks');
    await finance.sees('ไม่มีงานรอท่าน');
    await finance.leaves();

    const works = await web.arrives('head-works');
    await works.sees('ไปราชการต่างจังหวัด');
    await works.follows(TITLE);
    await works.sees('มอบให้');
    await works.presses('เห็นชอบ');
    await works.reads(TITLE);
    await works.leaves();
  });

  it('surprised nobody on the way', () => expect(web.surprises).toEqual([]));
});
