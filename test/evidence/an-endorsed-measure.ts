import { cleanEvidence } from '../../src/evidence/clean-evidence.js';
import { storeEvidence } from '../../src/evidence/store-evidence.js';
import { attachEvidence } from '../../src/measures/attach-evidence.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { findMeasure } from '../../src/measures/measures.queries.js';
import type { BlobStore } from '../../src/storage/blob-store.js';
import type { TestAgency } from '../support/agency.js';
import { anApprovedMeasure, doneBy } from './an-approved-measure.js';

/** Name and bytes of a file of evidence. */
export type Brought = readonly [string, Uint8Array];

/** A measure whose results the division endorsed together with these files. */
export async function anEndorsedMeasure(
  agency: TestAgency,
  blobs: BlobStore,
  year: number,
  files: readonly Brought[],
): Promise<MeasureRow> {
  const { organizationId } = agency;
  const period = { startsOn: null, endsOn: null, text: 'ตลอดปีงบประมาณ' };
  let measure = await anApprovedMeasure(agency, { period }, year);
  for (const [name, bytes] of files) {
    const file = await storeEvidence(blobs, cleanEvidence, { name, bytes: new Uint8Array(bytes) });
    measure = await agency.as('officer', (tx, actor) =>
      attachEvidence(tx, { organizationId, actor, measureId: measure.id, seenVersion: measure.version, file }),
    );
  }
  await doneBy(agency, 'head-finance', 'endorse', await doneBy(agency, 'officer', 'submit_results', measure));
  const found = await agency.as('officer', (tx) => findMeasure(tx, organizationId, measure.id));
  if (found?.state !== 'completed') throw new Error('the measure is not endorsed');
  return found;
}
