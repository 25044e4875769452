import { randomUUID } from 'node:crypto';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const REASON = 'งบประมาณไม่ได้รับจัดสรร';
let web: RunningWeb;
beforeAll(async () => {
  web = await runningWeb();
  await published();
});
afterAll(() => web.close());

/** Something of the year 2568 has to be public before the year has a page. */
async function published(): Promise<void> {
  const { organizationId, unitOfWork, database } = web.agency;
  const documentId = randomUUID();
  const template = 'implementation-report.v1';
  const editionId = await unitOfWork.inTenant(organizationId, (tx) =>
    freezeEdition(tx, {
      organizationId,
      itemKind: 'report',
      itemId: randomUUID(),
      documentId,
      language: 'th',
      template,
      title: 'รายงานตัวอย่าง',
      fiscalYear: 2568,
      snapshot: findTemplate(template).example as object, // examples are data of templates
      signedAt: new Date('2025-10-06T02:00:00Z'),
    }),
  );
  await database.look(
    `insert into public_entry (organization_id, document_id, language, generation, presence, kind, fiscal_year, title,
       sha256, edition_id, signed_at, reason)
     values ($1, $2, 'th', 1, 'present', 'report', 2568, 'รายงานตัวอย่าง', $3, $4, now(), 'ออกใหม่')`,
    [organizationId, documentId, 'a'.repeat(64), editionId],
  );
}

async function measure(title: string, ...deeds: readonly (readonly [string, MeasureTransition])[]): Promise<string> {
  const drafted = await draftedMeasure(web.agency, { title });
  for (const [userName, transition] of deeds) {
    const reason = transition === 'cancel' ? REASON : null;
    await actsOn(web.agency, userName, transition, drafted, { reason });
  }
  return drafted.id;
}

const APPROVED = [
  ['officer', 'submit'],
  ['head-finance', 'sign_off'],
  ['executive', 'approve'],
] as const;

it('a measure that was given up after its approval is public with the reason, and no other', async () => {
  const home = `/p/tua-yang?fiscalYear=2568`;
  const visitor = new Visit(web.address);
  await measure('มาตรการที่ดำเนินอยู่', ...APPROVED);
  await measure('ร่างที่ไม่เคยอนุมัติ', ['executive', 'cancel']);
  expect((await visitor.get(home)).text).not.toContain('มาตรการที่ยกเลิก');

  await measure('มาตรการที่เลิกทำ', ...APPROVED, ['executive', 'cancel']);

  const { text } = await visitor.get(home);
  const [, cancelled = ''] = text.split('<h2>มาตรการที่ยกเลิก</h2>');
  expect(cancelled).toContain('มาตรการที่เลิกทำ');
  expect(cancelled).toContain(REASON);
  expect(text).not.toContain('มาตรการที่ดำเนินอยู่');
  expect(text).not.toContain('ร่างที่ไม่เคยอนุมัติ');
});

it('the form of a cancellation says that the reason will be public', async () => {
  const id = await measure('มาตรการที่จะยกเลิก', ...APPROVED);
  const { text } = await (await Visit.signedIn(web.address, 'executive')).get(`/measures/${id}/acts/cancel`);
  expect(text).toContain('แสดงต่อสาธารณะ');
});

it('a report of the year names it with the reason, and lacks nothing by it', async () => {
  const id = await measure('มาตรการที่รายงานไม่กล่าวถึง', ...APPROVED, ['executive', 'cancel']);
  await measure('ร่างที่ทิ้งไป', ['executive', 'cancel']);
  const officer = await Program.signedIn(web.address, 'officer');
  const entry = { measureId: id, title: 'มาตรการที่รายงานไม่กล่าวถึง', reason: REASON };
  for (const kind of ['implementation', 'progress']) {
    const { json } = await officer.post('/api/v1/reports/gaps', { kind, fiscalYear: 2568, title: 'รายงาน' });
    expect(json.cancelled).toContainEqual({ ...entry, cancelledOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(JSON.stringify(json.cancelled)).not.toContain('ร่างที่ทิ้งไป');
    const lacking = [...json.gaps, ...json.warnings].map(({ measureId }: { measureId: string }) => measureId);
    expect(lacking).not.toContain(id);
  }
  const draft = { kind: 'progress', fiscalYear: 2568, title: 'รายงานรอบ 6 เดือน' };
  const { json: report } = await officer.post('/api/v1/reports', draft);
  expect((await officer.get(`/api/v1/reports/${report.id}/gaps`)).json.cancelled).toContainEqual(
    expect.objectContaining(entry),
  );
  const visit = await Visit.signedIn(web.address, 'officer');
  for (const path of [`/reports/${report.id}`, '/reports/new?kind=implementation&fiscalYear=2568']) {
    const { text } = await visit.get(path);
    const [, cancelled = ''] = text.split('<h2 id="cancelled-title">');
    expect(cancelled).toContain(`href="/measures/${id}"`);
    expect(cancelled).toContain(`เหตุผล: ${REASON}`);
  }
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
