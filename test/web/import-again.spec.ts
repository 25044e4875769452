import { Program, type Answer } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const HEADER = 'มาตรการ,วิธีดำเนินการ,ระยะเวลา,ผู้รับผิดชอบ,ผลการดำเนินการ,ผลลัพธ์';
const TITLES = ['เปิดเผยข้อมูล', 'จัดซื้อจัดจ้าง', 'รับเรื่องร้องเรียน'];

/** The plan of October without a result, that of September with one. */
const file = (result = ''): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    [HEADER, ...TITLES.map((title) => `${title},จัดทำ,ปีงบประมาณ ๒๕๖๘,กองคลัง,${result},${result}`)].join('\n'),
  );

describe('a corrected file', () => {
  let web: RunningWeb;
  let officer: Program;
  beforeAll(async () => {
    web = await runningWeb();
    officer = await Program.signedIn(web.address, 'officer');
  });
  afterAll(() => web.close());

  const send = (path: string, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): Promise<Answer> =>
    officer.upload(`/api/v1/imports${path}`, 'แผน.csv', bytes, { fiscalYear: '2568', ...fields });
  const differing = ({ json }: Answer): unknown[] =>
    (json.findings as { code: string; severity: string; quote: string }[])
      .filter(({ code }) => code.startsWith('import.differs'))
      .map(({ code, severity, quote }) => [code, severity, quote]);

  it('is told to a program as different, and taken over only from what was shown', async () => {
    expect((await send('', file())).json.created).toHaveLength(3);
    const before = await send('/preview', file('ทำแล้ว'));
    expect(differing(before)).toEqual(TITLES.map((title) => ['import.differs-settled', 'W', title]));
    await web.agency.database.look(`update measure set state = 'approved'`);

    const again = await send('', file('ทำแล้ว'));
    expect(again.json).toMatchObject({ created: [], alreadyThere: expect.any(Array) });
    expect(again.json.differing).toMatchObject(
      again.json.alreadyThere.map((measureId: string) => ({ measureId, fields: ['results', 'outcomes'] })),
    );
    expect(differing(again)).toEqual(TITLES.map((title) => ['import.differs', 'W', title]));

    const { json: shown } = await send('/preview', file('ทำแล้ว'));
    expect((await send('/take-over', file('ทำอีก'), { seen: shown.differencesSeen })).json.code).toBe(
      'item.changed-meanwhile',
    );
    expect((await send('/take-over', file('ทำแล้ว'))).status).toBe(422);
    const taken = await send('/take-over', file('ทำแล้ว'), { seen: shown.differencesSeen });
    expect(taken.json.changed).toEqual(again.json.alreadyThere);
    expect((await send('', file('ทำแล้ว'))).json).toMatchObject({ differing: [] });
  });

  it('is shown to a person as different, with a button of its own', async () => {
    const visit = await Visit.signedIn(web.address, 'officer');
    await visit.get('/imports');
    const form = new FormData();
    form.set('_csrf', visit.token);
    form.set('fiscalYear', '2568');
    form.set('file', new Blob([file('ครบถ้วน')]), 'แผน.csv');
    const { headers } = await fetch(`${web.address}/imports`, {
      method: 'POST',
      headers: { cookie: visit.cookie },
      body: form,
      redirect: 'manual',
    });
    const page = headers.get('location') ?? '';
    const shown = await visit.get(page);
    expect(shown.text).toContain('มีอยู่แล้ว เนื้อหาต่างจากไฟล์: ผลการดำเนินการ, ผลลัพธ์');
    expect(shown.text).toContain('ใช้ข้อความในไฟล์แทนของเดิม ๓ มาตรการ');

    await visit.post(`${page}/confirm`, {});
    const list = await visit.get('/measures?fiscalYear=2568');
    expect(list.text).toContain('ในจำนวนนี้ ๓ มาตรการเนื้อหาต่างจากไฟล์และยังคงเดิม: เปิดเผยข้อมูล');

    const shownHash = /name="shownHash" value="(\w+)"/.exec(shown.text)?.[1] ?? '';
    await visit.post(`${page}/take-over`, { shownHash });
    const after = await visit.get(page);
    expect(after.text).toContain('ใช้ข้อความในไฟล์แทนของเดิมแล้ว ๓ มาตรการ');
    expect(after.text).not.toContain('เนื้อหาต่างจากไฟล์');
    const rows = await web.agency.database.look<{ text: string }>(
      `select content -> 'results' -> 0 ->> 'text' as text from measure`,
    );
    expect(rows.map(({ text }) => text)).toEqual(['ครบถ้วน', 'ครบถ้วน', 'ครบถ้วน']);
  });
});
