import { completedMeasure } from './support/completed-measure.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
let officer: Program;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Program.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

describe('a draft report through the API', () => {
  it('tells its words and tables as they would be printed, and what it lacks', async () => {
    await completedMeasure(web.agency, 2566, 'เผยแพร่แผนการใช้จ่าย');
    const { id } = (await officer.post('/api/v1/reports', { fiscalYear: 2566, title: 'รายงานทดสอบ' })).json;
    const { status, json } = await officer.get(`/api/v1/reports/${id}/outline`);
    expect(status).toBe(200);
    const kinds = json.blocks.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['heading', 'table']));
    expect(JSON.stringify(json.blocks)).toContain('เผยแพร่แผนการใช้จ่าย');
    const gaps = await officer.get(`/api/v1/reports/${id}/gaps`);
    expect(gaps.json).toMatchObject({ gaps: expect.any(Array) as unknown, gapsAcknowledged: false });
    for (const gap of gaps.json.gaps) expect(gap).toMatchObject({ code: expect.any(String) as unknown });
  });

  it('is not found by a name that is no report', async () => {
    for (const part of ['outline', 'gaps']) {
      const { json } = await officer.get(`/api/v1/reports/018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70/${part}`);
      expect(json).toMatchObject({ status: 404, code: 'item.not-found' });
    }
    expect((await new Program(web.address).get('/api/v1/reports/x/outline')).status).toBe(401);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
