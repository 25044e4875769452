import type { MeasureContent } from '../../src/core/measure/measure.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure, type TestAgency } from '../support/agency.js';

const TO_APPROVED = [
  ['officer', 'submit'],
  ['head-finance', 'sign_off'],
  ['executive', 'approve'],
] as const;

/** A measure of the finance division that the executive approved; its results may be written. */
export async function anApprovedMeasure(
  agency: TestAgency,
  overrides: Partial<MeasureContent> = {},
  fiscalYear = 2568,
): Promise<MeasureRow> {
  const { organizationId, divisions } = agency;
  const content = aMeasure([divisions.get('กองคลัง') ?? ''], overrides);
  let measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear, content }),
  );
  for (const [userName, transition] of TO_APPROVED) measure = await doneBy(agency, userName, transition, measure);
  return measure;
}

export const doneBy = (
  { organizationId, ...agency }: TestAgency,
  userName: string,
  transition: MeasureTransition,
  { id, version, contentHash }: MeasureRow,
): Promise<MeasureRow> =>
  agency.as(userName, (tx, actor) =>
    actOnMeasure(tx, { organizationId, itemId: id, transition, actor, seenVersion: version, shownHash: contentHash }),
  );
