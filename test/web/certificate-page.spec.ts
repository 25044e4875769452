import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../../src/app/demo-organization.js';
import { hasOpenssl } from '../sealing/other-verifiers.js';
import { aPkcs12, anAgencysPkcs12, PASSWORD } from '../sealing-keys/pkcs12-file.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const AGENCY = 'องค์การบริหารส่วนตำบลตัวอย่าง';

(hasOpenssl ? describeInBrowser : describe.skip)(
  'the certificate of an agency, through its page without scripts',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificate-page-'));
    let web: WebAtBrowsers;
    let admin: PersonAtBrowser;

    beforeAll(async () => {
      web = await webAtBrowsers('admin');
      admin = web.at('admin');
    }, 120_000);
    afterAll(async () => {
      await web?.close();
      rmSync(folder, { recursive: true });
    });

    const brings = async (pkcs12: Buffer, password: string): Promise<void> => {
      const path = join(folder, 'agency.p12');
      writeFileSync(path, pkcs12);
      await admin.page.getByLabel('ไฟล์ใบรับรอง', { exact: true }).setInputFiles(path);
      await admin.fills('รหัสผ่านของไฟล์ใบรับรอง', password);
      await admin.presses('ใช้ใบรับรองนี้');
    };

    it('says that documents have no legal effect before one was brought', async () => {
      await admin.opens('/admin/certificate');
      await admin.reads('ใบรับรองของหน่วยงาน');
      await admin.sees('ใช้ใบรับรองสาธิต');
      await admin.sees('ไม่มีผลทางกฎหมาย');
      await admin.presses('ใช้ใบรับรองนี้');
      await admin.reads('ใบรับรองของหน่วยงาน');
      await admin.sees('กรุณาเลือกไฟล์');
    });

    it('says what is wrong with a file that cannot be used', async () => {
      await brings(await aPkcs12(), 'another password');
      await admin.reads('ใบรับรองของหน่วยงาน');
      await admin.sees('เปิดไฟล์ใบรับรองไม่ได้');
      await brings(await aPkcs12({ validFrom: new Date('2020-01-01T00:00:00Z'), validYears: 1 }), PASSWORD);
      await admin.sees('หมดอายุแล้ว');
      expect(await admin.page.content()).not.toContain(PASSWORD);
    });

    it('takes one, shows it, and says how long it lasts', async () => {
      await brings(anAgencysPkcs12(AGENCY), PASSWORD);
      await admin.reads('ใบรับรองของหน่วยงาน');
      await admin.sees('ใช้ใบรับรองใหม่แล้ว');
      await admin.sees(AGENCY);
      await admin.sees('ใกล้หมดอายุ');
    });

    it('asks who it is when the sign-in is older than five minutes', async () => {
      await web.agency.database.look(
        `update http_session set sess = (sess::jsonb || jsonb_build_object('authenticatedAt',
         (sess ->> 'authenticatedAt')::bigint - 301000))::json`,
      );
      await admin.opens('/admin/certificate');
      await brings(await aPkcs12(), PASSWORD);
      await admin.reads('ใบรับรองของหน่วยงาน');
      await admin.sees('มี ๑ จุดที่ต้องแก้ไข');
      await admin.fills('ยืนยันรหัสผ่านของท่าน', DEMO_PASSWORD);
      await brings(await aPkcs12(), PASSWORD);
      await admin.sees('ใช้ใบรับรองใหม่แล้ว');
    });

    it('is for administrators alone', async () => {
      const officer = await Visit.signedIn(web.address, 'officer');
      expect((await officer.get('/admin/certificate')).status).toBe(403);
    });

    it('surprises nobody', () => expect(web.surprises).toEqual([]));
  },
);
