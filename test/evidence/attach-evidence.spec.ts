import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEvidence } from '../../src/evidence/clean-evidence.js';
import { evidenceFileOf, evidenceFilesOf } from '../../src/evidence/evidence-files.queries.js';
import { storeEvidence, type StoredEvidence } from '../../src/evidence/store-evidence.js';
import { attachEvidence, removeEvidence } from '../../src/measures/attach-evidence.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { recordResults } from '../../src/measures/save-measure.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { anApprovedMeasure, doneBy } from './an-approved-measure.js';
import { aPdf, aPhotograph } from './brought-files.js';

describe('files of evidence beside the results of a measure', () => {
  let agency: TestAgency;
  let folder: string;
  let blobs: BlobStore;
  let pdf: StoredEvidence;
  let photograph: StoredEvidence;

  beforeAll(async () => {
    agency = await testAgency();
    folder = mkdtempSync(join(tmpdir(), 'prongsai-evidence-'));
    blobs = new BlobStore(join(folder, 'blobs'));
    pdf = await stored('รายงาน.pdf', await aPdf('บันทึกการประชุม'));
    photograph = await stored('C:\\ภาพ\\กิจกรรม.jpg', await aPhotograph());
  });
  afterAll(async () => {
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  const stored = (name: string, bytes: Uint8Array): Promise<StoredEvidence> =>
    storeEvidence(blobs, cleanEvidence, { name, bytes: new Uint8Array(bytes) });
  const attach = (measure: MeasureRow, file: StoredEvidence, userName = 'officer'): Promise<MeasureRow> =>
    agency.as(userName, (tx, actor) =>
      attachEvidence(tx, {
        organizationId: agency.organizationId,
        actor,
        measureId: measure.id,
        seenVersion: measure.version,
        file,
      }),
    );
  const remove = (measure: MeasureRow, fileId: string): Promise<MeasureRow> =>
    agency.as('officer', (tx, actor) =>
      removeEvidence(tx, {
        organizationId: agency.organizationId,
        actor,
        measureId: measure.id,
        seenVersion: measure.version,
        fileId,
      }),
    );

  const refusesFiles = async (measure: MeasureRow): Promise<void> => {
    const refused = { code: 'item.refused', details: { problems: ['lifecycle.wrong-state'] } };
    await expect(attach(measure, photograph)).rejects.toMatchObject(refused);
    await expect(remove(measure, measure.content.files?.[0]?.id ?? '')).rejects.toMatchObject(refused);
  };

  it('are part of the text that is endorsed, and fixed with it', async () => {
    const before = await anApprovedMeasure(agency);
    const withFile = await attach(before, pdf);
    expect(withFile.content.files).toEqual([
      { id: expect.any(String) as unknown, name: 'รายงาน.pdf', kind: 'pdf', sha256: pdf.sha256, pages: 1 },
    ]);
    expect(withFile.contentHash).not.toBe(before.contentHash);
    const submitted = await doneBy(agency, 'officer', 'submit_results', withFile);
    await expect(
      doneBy(agency, 'head-finance', 'endorse', { ...submitted, contentHash: before.contentHash }),
    ).rejects.toMatchObject({
      code: 'item.shown-hash-differs',
    });
    await refusesFiles(submitted);
    await refusesFiles(await doneBy(agency, 'head-finance', 'endorse', submitted));
  });

  it('stay when the words of the results change, and go when they are taken out', async () => {
    const one = await attach(await anApprovedMeasure(agency), pdf);
    const two = await attach(one, photograph);
    const { results, outcomes, evidence } = two.content;
    const reworded = await agency.as('officer', (tx, actor) =>
      recordResults(tx, {
        organizationId: agency.organizationId,
        actor,
        measureId: two.id,
        seenVersion: two.version,
        fields: { results: [...results, { kind: 'dash', text: 'เพิ่มเติม' }], outcomes, evidence },
      }),
    );
    expect(reworded.content.files?.map(({ name }) => name)).toEqual(['รายงาน.pdf', 'กิจกรรม.jpg']);
    const [first, second] = reworded.content.files ?? [];
    const less = await remove(reworded, first?.id ?? '');
    expect(less.content.files).toEqual([second]);
    await expect(remove(less, first?.id ?? '')).rejects.toMatchObject({ code: 'evidence.not-found' });
    const none = await remove(less, second?.id ?? '');
    expect(none.content).not.toHaveProperty('files');
    await attach(none, pdf); // what was taken out may come back
  });

  it('are brought once', async () => {
    const measure = await attach(await anApprovedMeasure(agency), pdf);
    await expect(attach(measure, pdf)).rejects.toMatchObject({
      code: 'evidence.already-there',
      details: { field: 'file', name: 'รายงาน.pdf' },
    });
  });

  it('are twenty at most', async () => {
    let measure = await anApprovedMeasure(agency);
    const numbered = (index: number): StoredEvidence => ({
      ...pdf,
      broughtSha256: index.toString(16).padStart(64, '0'),
    });
    for (let each = 0; each < 20; each += 1) measure = await attach(measure, numbered(each));
    await expect(attach(measure, numbered(20))).rejects.toMatchObject({
      code: 'evidence.too-many',
      details: { limit: 20 },
    });
  });

  it('are brought and removed by officers, on the version they saw, and both stand in the log with the hash', async () => {
    const measure = await anApprovedMeasure(agency);
    await expect(attach(measure, pdf, 'head-finance')).rejects.toMatchObject({ code: 'permission.denied' });
    const added = await attach(measure, pdf);
    await expect(attach(measure, photograph)).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
    await remove(added, added.content.files?.[0]?.id ?? '');
    const events = await agency.database.look<{ action: string; file: string; after: string }>(
      `select event ->> 'action' as action, event ->> 'fileSha256' as file, event ->> 'contentHashAfter' as after
       from audit_event where event ->> 'itemId' = $1 and event ->> 'action' like 'evidence.%' order by seq`,
      [measure.id],
    );
    expect(events).toEqual([
      { action: 'evidence.add', file: pdf.sha256, after: added.contentHash },
      { action: 'evidence.remove', file: pdf.sha256, after: measure.contentHash },
    ]);
  });

  it('are found by the measure that names them and by no other', async () => {
    const measure = await attach(await anApprovedMeasure(agency), pdf);
    const other = await anApprovedMeasure(agency);
    const id = measure.content.files?.[0]?.id ?? '';
    await agency.as('officer', async (tx) => {
      const [file] = await evidenceFilesOf(tx, agency.organizationId, measure);
      expect(file).toMatchObject({ id, sha256: pdf.sha256, pages: pdf.pages });
      expect(
        Buffer.from(await blobs.get(file?.sha256 ?? ''))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      await expect(evidenceFileOf(tx, agency.organizationId, other, id)).rejects.toMatchObject({
        code: 'evidence.not-found',
      });
    });
  });

  it('cannot be exchanged behind the measure', async () => {
    const measure = await attach(await anApprovedMeasure(agency), pdf);
    await expect(
      agency.as('officer', (tx) =>
        tx.query(`update evidence_file set sha256 = repeat('0', 64) where measure_id = $1`, [measure.id]),
      ),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    await agency.database.look(`update evidence_file set sha256 = repeat('0', 64) where measure_id = $1`, [measure.id]);
    expect(await agency.as('officer', (tx) => evidenceFilesOf(tx, agency.organizationId, measure))).toEqual([]);
  });
});
