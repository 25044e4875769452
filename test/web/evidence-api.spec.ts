import { appendFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { dataPaths } from '../../src/config/paths.js';
import { anApprovedMeasure } from '../evidence/an-approved-measure.js';
import { aPdf, aPhotograph, aScan } from '../evidence/brought-files.js';
import { testAgency } from '../support/agency.js';
import { Program, type Answer } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

describe('evidence through the API', () => {
  let web: RunningWeb;
  let officer: Program;

  beforeAll(async () => {
    web = await runningWeb();
    officer = await Program.signedIn(web.address, 'officer');
  });
  afterAll(() => web.close());

  const bring = (
    { id, version }: { id: string; version: number },
    bytes: Uint8Array,
    { name = 'หลักฐาน.pdf', by = officer, key = '' } = {},
  ): Promise<Answer> => {
    const form = new FormData();
    form.set('seenVersion', String(version));
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    const headers: Record<string, string> = key ? { 'idempotency-key': key } : {};
    return by.send('POST', `/api/v1/measures/${id}/evidence`, { body: form, headers });
  };

  it('is brought, listed, fetched by those who may, and taken out', async () => {
    const measure = await anApprovedMeasure(web.agency, {
      evidence: [{ label: 'แผน', url: 'https://www.example.go.th/plan.pdf' }],
    });
    const brought = await bring(measure, await aPdf('บันทึกการประชุม'));
    expect([brought.status, brought.json.version]).toEqual([201, measure.version + 1]);
    const address = `/api/v1/measures/${measure.id}/evidence`;
    const { json } = await officer.get(address);
    expect(json).toEqual({
      files: [
        expect.objectContaining({
          id: brought.json.fileId,
          name: 'หลักฐาน.pdf',
          kind: 'pdf',
          pages: 1,
          unreadPages: [],
        }),
      ],
      links: [
        { label: 'แผน', url: 'https://www.example.go.th/plan.pdf', outcome: null, status: null, checkedAt: null },
      ],
    });
    expect(brought.headers.get('location')).toBe(`${address}/${brought.json.fileId}`);
    const { headers, bytes } = await officer.getBytes(`${address}/${brought.json.fileId}`);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('หลักฐาน.pdf')}`);
    expect([headers.get('cache-control'), headers.get('etag'), headers.get('content-type')]).toEqual([
      'private, no-cache',
      `"${json.files[0].sha256}"`,
      'application/pdf',
    ]);
    const again = await officer.get(`${address}/${brought.json.fileId}`, {
      'if-none-match': headers.get('etag') ?? '',
      'cache-control': 'max-age=0', // as browsers ask; fetch would say no-cache
    });
    expect(again.status).toBe(304);
    const stranger = await new Program(web.address).get(`${address}/${brought.json.fileId}`);
    expect(stranger.status).toBe(401);
    const removed = await officer.post(`${address}/${brought.json.fileId}/removal`, {
      seenVersion: brought.json.version,
    });
    expect([removed.status, removed.json.contentHash]).toEqual([200, measure.contentHash]);
    expect((await officer.get(`${address}/${brought.json.fileId}`)).json).toMatchObject({
      status: 404,
      code: 'evidence.not-found',
    });
    expect(web.surprises).toEqual([]);
  });

  it('gives a thumbnail without the place where the photograph was taken', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const { json } = await bring(measure, await aPhotograph(), { name: 'ก.jpg' });
    for (const path of ['', '/thumbnail']) {
      const { bytes } = await officer.getBytes(`/api/v1/measures/${measure.id}/evidence/${json.fileId}${path}`);
      const { format, exif } = await sharp(bytes).metadata();
      expect([format, exif]).toEqual(['jpeg', undefined]);
    }
  });

  it('says which pages could not be read', async () => {
    const measure = await anApprovedMeasure(web.agency);
    await bring(measure, await aScan(2));
    const { json } = await officer.get(`/api/v1/measures/${measure.id}/evidence`);
    expect(json.files[0].unreadPages).toEqual([1, 2]);
  });

  it('is not given out once its bytes were changed on the disk', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const { json } = await bring(measure, await aPdf('ก่อนถูกแก้'));
    const address = `/api/v1/measures/${measure.id}/evidence`;
    const [file] = (await officer.get(address)).json.files as { sha256: string }[];
    const sha256 = file?.sha256 ?? '';
    const path = join(dataPaths(web.folder).blobs, sha256.slice(0, 2), sha256);
    chmodSync(path, 0o640);
    appendFileSync(path, 'x');
    expect((await officer.get(`${address}/${json.fileId}`)).json).toMatchObject({
      status: 503,
      code: 'edition.bytes-differ',
    });
    expect(web.surprises.splice(0).map(({ message }) => message)).toEqual(['edition.bytes-differ']);
  });

  it('is not given to people of another agency', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const { json } = await bring(measure, await aPdf('ของเราเอง'));
    const other = await testAgency('other-agency', web.agency.database);
    expect(other.organizationId).not.toBe(web.agency.organizationId);
    const stranger = await Program.signedIn(web.address, 'officer', 'other-agency');
    for (const path of ['', `/${json.fileId}`, `/${json.fileId}/thumbnail`])
      expect((await stranger.get(`/api/v1/measures/${measure.id}/evidence${path}`)).json).toMatchObject({
        status: 404,
        code: 'item.not-found',
      });
  });

  it('comes once however often the request is sent', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const bytes = await aPdf('ครั้งเดียว');
    const first = await bring(measure, bytes, { key: 'once' });
    const second = await bring(measure, bytes, { key: 'once' });
    expect([second.status, second.headers.get('idempotent-replayed'), second.json]).toEqual([201, 'true', first.json]);
    expect((await officer.get(`/api/v1/measures/${measure.id}/evidence`)).json.files).toHaveLength(1);
  });

  it('is refused with a code, the field and both languages', async () => {
    const measure = await anApprovedMeasure(web.agency);
    const refused = async (bytes: Uint8Array, extra = {}): Promise<unknown> => {
      const { json } = await bring(measure, bytes, extra);
      expect(json.detail).toEqual({
        th: expect.stringMatching(/[ก-๙]/) as unknown,
        en: expect.stringMatching(/^[A-Z]/) as unknown,
      });
      return [json.status, json.code];
    };
    expect(await refused(Buffer.from('MZ'), { name: 'a.pdf' })).toEqual([422, 'evidence.kind-unknown']);
    expect(await refused(Buffer.from('%PDF-1.4 nothing'))).toEqual([422, 'evidence.unreadable']);
    expect(await refused(new Uint8Array(21 * 1024 * 1024))).toEqual([413, 'evidence.too-large']);
    const head = await Program.signedIn(web.address, 'head-finance');
    expect(await refused(await aPdf('ก'), { by: head })).toEqual([403, 'permission.denied']);
    const stale = { ...measure, version: measure.version - 1 };
    expect((await bring(stale, await aPdf('ก'))).json).toMatchObject({ status: 409, code: 'item.changed-meanwhile' });
    const nothing = new FormData();
    nothing.set('seenVersion', '1');
    const empty = await officer.send('POST', `/api/v1/measures/${measure.id}/evidence`, { body: nothing });
    expect(empty.json).toMatchObject({ code: 'input.file-not-found' });
    expect(web.surprises).toEqual([]);
  });
});
