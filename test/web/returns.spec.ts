import type { Browser } from 'playwright-core';
import { saveRoute } from '../../src/approvals/routes.js';
import type { RouteStep } from '../../src/core/route/route.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { orderActing } from '../../src/organizations/order-acting.js';
import { postsHeldBy } from '../../src/organizations/who-may-act.queries.js';
import { aMeasure } from '../support/agency.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { PersonAtBrowser } from './support/person-at-browser.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

const TITLE = 'เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส';
const STEPS: RouteStep[] = [
  { stage: 'review', approvers: 'responsible_division_heads', need: 'all' },
  { stage: 'approval', approvers: 'chief_administrator', need: 'any' },
  { stage: 'approval', approvers: 'executive', need: 'any' },
  { stage: 'results', approvers: 'responsible_division_heads', need: 'all' },
];

describeInBrowser('sending back and handing on, through the pages', () => {
  let web: RunningWeb;
  let browser: Browser;
  let id: string;
  beforeAll(async () => {
    web = await runningWeb();
    browser = await launchBrowser();
    const { organizationId, divisions } = web.agency;
    await web.agency.as('admin', (tx, actor) =>
      saveRoute(tx, { organizationId, actor, itemKind: 'measure', seenVersion: 1, steps: STEPS }),
    );
    await letWorksSignForFinance();
    const content = aMeasure([divisions.get('กองคลัง') ?? '']);
    const measure = await web.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    ({ id } = measure);
    for (const [who, transition] of [
      ['officer', 'submit'],
      ['head-finance', 'sign_off'],
      ['chief', 'approve'],
    ] as const) {
      await web.agency.as(who, (tx, actor) =>
        actOnMeasure(tx, {
          organizationId,
          itemId: id,
          transition,
          actor,
          seenVersion: null,
          shownHash: measure.contentHash,
        }),
      );
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  async function letWorksSignForFinance(): Promise<void> {
    const { agency } = web;
    const { organizationId } = agency;
    const personId = (userName: string): string => agency.personId(userName);
    await web.agency.unitOfWork.inTenant(organizationId, async (tx) => {
      const [post] = await postsHeldBy(tx, organizationId, personId('head-finance'));
      await orderActing(tx, {
        organizationId,
        recordedBy: personId('admin'),
        personId: personId('head-works'),
        postId: post?.postId ?? '',
        capacity: 'delegated_by',
        throughOrderId: null,
        orderNumber: '7/2568',
        orderedOn: '2020-01-01',
        startsOn: '2020-01-01',
        endsOn: null,
        itemKinds: null,
        inCapacityOf: null,
      });
    });
  }

  it('the executive sends it back to the divisions with a code and words', async () => {
    const executive = await PersonAtBrowser.signedIn(browser, web.address, 'executive');
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
    const finance = await PersonAtBrowser.signedIn(browser, web.address, 'head-finance');
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

    const works = await PersonAtBrowser.signedIn(browser, web.address, 'head-works');
    await works.sees('ไปราชการต่างจังหวัด');
    await works.follows(TITLE);
    await works.sees('มอบให้');
    await works.presses('เห็นชอบ');
    await works.reads(TITLE);
    await works.leaves();
  });

  it('surprised nobody on the way', () => expect(web.surprises).toEqual([]));
});
