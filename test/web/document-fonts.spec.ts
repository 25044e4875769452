import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sarabun, withNumber } from '../document-fonts/font-files.js';
import { fontNames } from '../document-fonts/font-names.js';
import { describeInBrowser } from './support/browser.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { Visit } from './support/visit.js';
import { webAtBrowsers, type WebAtBrowsers } from './support/web-at-browsers.js';

const PATH = '/api/v1/document-fonts';

describeInBrowser('the typefaces of an agency, through the pages without scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'font-pages-'));
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

  const choosesFiles = async (...files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> => {
    const paths = files.map(({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    await admin.page.getByLabel('ไฟล์แบบอักษร').setInputFiles(paths);
    await admin.presses('ตรวจแบบอักษร');
  };

  it('tells an administrator what documents are printed in, and asks for files', async () => {
    await admin.follows('ผู้ดูแลระบบ');
    await admin.opens('/admin/fonts');
    await admin.reads('แบบอักษรของเอกสาร');
    await admin.sees('เอกสารใหม่พิมพ์ด้วย Sarabun ซึ่งมากับระบบ');
    await admin.sees('ยังไม่มีแบบอักษรของหน่วยงาน');
    await admin.follows('นำแบบอักษรแรกเข้า');
    await admin.reads('นำแบบอักษรเข้า');
    await admin.presses('ตรวจแบบอักษร');
    await admin.reads('นำแบบอักษรเข้า');
    await admin.sees('มี ๑ จุดที่ต้องแก้ไข');
  });

  it('says in plain words why a file will not do', async () => {
    await choosesFiles(withNumber(sarabun('300Light'), 'OS/2', 8, 0x0002), {
      name: 'ไม่ใช่แบบอักษร.ttf',
      bytes: Buffer.from('not a font'),
    });
    await admin.reads('นำแบบอักษรเข้า');
    await admin.sees('Sarabun_300Light.ttf');
    await admin.sees('ผู้ผลิตไม่อนุญาตให้ฝังแบบอักษรลงใน PDF');
    await admin.sees('ไม่ใช่แบบอักษร.ttf');
    await admin.sees('เปิดอ่านไฟล์ไม่ได้');
  });

  it('shows what was found and a specimen, and only then takes the typeface into use', async () => {
    await choosesFiles(sarabun('300Light'), sarabun('800ExtraBold'));
    await admin.reads('Sarabun');
    await admin.sees('Sarabun_300Light.ttf (น้ำหนัก ๓๐๐)');
    await admin.sees('ไม่มีไฟล์ พิมพ์ด้วยตัวปกติแทน');
    await admin.sees('ไม่มีไฟล์ พิมพ์ด้วยตัวหนาแทน');
    await admin.sees('ยังไม่ใช้');
    const href = await admin.page.getByRole('link', { name: 'ดูตัวอย่างตัวพิมพ์' }).getAttribute('href');
    const specimen = await admin.page.request.get(href ?? '');
    expect(fontNames(await specimen.body())).toEqual(['Sarabun-ExtraBold', 'Sarabun-Light']);
    await admin.presses('ใช้แบบอักษรนี้กับเอกสารตั้งแต่นี้ไป');
    await admin.reads('แบบอักษรของเอกสาร');
    await admin.sees('เปลี่ยนแบบอักษรของเอกสารแล้ว');
    await admin.sees('ใช้อยู่');
  });

  it('prints drafts in it, until the administrator goes back to the house font', async () => {
    const officer = await Program.signedIn(web.address, 'officer');
    const draft = await officer.post('/api/v1/announcements', {
      fiscalYear: 2568,
      template: 'no-gift-announcement',
      languages: ['th'],
      parameters: { reportingChannels: 'โทรศัพท์ 0-0000-0000' },
    });
    expect(draft.status).toBe(201);
    const preview = `/announcements/${draft.json.id}/preview.pdf`;
    expect(fontNames((await officer.getBytes(preview)).bytes)).toContain('Sarabun-Light');
    await admin.presses('กลับไปใช้ Sarabun');
    await admin.reads('แบบอักษรของเอกสาร');
    await admin.sees('เอกสารใหม่พิมพ์ด้วย Sarabun ซึ่งมากับระบบ');
    expect(fontNames((await officer.getBytes(preview)).bytes)).toContain('Sarabun-Regular');
  });

  it('is for administrators alone', async () => {
    const officer = await Visit.signedIn(web.address, 'officer');
    for (const path of ['/admin/fonts', '/admin/fonts/new']) expect((await officer.get(path)).status).toBe(403);
    const program = await Program.signedIn(web.address, 'officer');
    expect((await program.get(PATH)).json).toMatchObject({ status: 403, code: 'permission.denied' });
  });

  it('can be brought and chosen by programs, once for one key', async () => {
    const program = await Program.signedIn(web.address, 'admin');
    const { name, bytes } = sarabun('700Bold');
    const bring = async (file: Uint8Array, key: string): ReturnType<Program['send']> => {
      const body = new FormData();
      body.append('files', new Blob([Uint8Array.from(file)]), name);
      return program.send('POST', PATH, { body, headers: { 'idempotency-key': key } });
    };
    const brought = await bring(bytes, 'bold');
    expect([brought.status, brought.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(brought.json).toMatchObject({ family: 'Sarabun', isChosen: false, files: [{ style: 'bold', weight: 700 }] });
    const again = await bring(bytes, 'bold');
    expect([again.json.id, again.headers.get('idempotent-replayed')]).toEqual([brought.json.id, 'true']);
    expect((await bring(Buffer.from('%PDF'), 'x')).json).toMatchObject({ status: 422, code: 'font.unusable' });
    const chosen = await program.put(`${PATH}/chosen`, { id: brought.json.id });
    expect(chosen.json[0]).toMatchObject({ id: brought.json.id, isChosen: true });
    expect(
      (await program.put(`${PATH}/chosen`, { id: null })).json.every((each: { isChosen: boolean }) => !each.isChosen),
    ).toBe(true);
    const unknown = await program.get(`${PATH}/018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70/specimen`);
    expect(unknown.json).toMatchObject({ status: 404, code: 'font.not-found' });
  });

  it('is taken out of use by an administrator, on its page and through the API, but not while it is chosen', async () => {
    const program = await Program.signedIn(web.address, 'admin');
    const { id } = (await program.get(PATH)).json[0];
    await program.put(`${PATH}/chosen`, { id });
    const inUse = await program.post(`${PATH}/${id}/retire`, {});
    expect(inUse.json).toMatchObject({ status: 409, code: 'font.in-use' });
    await admin.opens(`/admin/fonts/${id}`);
    await admin.sees('จะเลิกใช้ได้เมื่อเลือกแบบอักษรอื่นแล้ว');
    expect(await admin.page.getByRole('button', { name: 'เลิกใช้แบบอักษรนี้' }).count()).toBe(0);
    await program.put(`${PATH}/chosen`, { id: null });
    await admin.opens(`/admin/fonts/${id}`);
    await admin.presses('เลิกใช้แบบอักษรนี้');
    await admin.reads('แบบอักษรของเอกสาร');
    await admin.sees('เลิกใช้แบบอักษรแล้ว');
    await admin.sees('เลิกใช้แล้ว');
    const key = { 'idempotency-key': 'retire' };
    const again = await program.post(`${PATH}/${id}/retire`, {}, key);
    expect([again.status, again.json.retiredAt]).toEqual([200, expect.stringMatching(/^20/)]);
    const repeated = await program.post(`${PATH}/${id}/retire`, {}, key);
    expect(repeated.headers.get('idempotent-replayed')).toBe('true');
    const chosen = await program.put(`${PATH}/chosen`, { id });
    expect(chosen.json).toMatchObject({ status: 409, code: 'font.retired' });
    const officer = await Program.signedIn(web.address, 'officer');
    expect((await officer.post(`${PATH}/${id}/retire`, {})).status).toBe(403);
  });

  it('can be taken from those that the operator offers', async () => {
    const { name, bytes } = sarabun('300Light_Italic');
    writeFileSync(join(web.folder, 'fonts', name), bytes);
    writeFileSync(join(web.folder, 'fonts', 'broken.ttf'), 'no font');
    await admin.opens('/admin/fonts/new');
    await admin.presses('นำ Sarabun เข้า');
    await admin.sees('Sarabun_300Light_Italic.ttf (น้ำหนัก ๓๐๐)');
    const program = await Program.signedIn(web.address, 'admin');
    expect((await program.get(`${PATH}/offered`)).json).toEqual(['Sarabun']);
    const unknown = await program.post(`${PATH}/offered`, { family: 'Unknown' });
    expect(unknown.json).toMatchObject({ status: 404, code: 'font.not-found' });
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
