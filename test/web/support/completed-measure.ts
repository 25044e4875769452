import { actOnMeasure } from '../../../src/measures/act-on-measure.js';
import { draftMeasure } from '../../../src/measures/save-measure.js';
import type { MeasureTransition } from '../../../src/core/measure/measure.lifecycle.js';
import { aMeasure, type TestAgency } from '../../support/agency.js';

const WAY: readonly (readonly [string, MeasureTransition])[] = [
  ['officer', 'submit'],
  ['head-finance', 'sign_off'],
  ['executive', 'approve'],
  ['officer', 'submit_results'],
  ['head-finance', 'endorse'],
];

/** A measure of the finance division whose results are endorsed. */
export async function completedMeasure(agency: TestAgency, fiscalYear: number, title: string): Promise<void> {
  const { organizationId, divisions } = agency;
  const content = aMeasure([divisions.get('กองคลัง') ?? ''], {
    title,
    theme: 'มาตรการสร้างการรับรู้',
    period: { startsOn: null, endsOn: null, text: 'ตลอดปีงบประมาณ' },
  });
  let measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear, content }),
  );
  for (const [userName, transition] of WAY) {
    measure = await agency.as(userName, (tx, actor) =>
      actOnMeasure(tx, {
        organizationId,
        itemId: measure.id,
        transition,
        actor,
        seenVersion: measure.version,
        shownHash: measure.contentHash,
      }),
    );
  }
}
