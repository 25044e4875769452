import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEvidence } from '../../src/evidence/clean-evidence.js';
import { storeEvidence } from '../../src/evidence/store-evidence.js';
import { attachEvidence } from '../../src/measures/attach-evidence.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { actChecked } from '../../src/proofreading/act-checked.js';
import { clearPersonalData } from '../../src/proofreading/clear-personal-data.js';
import { findingsOfMeasure, type ItemFinding } from '../../src/proofreading/item-findings.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { anApprovedMeasure } from './an-approved-measure.js';
import { aPdf, aScan } from './brought-files.js';

describe('a PDF of evidence and the proof-reader', () => {
  let agency: TestAgency;
  let folder: string;
  let blobs: BlobStore;
  beforeAll(async () => {
    agency = await testAgency();
    folder = mkdtempSync(join(tmpdir(), 'prongsai-evidence-'));
    blobs = new BlobStore(join(folder, 'blobs'));
  });
  afterAll(async () => {
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  const attached = async (name: string, bytes: Uint8Array): Promise<MeasureRow> => {
    const measure = await anApprovedMeasure(agency);
    const file = await storeEvidence(blobs, cleanEvidence, { name, bytes });
    const { organizationId } = agency;
    return agency.as('officer', (tx, actor) =>
      attachEvidence(tx, { organizationId, actor, measureId: measure.id, seenVersion: measure.version, file }),
    );
  };
  const findings = (measure: MeasureRow): Promise<ItemFinding[]> =>
    agency.as('officer', (tx) => findingsOfMeasure(tx, agency.organizationId, measure));
  const submit = (measure: MeasureRow): Promise<MeasureRow> =>
    agency.as('officer', (tx, actor) =>
      actChecked(tx, measureKind, findingsOfMeasure, {
        organizationId: agency.organizationId,
        itemId: measure.id,
        transition: 'submit_results',
        actor,
        seenVersion: measure.version,
        shownHash: measure.contentHash,
        overrideReason: 'ไม่ช่วย',
      }),
    );

  it('stops the results at personal data until each place is cleared', async () => {
    const pdf = await aPdf('ผู้เข้าร่วมประชุม', 'นายสมมติ ใจดี 081-234-5678 และ สมมุติ@ไม่นับ test.person@gmail.com');
    const measure = await attached('รายชื่อ.pdf', pdf);
    await expect(submit(measure)).rejects.toMatchObject({ code: 'proofreading.personal-data', details: { count: 2 } });
    const found = (await findings(measure)).filter(({ rule }) => rule === 'personal.data');
    expect(found.map(({ quote }) => quote)).toEqual(['081-234-5678', 'test.person@gmail.com']);
    expect(new Set(found.map(({ at }) => at))).toEqual(
      new Set([`${measure.id}.files.${measure.content.files?.[0]?.id}.2`]),
    );
    for (const { key } of found) {
      await expect(submit(measure)).rejects.toMatchObject({ code: 'proofreading.personal-data' });
      await agency.as('head-finance', (tx, actor) =>
        clearPersonalData(tx, {
          organizationId: agency.organizationId,
          actor,
          itemKind: 'measure',
          item: measure,
          findings: found,
          findingKey: key,
          reason: 'เป็นเบอร์ของหน่วยงาน',
        }),
      );
    }
    expect(await submit(measure)).toMatchObject({ state: 'results_review' });
  });

  it('is also evidence: the proof-reader asks for none beside it', async () => {
    const rules = async (measure: MeasureRow): Promise<boolean> =>
      (await findings(measure)).some(({ rule }) => rule === 'result.no-evidence');
    expect(await rules(await anApprovedMeasure(agency))).toBe(true);
    expect(await rules(await attached('การประชุม.pdf', await aPdf('มติที่ประชุม')))).toBe(false);
  });

  it('cannot be looked for in a scan, which is said and stops nothing', async () => {
    const measure = await attached('scan.pdf', await aScan(2));
    const unread = (await findings(measure)).filter(({ rule }) => rule === 'evidence.unread');
    expect(unread.map(({ severity, message }) => [severity, message.th])).toEqual([
      ['W', expect.stringContaining('หน้า 1/2 ของ scan.pdf')],
      ['W', expect.stringContaining('หน้า 2/2 ของ scan.pdf')],
    ]);
    expect(await submit(measure)).toMatchObject({ state: 'results_review' });
  });
});
