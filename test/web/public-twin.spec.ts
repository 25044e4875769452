import { randomUUID } from 'node:crypto';
import { documentOutline, tablesOf } from '../../templates/documents/document-outline.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { gridOf } from '../../src/core/report/sheet.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import { readSource } from '../../src/imports/files/read-source.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const REPORT = 'implementation-report.v1';
const ANNOUNCEMENT = 'conflict-of-interest.v1';

const exampleOf = (template: string): object => findTemplate(template).example as object; // examples are data of templates

let web: RunningWeb;
let visit: Visit;
beforeAll(async () => {
  web = await runningWeb();
  visit = new Visit(web.address);
});
afterAll(() => web.close());

/** The public path of a document that was signed with the example of its template, or with other words. */
async function published(template: string, snapshot: object = exampleOf(template)): Promise<string> {
  const { organizationId, unitOfWork } = web.agency;
  const documentId = randomUUID();
  const editionId = await unitOfWork.inTenant(organizationId, (tx) =>
    freezeEdition(tx, {
      organizationId,
      itemKind: 'report',
      itemId: randomUUID(),
      documentId,
      language: 'th',
      template,
      title: 'เอกสารตัวอย่าง',
      fiscalYear: 2568,
      snapshot,
      signedAt: new Date('2025-10-06T02:00:00Z'),
    }),
  );
  await enter(documentId, editionId, 1, 'present');
  return `/p/tua-yang/documents/${documentId}/th`;
}

const enter = (documentId: string, editionId: string, generation: number, presence: string): Promise<unknown> =>
  web.agency.database.look(
    `insert into public_entry (organization_id, document_id, language, generation, presence, kind, fiscal_year, title,
       sha256, edition_id, signed_at, reason)
     values ($1, $2, 'th', $3, $4, 'report', 2568, 'เอกสารตัวอย่าง', $5, $6, now(), 'ออกใหม่')`,
    [web.agency.organizationId, documentId, generation, presence, documentId.replace(/\D/g, 'a').repeat(2), editionId],
  );

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');

async function bytesAt(path: string): Promise<{ readonly reply: Response; readonly bytes: Buffer }> {
  const reply = await fetch(web.address + path);
  return { reply, bytes: Buffer.from(await reply.arrayBuffer()) };
}

describe('the page of a published document', () => {
  it('says so while nobody has ratified an emergency decision on it', async () => {
    const path = await published(REPORT);
    const flagged = async (): Promise<boolean> => (await visit.get(path)).text.includes('ใช้อำนาจกรณีฉุกเฉิน');
    expect(await flagged()).toBe(false);
    const { agency } = web;
    await agency.database.look(
      `insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason)
       select organization_id, gen_random_uuid(), item_kind, item_id, 1, 'sign', $2, 'น้ำท่วม' from edition
       where organization_id = $1 and document_id = $3`,
      [agency.organizationId, agency.personId('executive'), path.split('/')[4]],
    );
    expect(await flagged()).toBe(true);
    await agency.database.look('update item_override set ratified_by = $1, ratified_at = now()', [
      agency.personId('chief'),
    ]);
    expect(await flagged()).toBe(false);
  });

  it('says every word of the document in its order, tables with their header cells', async () => {
    const { status, text } = await visit.get(await published(REPORT));
    expect(status).toBe(200);
    const outline = documentOutline(REPORT, exampleOf(REPORT), 'th');
    const words = wordsOf(text);
    let place = 0;
    for (const block of outline.blocks) {
      const texts =
        block.kind === 'table'
          ? block.table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map((line) => line.text)))
          : [block.text];
      for (const each of texts) {
        const found = words.indexOf(each, place);
        expect([each, found]).toEqual([each, expect.any(Number)]);
        expect(found).toBeGreaterThanOrEqual(place);
        place = found + each.length;
      }
    }
    expect(text).toMatch(/<th scope="col/);
  });

  it('gives its tables as CSV and as a workbook with the same cells', async () => {
    const path = await published(REPORT);
    const grids = tablesOf(documentOutline(REPORT, exampleOf(REPORT), 'th')).map(gridOf);
    for (const [name, type] of [
      ['table.csv', 'text/csv'],
      ['table.xlsx', 'spreadsheetml'],
    ]) {
      expect((await visit.get(path)).text).toContain(`href="${path}/${name}"`);
      const { reply, bytes } = await bytesAt(`${path}/${name}`);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, expect.stringContaining(type ?? '')]);
      expect(reply.headers.get('content-disposition')).toMatch(/^attachment; /);
      const { tables } = await readSource({ name: name ?? '', bytes });
      expect(tables.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual(grids);
    }
  });

  it('offers no table where the document has none, and knows no other file', async () => {
    const path = await published(ANNOUNCEMENT);
    expect((await visit.get(path)).text).not.toContain('table.csv');
    expect((await visit.get(`${path}/table.csv`)).status).toBe(404);
    expect((await visit.get(`${await published(REPORT)}/table.pdf`)).status).toBe(404);
    expect((await visit.get('/p/tua-yang/documents/x/th/table.csv')).status).toBe(404);
  });

  it('keeps the words and the tables of a withdrawn document to itself', async () => {
    const path = await published(REPORT);
    const documentId = path.split('/')[4] ?? '';
    const [edition] = await web.agency.database.look<{ id: string }>('select id from edition where document_id = $1', [
      documentId,
    ]);
    expect((await visit.get(`${path}/table.csv`)).status).toBe(200);
    await enter(documentId, edition?.id ?? '', 2, 'tombstone');
    const page = await visit.get(path);
    expect(page.status).toBe(410);
    expect(page.text).not.toContain('เนื้อหาเอกสาร');
    expect((await visit.get(`${path}/table.csv`)).status).toBe(410);
  });

  it('stands without its words when they are no longer those that were signed, and tells the operator', async () => {
    const path = await published(REPORT);
    await web.agency.database.look(`update edition set snapshot = '{"rows": []}' where document_id = $1`, [
      path.split('/')[4],
    ]);
    const { status, text } = await visit.get(path);
    expect([status, text.includes('เนื้อหาเอกสาร'), text.includes('ดาวน์โหลด PDF')]).toEqual([200, false, true]);
    expect(web.surprises.splice(0)).toMatchObject([{ error: { code: 'edition.bytes-differ' } }]);
  });

  it('surprises nobody', () => expect(web.surprises).toEqual([]));
});
