import { aPdf, aPhotograph } from '../evidence/brought-files.js';
import { testAgency } from '../support/agency.js';
import { Program, type Answer } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

describe('annexes through the API', () => {
  let web: RunningWeb;
  let officer: Program;

  beforeAll(async () => {
    web = await runningWeb();
    officer = await Program.signedIn(web.address, 'officer');
  });
  afterAll(() => web.close());

  interface Draft {
    readonly path: string;
    readonly version: number;
  }
  const drafted = async (): Promise<Draft> => {
    const { status, json, text } = await officer.post('/api/v1/announcements', {
      fiscalYear: 2568,
      template: 'no-gift-announcement.v1',
      languages: ['th'],
      parameters: { reportingChannels: 'https://www.example.go.th/report', furtherRules: [] },
    });
    if (status !== 201) throw new Error(text);
    return { path: `/api/v1/announcements/${json.id}`, version: json.version };
  };
  const bring = (
    { path, version }: Draft,
    bytes: Uint8Array,
    { name = 'แบบรายงาน.pdf', by = officer, key = '', ...fields }: BringingExtras = {},
  ): Promise<Answer> => {
    const body = new FormData();
    for (const [field, value] of Object.entries({ seenVersion: String(version), ...fields })) body.set(field, value);
    body.set('file', new Blob([new Uint8Array(bytes)]), name);
    return by.send('POST', `${path}/annexes`, { body, headers: key ? { 'idempotency-key': key } : {} });
  };
  interface BringingExtras {
    readonly name?: string;
    readonly by?: Program;
    readonly key?: string;
    readonly title?: string;
  }

  it('are brought with a title, listed, fetched, put in order and taken out', async () => {
    const draft = await drafted();
    const first = await bring(draft, await aPdf('แบบรายงาน'), { title: 'แบบ ก' });
    expect([first.status, first.json.version]).toEqual([201, draft.version + 1]);
    const address = `${draft.path}/annexes`;
    expect(first.headers.get('location')).toBe(`${address}/${first.json.fileId}`);
    const second = await bring({ ...draft, version: first.json.version }, await aPhotograph(), { name: 'กิจกรรม.jpg' });
    const { json: before } = await officer.get(address);
    expect(before.annexes).toMatchObject([
      { id: first.json.fileId, title: 'แบบ ก', name: 'แบบรายงาน.pdf', kind: 'pdf', pages: 1, unreadPages: [] },
      { id: second.json.fileId, title: 'กิจกรรม', kind: 'jpeg' },
    ]);
    const arranged = await officer.put(address, {
      seenVersion: second.json.version,
      annexes: [
        { fileId: second.json.fileId, title: 'ภาพการประกาศ' },
        { fileId: first.json.fileId, title: 'แบบ ก' },
      ],
    });
    expect(arranged.status).toBe(200);
    const { json: after } = await officer.get(address);
    expect(after.annexes.map(({ title }: { title: string }) => title)).toEqual(['ภาพการประกาศ', 'แบบ ก']);
    const { headers, bytes } = await officer.getBytes(`${address}/${first.json.fileId}`);
    expect([headers.get('content-type'), Buffer.from(bytes).subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ]);
    expect((await officer.getBytes(`${address}/${second.json.fileId}/thumbnail`)).headers.get('content-type')).toBe(
      'image/jpeg',
    );
    const removed = await officer.post(`${address}/${second.json.fileId}/removal`, {
      seenVersion: arranged.json.version,
    });
    expect(removed.status).toBe(200);
    expect((await officer.get(`${address}/${second.json.fileId}`)).json).toMatchObject({
      status: 404,
      code: 'evidence.not-found',
    });
    const { json: item } = await officer.get(draft.path);
    expect(item.content.annexes).toMatchObject([{ title: 'แบบ ก', pages: [{ text: 'แบบรายงาน' }] }]);
  });

  it('come once however often the request is sent', async () => {
    const draft = await drafted();
    const bytes = await aPdf('ครั้งเดียว');
    const [first, second] = [await bring(draft, bytes, { key: 'k1' }), await bring(draft, bytes, { key: 'k1' })];
    expect([second.status, second.headers.get('idempotent-replayed'), second.json]).toEqual([201, 'true', first.json]);
    const other = await bring(draft, bytes, { key: 'k1', title: 'อีกชื่อ' });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.key-reused']);
  });

  it('are refused with a code and both languages', async () => {
    const draft = await drafted();
    const refused = async (answer: Promise<Answer>): Promise<unknown> => {
      const { json } = await answer;
      expect(json.detail).toEqual({
        th: expect.stringMatching(/[ก-๙]/) as unknown,
        en: expect.stringMatching(/^[A-Z]/) as unknown,
      });
      return [json.status, json.code];
    };
    const pdf = await aPdf('ก');
    expect(await refused(bring(draft, Buffer.from('MZ')))).toEqual([422, 'evidence.kind-unknown']);
    expect(await refused(bring(draft, pdf, { title: 'ก'.repeat(201) }))).toEqual([422, 'input.invalid']);
    expect(await refused(bring({ ...draft, version: 9 }, pdf))).toEqual([409, 'item.changed-meanwhile']);
    const head = await Program.signedIn(web.address, 'head-finance');
    expect(await refused(bring(draft, pdf, { by: head }))).toEqual([403, 'permission.denied']);
    expect((await bring(draft, pdf)).status).toBe(201);
    const { json: item } = await officer.get(draft.path);
    expect(await refused(bring({ ...draft, version: item.version }, pdf))).toEqual([422, 'evidence.already-there']);
    const body = { seenVersion: item.version, annexes: [] };
    expect(await refused(officer.put(`${draft.path}/annexes`, body))).toEqual([422, 'input.invalid']);
    await officer.post(`${draft.path}/acts/submit`, { overrideReason: 'ตัวอย่าง' });
    const { json: waiting } = await officer.get(draft.path);
    expect(waiting.state).toBe('signing');
    const late = bring({ ...draft, version: waiting.version }, await aPdf('สายไป'));
    expect(await refused(late)).toEqual([409, 'item.refused']);
  });

  it('are not given to people of another agency', async () => {
    const draft = await drafted();
    const { json } = await bring(draft, await aPdf('ของเราเอง'));
    await testAgency('other-agency', web.agency.database);
    const stranger = await Program.signedIn(web.address, 'officer', 'other-agency');
    for (const path of ['', `/${json.fileId}`, `/${json.fileId}/thumbnail`])
      expect((await stranger.get(`${draft.path}/annexes${path}`)).json).toMatchObject({
        status: 404,
        code: 'item.not-found',
      });
    const removal = await stranger.post(`${draft.path}/annexes/${json.fileId}/removal`, { seenVersion: json.version });
    expect(removal.status).toBe(404);
  });

  it('surprise nobody', () => expect(web.surprises).toEqual([]));
});
