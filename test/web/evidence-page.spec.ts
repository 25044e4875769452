import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { links } from '../../templates/web/links.js';
import { dataPaths } from '../../src/config/paths.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { lettersOf, readPdf } from '../documents/read-pdf.js';
import { anEndorsedMeasure } from '../evidence/an-endorsed-measure.js';
import { anApprovedMeasure } from '../evidence/an-approved-measure.js';
import { aPdf, aPhotograph, aScan } from '../evidence/brought-files.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

describeInBrowser('evidence on the pages of a measure', () => {
  let web: WebAtBrowsers;
  let folder: string;

  beforeAll(async () => {
    web = await webAtBrowsers();
    folder = mkdtempSync(join(tmpdir(), 'prongsai-brought-'));
  });
  afterAll(async () => {
    await web.close();
    rmSync(folder, { recursive: true });
  });

  const choose = async (person: PersonAtBrowser, name: string, bytes: Uint8Array): Promise<void> => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    await person.page.getByLabel('แนบไฟล์').setInputFiles(path);
    await person.presses('แนบไฟล์หลักฐาน');
  };

  it('is brought, seen by the signer, and taken out, without scripts', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const officer = await web.arrives('officer');
    await officer.opens(links.measureResults(measure.id));
    await officer.sees('ยังไม่มีไฟล์หลักฐาน');
    await choose(officer, 'รายงานการประชุม.pdf', await aPdf('บันทึกการประชุม', 'หน้าสอง'));
    await officer.reads(measure.title);
    await officer.sees('รายงานการประชุม.pdf');
    await choose(officer, 'กิจกรรม.jpg', await aPhotograph());
    await choose(officer, 'scan.pdf', await aScan(1));
    await officer.reads(measure.title);
    await officer.sees('ไม่มีข้อความให้ระบบอ่าน');
    const widths = await widthsOfPictures(officer);
    expect(widths).toHaveLength(3);
    expect(Math.min(...widths)).toBeGreaterThan(50);
    await officer.presses('นำออก scan.pdf');
    await officer.sees('รายงานการประชุม.pdf');
    expect(await officer.page.locator('.evidence__file').count()).toBe(2);
    await officer.leaves();

    const head = await web.arrives('head-finance');
    await head.opens(links.measure(measure.id));
    await head.reads(measure.title);
    await head.sees('กิจกรรม.jpg');
    expect(await head.page.getByRole('button', { name: 'นำออก' }).count()).toBe(0);
    await head.leaves();
  });

  it('is chosen as an annex where a report is compiled, and stands in its preview', async () => {
    const blobs = new BlobStore(dataPaths(web.folder).blobs);
    const files = [
      ['รายงานการประชุม.pdf', await aPdf('มติที่ประชุมเห็นชอบ')],
      ['กิจกรรม.jpg', await aPhotograph()],
    ] as const;
    await anEndorsedMeasure(web.agency, blobs, 2572, files);
    const officer = await web.arrives('officer');
    await officer.opens(`${links.newReport}?kind=implementation&fiscalYear=2572`);
    await officer.reads('จัดทำรายงาน');
    await officer.page.getByLabel('รายงานการประชุม.pdf').check();
    await officer.presses('จัดทำร่างรายงาน');
    await officer.reads('รายงาน');
    await officer.sees('ภาคผนวก ก');
    const href = await officer.page.locator('a[href$="preview.pdf"]').first().getAttribute('href');
    const preview = await officer.page.context().request.get(`${web.address}${href}`);
    const pages = await readPdf(new Uint8Array(await preview.body()));
    expect(pages.at(-1)?.letters).toContain(lettersOf('ภาคผนวก ก รายงานการประชุม หน้า ๑/๑'));
    await officer.page.goto(`${officer.page.url()}/edit`);
    expect(await officer.page.getByLabel('รายงานการประชุม.pdf').isChecked()).toBe(true);
    expect(await officer.page.getByLabel('กิจกรรม.jpg').isChecked()).toBe(false);
    await officer.leaves();
  });

  it('says beside the field why a file is not taken', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const officer = await web.arrives('officer');
    await officer.opens(links.measureResults(measure.id));
    await choose(officer, 'program.pdf', Buffer.from('MZ a program'));
    await officer.reads(measure.title);
    expect(await officer.page.locator('#file-problem').innerText()).toContain('PDF, PNG หรือ JPEG');
    await officer.leaves();
  });
});

/** In pixels of the files; a picture below the edge of the screen is fetched only when it is asked for. */
const widthsOfPictures = ({ page }: PersonAtBrowser): Promise<number[]> =>
  page.evaluate(`Promise.all([...document.querySelectorAll('.evidence__picture')].map(async (picture) => {
    picture.loading = 'eager';
    await picture.decode();
    return picture.naturalWidth;
  }))`);
