import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure } from '../support/agency.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

interface Item {
  readonly contentHash: string;
  readonly findings: readonly { readonly key: string; readonly rule: string; readonly isCleared: boolean }[];
}

let web: RunningWeb;
let officer: Program;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Program.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

describe('the API of a draft that the proof-reader objects to', () => {
  it('tells the findings, clears personal data, and submits with a reason', async () => {
    const { organizationId, divisions } = web.agency;
    const texts = ['เผยแพร่บนเว็บไซต์ขององค์การบริหารส่วนตำบลหนองสมมติ', 'ติดต่อ 081-234-5678'];
    const content = aMeasure([divisions.get('กองคลัง') ?? ''], {
      methods: texts.map((text) => ({ kind: 'numbered', text })),
      results: [],
      outcomes: [],
    });
    const { id } = await web.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    const { contentHash, findings } = (await officer.get(`/api/v1/measures/${id}`)).json as Item; // what ItemReply promises
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['agency.foreign', 'personal.data']));

    const submit = (body: object) =>
      officer.post(`/api/v1/measures/${id}/acts/submit`, body, { 'If-Match': `"${contentHash}"` });
    expect((await submit({})).text).toContain('proofreading.personal-data');
    const findingKey = findings.find(({ rule }) => rule === 'personal.data')?.key;
    const cleared = await officer.post(
      `/api/v1/measures/${id}/clearances`,
      { findingKey, reason: 'เป็นโทรศัพท์ของสำนักงาน' },
      { 'If-Match': `"${contentHash}"` },
    );
    expect([cleared.status, cleared.text]).toEqual([200, expect.stringContaining('"isCleared":true')]);
    expect((await submit({})).text).toContain('proofreading.errors-found');
    const done = await submit({ overrideReason: 'เป็นโครงการร่วม' });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('division_review')]);
    const history = (await officer.get(`/api/v1/measures/${id}/history`)).text;
    expect(history).toContain('เป็นโครงการร่วม');
    expect(history).toContain('เป็นโทรศัพท์ของสำนักงาน');
  });
});

describe('the API of an import', () => {
  it('tells what the proof-reader finds before the plan is taken', async () => {
    const plan = [
      'มาตรการ,วิธีดำเนินการ,ระยะเวลา,ผู้รับผิดชอบ',
      'จัดทำแผน,1. แจ้งเวียนให้ทราบ,ตลอดปีงบประมาณ,กองคลัง',
      'เผยแพร่แผน,1. ประกาศขององค์การบริหารส่วนตำบลหนองสมมติ,ตลอดปีงบประมาณ,กองคลัง',
    ].join('\r\n');
    const { json } = await officer.upload('/api/v1/imports/preview', 'p.csv', Buffer.from(plan), {
      fiscalYear: '2568',
    });
    expect(json.measures).toHaveLength(2);
    expect(json.proof).toContainEqual(
      expect.objectContaining({
        rule: 'agency.foreign',
        severity: 'E',
        at: '2.methods',
        quote: 'องค์การบริหารส่วนตำบลหนองสมมติ',
        message: { th: expect.any(String), en: expect.any(String) },
      }),
    );
  });
});
