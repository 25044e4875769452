import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const TITLE = 'เผยแพร่แผนจัดซื้อจัดจ้างทุกไตรมาส';
/** Acts for the head of the works division. */
const CHIEF = 'นางสาวสมมุติ รอบคอบ';
const PEOPLE = ['admin', 'officer', 'head-finance', 'chief', 'executive'] as const;
type Name = (typeof PEOPLE)[number];

describeInBrowser('a measure of two divisions, through the pages without scripts', () => {
  let web: WebAtBrowsers;

  beforeAll(async () => {
    web = await webAtBrowsers(...PEOPLE);
  }, 120_000);
  afterAll(() => web?.close());

  const at = (name: Name): PersonAtBrowser => web.at(name);
  const opensOthers = (name: Name): Promise<void> => at(name).page.locator('.decision__others summary').click();
  /** From the list of what waits, with the text read on the way. */
  const decides = async (name: Name, deed: string, reading: (person: PersonAtBrowser) => Promise<void>) => {
    const person = at(name);
    await person.opens('/tasks');
    await person.follows(TITLE);
    await reading(person);
    await person.presses(deed);
    await person.reads(TITLE);
  };

  describe('with one acting head', () => {
    it('is signed off by the head of one and by whoever acts for the head of the other', async () => {
      const admin = at('admin');
      const chooses = (label: string, option: string) =>
        admin.page.getByLabel(label, { exact: true }).selectOption({ label: option });
      await admin.opens('/admin/acting/new');
      await admin.reads('บันทึกคำสั่งรักษาราชการแทน');
      await chooses('ผู้ปฏิบัติ', CHIEF);
      await chooses('ตำแหน่งที่ปฏิบัติแทน', 'ผู้อำนวยการกองช่าง');
      await admin.fills('คำสั่งที่', '๑๒/๒๕๖๘');
      for (const [part, value] of [
        ['day', '1'],
        ['year', '2568'],
      ] as const)
        await admin.page.locator(`[name="orderedOn.${part}"]`).fill(value);
      await admin.page.locator('[name="orderedOn.month"]').selectOption('1');
      await admin.presses('บันทึกคำสั่ง');
      await admin.sees('บันทึกคำสั่งแล้ว');

      const officer = at('officer');
      await officer.opens('/measures/new');
      await officer.fills('ชื่อมาตรการ', TITLE);
      await officer.fills('วิธีดำเนินการ', '1. จัดทำแผน\n2. เผยแพร่บนเว็บไซต์');
      await officer.page.locator('#periodText').fill('ทุกไตรมาส');
      await officer.page.getByLabel('กองคลัง').check();
      await officer.page.getByLabel('กองช่าง').check();
      await officer.presses('บันทึกร่าง');
      await officer.presses('เสนอให้ส่วนราชการเห็นชอบ');
      await officer.reads(TITLE);
      await officer.sees(`ผู้อำนวยการกองช่าง (${CHIEF})`);

      await decides('chief', 'เห็นชอบ', (chief) => chief.sees('เผยแพร่บนเว็บไซต์'));
      await decides('head-finance', 'เห็นชอบ', (head) => head.sees('รักษาราชการแทน ผู้อำนวยการกองช่าง ตามคำสั่งที่ ๑๒/๒๕๖๘'));
      await decides('executive', 'อนุมัติ', (executive) => executive.sees('เผยแพร่บนเว็บไซต์'));
      await at('executive').sees('อนุมัติแล้ว');
    });
  });

  describe('and its amendment', () => {
    it('is begun beside the measure in force, whose results wait for it', async () => {
      const officer = at('officer');
      await officer.opens('/measures');
      await officer.follows(TITLE);
      await opensOthers('officer');
      await officer.presses('ขอแก้ไขมาตรการ');
      await officer.reads('แก้ไขมาตรการ');
      await officer.fills('วิธีดำเนินการ', '1. จัดทำแผน\n2. เผยแพร่บนเว็บไซต์และบอร์ดประชาสัมพันธ์');
      await officer.presses('บันทึกร่าง');
      await officer.reads(TITLE);
      await officer.sees('บอร์ดประชาสัมพันธ์');
      await officer.presses('เสนอให้ส่วนราชการเห็นชอบ');
      await officer.opens('/measures?state=approved');
      await officer.follows(TITLE);
      await officer.reads(TITLE);
      await officer.sees('มีการขอแก้ไขมาตรการนี้ค้างอยู่');
      expect(await officer.page.locator('.sheet').first().innerText()).not.toContain('บอร์ดประชาสัมพันธ์');
    });

    it('is compared by every signer and takes the place of the plan when it is approved', async () => {
      const compares = async (person: PersonAtBrowser): Promise<void> => {
        const comparison = await person.page.locator('[aria-labelledby="comparison-title"]').innerText();
        expect(comparison).toContain('เผยแพร่บนเว็บไซต์และบอร์ดประชาสัมพันธ์');
      };
      await decides('head-finance', 'เห็นชอบ', compares);
      await decides('chief', 'เห็นชอบ', compares);
      await decides('executive', 'อนุมัติ', compares);

      const officer = at('officer');
      await officer.opens('/measures');
      await officer.follows(TITLE);
      await officer.reads(TITLE);
      await officer.sees('บอร์ดประชาสัมพันธ์');
      await officer.sees('อนุมัติแล้ว');
      expect(await officer.page.locator('main').innerText()).not.toContain('มีการขอแก้ไขมาตรการนี้ค้างอยู่');
    });

    it('is given up by its author after reading what that means', async () => {
      const officer = at('officer');
      await opensOthers('officer');
      await officer.presses('ขอแก้ไขมาตรการ');
      await officer.presses('บันทึกร่าง');
      await opensOthers('officer');
      await officer.follows('ถอนการขอแก้ไข');
      await officer.reads('ถอนการขอแก้ไข');
      await officer.sees('มาตรการที่อนุมัติแล้วคงเดิม');
      await officer.presses('ถอนการขอแก้ไข');
      await officer.reads(TITLE);
      await officer.sees('ถอนการขอแก้ไขแล้ว');
    });
  });

  it('surprised nobody on the way', () => expect(web.surprises).toEqual([]));
});
