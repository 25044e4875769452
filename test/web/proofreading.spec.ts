import { draftMeasure } from '../../src/measures/save-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { aMeasure } from '../support/agency.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const FOREIGN = 'เผยแพร่บนเว็บไซต์ขององค์การบริหารส่วนตำบลหนองสมมติ';
const DOUBLED = 'แจ้งเรื่องเรื่องร้องเรียนให้ทราบ';
const SUBMIT = 'เสนอให้ส่วนราชการเห็นชอบ';

describeInBrowser('the proof-reader, through the pages', () => {
  let web: WebAtBrowsers;
  let officer: PersonAtBrowser;
  let finance: PersonAtBrowser;

  beforeAll(async () => {
    web = await webAtBrowsers('officer', 'head-finance');
    officer = web.at('officer');
    finance = web.at('head-finance');
  }, 120_000);
  afterAll(() => web?.close());

  const drafted = (title: string, ...methods: string[]): Promise<MeasureRow> =>
    web.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, {
        organizationId: web.agency.organizationId,
        actor,
        fiscalYear: 2568,
        content: aMeasure([web.agency.divisions.get('กองคลัง') ?? ''], {
          title,
          methods: methods.map((text) => ({ kind: 'numbered', text })),
          results: [],
          outcomes: [],
        }),
      }),
    );
  const stateOf = async ({ id }: MeasureRow): Promise<string | undefined> =>
    (await web.agency.database.look<{ state: string }>('select state from measure where id = $1', [id]))[0]?.state;

  describe('a draft with the name of another agency', () => {
    const title = 'เผยแพร่ข้อมูลการจัดซื้อจัดจ้าง';
    let measure: MeasureRow;
    beforeAll(async () => {
      measure = await drafted(title, FOREIGN, DOUBLED);
    });

    it('shows the finding beside the text, with a link to its field', async () => {
      await officer.opens(`/measures/${measure.id}`);
      await officer.reads(title);
      await officer.sees('ต้องแก้ ๑ แห่ง');
      await officer.sees('องค์การบริหารส่วนตำบลหนองสมมติ');
      await officer.page.locator('#proof').getByRole('link', { name: 'วิธีดำเนินการ' }).first().click();
      await officer.reads('แก้ไขมาตรการ');
      expect(officer.page.url()).toMatch(/#methods$/);
      await officer.sees('ต้องแก้ ๑ แห่ง');
    });

    it('is not submitted without a reason', async () => {
      await officer.opens(`/measures/${measure.id}`);
      await officer.follows(SUBMIT);
      await officer.reads(SUBMIT);
      await officer.presses(SUBMIT);
      await officer.reads(SUBMIT);
      await officer.sees('การตรวจทานพบข้อที่ต้องแก้');
      expect(await stateOf(measure)).toBe('draft');
    });

    it('is submitted with a reason, which stands in its history', async () => {
      await officer.fills('เหตุผลที่เสนอทั้งที่ยังไม่แก้', 'เป็นโครงการร่วมของสองตำบล');
      await officer.presses(SUBMIT);
      await officer.reads(title);
      await officer.sees('เสนอทั้งที่ตัวตรวจทานพบข้อที่ต้องแก้');
      await officer.sees('เป็นโครงการร่วมของสองตำบล');
      expect(await stateOf(measure)).toBe('division_review');
    });

    it('shows every signer what is doubtful in it', async () => {
      await finance.opens(`/measures/${measure.id}`);
      await finance.reads(title);
      await finance.sees('ควรตรวจ ๑ แห่ง');
      await finance.sees('เรื่องเรื่อง');
      await finance.presses('เห็นชอบ');
      await finance.sees('เห็นชอบแล้ว');
    });
  });

  describe('a draft with personal data', () => {
    it('cannot be submitted until the place is cleared with a reason', async () => {
      const title = 'เปิดช่องทางรับเรื่องร้องเรียน';
      const measure = await drafted(title, 'ติดต่อเจ้าหน้าที่ 081-234-5678');
      await officer.opens(`/measures/${measure.id}`);
      await officer.reads(title);
      await officer.sees('พบข้อมูลที่อาจเป็นข้อมูลส่วนบุคคล');
      expect(await officer.page.getByRole('button', { name: SUBMIT }).isDisabled()).toBe(true);
      await officer.fills('เหตุผลที่เผยแพร่ได้', 'เป็นโทรศัพท์ประจำสำนักงาน');
      await officer.presses('ยืนยันว่าเผยแพร่ได้');
      await officer.reads(title);
      await officer.sees('เป็นโทรศัพท์ประจำสำนักงาน');
      await officer.presses(SUBMIT);
      await officer.reads(title);
      expect(await stateOf(measure)).toBe('division_review');
    });
  });

  it('shows findings on the form for results', async () => {
    const title = 'จัดทำคู่มือการให้บริการ';
    const measure = await drafted(title, FOREIGN);
    await web.agency.database.look(`update measure set state = 'approved' where id = $1`, [measure.id]);
    await officer.opens(`/measures/${measure.id}/results`);
    await officer.reads(title);
    await officer.sees('ต้องแก้ ๑ แห่ง');
    await officer.sees('องค์การบริหารส่วนตำบลหนองสมมติ');
  });

  it('reads a plan before it is taken, and stops nothing yet', async () => {
    const plan = ['มาตรการ,วิธีดำเนินการ,ระยะเวลา,ผู้รับผิดชอบ', `จัดทำแผน,1. ${FOREIGN},ตลอดปีงบประมาณ,กองคลัง`];
    const file = { name: 'แผน.csv', mimeType: 'text/csv', buffer: Buffer.from(plan.join('\r\n')) };
    await officer.opens('/imports');
    await officer.page.setInputFiles('#file', file);
    await officer.presses('ตรวจไฟล์');
    await officer.reads('พบ ๑ มาตรการ');
    await officer.sees('องค์การบริหารส่วนตำบลหนองสมมติ');
    await officer.sees('มาตรการที่ ๑ จัดทำแผน');
    await officer.presses('นำเข้า ๑ มาตรการเป็นร่าง');
    await officer.sees('นำเข้าแล้ว ๑ มาตรการเป็นร่าง');
  });

  describe('an administrator', () => {
    it('lowers a rule with a reason, and the list says so', async () => {
      const administrator = await web.arrives('admin');
      await administrator.follows('ผู้ดูแลระบบ');
      await administrator.follows('การตรวจทาน');
      await administrator.reads('การตรวจทาน');
      await administrator.follows('ชื่อหน่วยงานอื่นหรือชื่อหน่วยงานตนเองผิด');
      await administrator.page.getByLabel('ลดเป็นควรตรวจ').check();
      await administrator.presses('บันทึก');
      await administrator.reads('ชื่อหน่วยงานอื่นหรือชื่อหน่วยงานตนเองผิด');
      await administrator.sees('กรุณาระบุเหตุผล');
      await administrator.fills('เหตุผล', 'ตำบลนี้ทำโครงการร่วมกับตำบลข้างเคียง');
      await administrator.presses('บันทึก');
      await administrator.reads('การตรวจทาน');
      await administrator.sees('ตำบลนี้ทำโครงการร่วมกับตำบลข้างเคียง');

      const measure = await drafted('เผยแพร่รายงานการประชุม', FOREIGN);
      await officer.opens(`/measures/${measure.id}`);
      await officer.sees('ควรตรวจ ๑ แห่ง');
      await officer.presses(SUBMIT);
      expect(await stateOf(measure)).toBe('division_review');
      await administrator.leaves();
    });

    it('adds a word and takes it away again', async () => {
      const administrator = await web.arrives('admin');
      await administrator.opens('/proofreading');
      await administrator.follows('เพิ่มคำ');
      await administrator.reads('คำของหน่วยงาน');
      await administrator.fills('คำที่ให้ทัก', 'กขคงจ');
      await administrator.fills('เสนอให้เป็น', 'กขคง');
      await administrator.fills('เหตุผล', 'คำย่อของโครงการ');
      await administrator.presses('บันทึก');
      await administrator.reads('การตรวจทาน');
      await administrator.follows('กขคงจ');
      await administrator.fills('เสนอให้เป็น', '');
      await administrator.fills('เหตุผล', 'โครงการจบแล้ว');
      await administrator.presses('บันทึก');
      await administrator.sees('ยังไม่มีคำของหน่วยงาน');
      await administrator.leaves();
    });

    it('is the only one who may', async () => {
      await officer.opens('/proofreading');
      await officer.sees('ท่านไม่มีสิทธิ์');
    });
  });

  it('surprised nobody on the way', () => {
    expect(web.surprises).toEqual([]);
  });
});
