import { lettersOf, readPdf } from '../documents/read-pdf.js';
import { readSignposts } from '../documents/read-signposts.js';
import { anApprovedMeasure, doneBy } from '../evidence/an-approved-measure.js';
import { aPdf, aPhotograph } from '../evidence/brought-files.js';
import { becomes, done, pageAt, PublishingWeb, type PublicFile } from './support/publishing-web.js';

let house: PublishingWeb;
beforeAll(async () => {
  house = await PublishingWeb.open('officer', 'chief', 'executive');
}, 120_000);
afterAll(() => house?.close(), 60_000);

describe('a report with evidence behind it', () => {
  const minutes = ['รายงานการประชุมครั้งที่ ๑', 'ปิดประชุมเวลา ๑๒ นาฬิกา'] as const;
  let first: { readonly id: string; readonly file: PublicFile };
  let annexes: readonly string[];

  const compiled = async (path: string, body: object): Promise<string> =>
    done(await house.as('officer').post(path, { fiscalYear: 2568, title: 'รายงานตัวอย่าง', layout: 'by-theme', ...body }))
      .id;

  it('reaches the public as one sealed file, cover, body and annexes under their bookmarks', async () => {
    const period = { startsOn: null, endsOn: null, text: 'ตลอดปีงบประมาณ' };
    const measure = await anApprovedMeasure(house.web.agency, { period, theme: 'มาตรการสร้างการรับรู้' });
    const item = `/api/v1/measures/${measure.id}`;
    annexes = [
      await house.brings(`${item}/evidence`, 'รายงานการประชุม.pdf', await aPdf(...minutes)),
      await house.brings(`${item}/evidence`, 'กิจกรรม.jpg', await aPhotograph()),
    ];
    const { version, contentHash } = done(await house.as('officer').get(item));
    const submitted = await doneBy(house.web.agency, 'officer', 'submit_results', { ...measure, version, contentHash });
    await doneBy(house.web.agency, 'head-finance', 'endorse', submitted);

    const id = await compiled('/api/v1/reports', { annexes });
    await house.publishes(`/api/v1/reports/${id}`, 'chief');
    first = { id, file: await house.fileOf(id) };

    await house.expectGenuine(first.file);
    const { bookmarks, alternatives } = await readSignposts(first.file.pdf);
    const pages = await readPdf(first.file.pdf);
    const count = pages.length;
    expect(bookmarks[0]).toMatchObject({ page: 1 });
    expect(bookmarks[1]).toMatchObject({ page: 2 });
    expect(bookmarks.slice(-2)).toEqual([
      { title: 'ภาคผนวก ก รายงานการประชุม', page: count - 2 },
      { title: 'ภาคผนวก ข กิจกรรม', page: count },
    ]);
    expect(pages[count - 2]?.letters).toContain(lettersOf('หน้า ๒/๒ ของ รายงานการประชุม.pdf'));
    for (const words of minutes) expect(alternatives).toContainEqual(expect.stringContaining(words));
  });

  it('names its annexes on the page that its QR code leads to, and says that it is the current one', async () => {
    const { status, words } = await pageAt(first.file.statusUrl);
    expect(status).toBe(200);
    for (const text of ['ภาคผนวก ก รายงานการประชุม', 'ภาคผนวก ข กิจกรรม', ...minutes, 'เผยแพร่แล้ว', first.file.sha256])
      expect(words).toContain(text);
    expect(await house.verdictOn(first.file)).toBe('current');
  });

  it('is superseded by its revision and withdrawn with its reason, and its file says so', async () => {
    const id = await compiled(`/api/v1/reports/${first.id}/revisions`, { annexes: annexes.slice(1) });
    await house.publishes(`/api/v1/reports/${id}`, 'chief');
    const second = await house.fileOf(id);
    await house.expectGenuine(second);
    expect(second.statusUrl).toBe(first.file.statusUrl);
    expect([await house.verdictOn(first.file), await house.verdictOn(second)]).toEqual(['superseded', 'current']);
    const { words } = await pageAt(second.statusUrl);
    expect(words).toContain('มีฉบับใหม่แทน');
    expect(words).toContain('ภาคผนวก ก กิจกรรม');
    expect(words).not.toContain('รายงานการประชุม');

    done(await house.as('executive').post(`/api/v1/reports/${id}/acts/withdraw`, { reason: 'พบข้อผิดพลาดในภาพถ่าย' }));
    await becomes(410, async () => (await pageAt(second.statusUrl)).status);
    const gone = await pageAt(second.statusUrl);
    expect(gone.words).toContain('เหตุผล: พบข้อผิดพลาดในภาพถ่าย');
    expect(gone.words).not.toContain('ภาคผนวก');
    expect(await house.verdictOn(second)).toBe('withdrawn');
  });
});

describe('an announcement with annexes', () => {
  const announce = async (path: string, parameters: object = {}): Promise<string> =>
    done(
      await house.as('officer').post(path, {
        fiscalYear: 2568,
        template: 'no-gift-announcement.v1',
        languages: ['th', 'en'],
        parameters: { reportingChannels: 'https://www.example.go.th/report', furtherRules: [], ...parameters },
      }),
    ).id;
  let first: { readonly id: string; readonly file: PublicFile };

  it('reaches the public in each of its languages, list and annexes in one sealed file', async () => {
    const id = await announce('/api/v1/announcements');
    const item = `/api/v1/announcements/${id}`;
    const title = 'แบบรายงานการรับของขวัญ';
    await house.brings(`${item}/annexes`, 'แบบ.pdf', await aPdf('ชื่อผู้ให้', 'ลงชื่อผู้รายงาน'), { title });
    await house.brings(`${item}/annexes`, 'กิจกรรม.jpg', await aPhotograph());
    await house.publishes(item, 'executive');
    first = { id, file: await house.fileOf(id) };
    for (const [language, list, names] of [
      ['th', 'เอกสารแนบท้าย ๑. แบบรายงานการรับของขวัญ ๒. กิจกรรม', ['เอกสารแนบท้ายประกาศ ๑', 'เอกสารแนบท้ายประกาศ ๒']],
      ['en', 'Annexes 1. แบบรายงานการรับของขวัญ 2. กิจกรรม', ['Annex 1', 'Annex 2']],
    ] as const) {
      const file = await house.fileOf(id, language);
      await house.expectGenuine(file);
      const pages = await readPdf(file.pdf);
      expect(pages.map(({ letters }) => letters).join('\n')).toContain(lettersOf(list));
      const { bookmarks, alternatives } = await readSignposts(file.pdf);
      expect(bookmarks.slice(-2)).toEqual([
        { title: `${names[0]} ${title}`, page: pages.length - 2 },
        { title: `${names[1]} กิจกรรม`, page: pages.length },
      ]);
      expect(alternatives).toContainEqual(expect.stringContaining('ลงชื่อผู้รายงาน'));
      const { words } = await pageAt(file.statusUrl);
      for (const text of [`${names[0]} ${title}`, 'ลงชื่อผู้รายงาน', file.sha256]) expect(words).toContain(text);
    }
  });

  it('takes its annexes into the revision that supersedes it', async () => {
    const id = await announce(`/api/v1/announcements/${first.id}/revisions`, { furtherRules: ['แจ้งภายในสามวัน'] });
    await house.publishes(`/api/v1/announcements/${id}`, 'executive');
    const second = await house.fileOf(id);
    await house.expectGenuine(second);
    const { bookmarks } = await readSignposts(second.pdf);
    expect(bookmarks.at(-1)?.title).toBe('เอกสารแนบท้ายประกาศ ๒ กิจกรรม');
    expect([await house.verdictOn(first.file), await house.verdictOn(second)]).toEqual(['superseded', 'current']);
  });
});

it('surprises nobody', () => expect(house.web.surprises).toEqual([]));
