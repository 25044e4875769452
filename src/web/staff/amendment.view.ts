import type { ComparisonView } from '../../../templates/web/components/comparison.js';
import type { Deed } from '../../../templates/web/components/decision-bar.js';
import { fieldLabel } from '../../../templates/web/field-labels.js';
import { links } from '../../../templates/web/links.js';
import { AMEND_LABEL, OPEN_AMENDMENT_LABEL } from '../../../templates/web/words/now-words.js';
import { compareMeasures } from '../../core/measure/compare-measures.js';
import { amended } from '../../core/measure/measure.js';
import type { Tx } from '../../database/unit-of-work.js';
import { openAmendmentOf } from '../../measures/amendment-facts.queries.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import { findMeasure } from '../../measures/measures.queries.js';
import { isOfficer, type Me } from '../desk.js';
import type { RankedDeed } from './deeds.view.js';

const ON_ITS_WAY: readonly string[] = ['draft', 'division_review', 'executive_review'];
const RANK = 5;

/** What an amendment on its way would change in the version in force. */
export async function comparisonFor(tx: Tx, me: Me, item: MeasureRow): Promise<{ comparison?: ComparisonView }> {
  if (!item.amendsId || !ON_ITS_WAY.includes(item.state)) return {};
  const inForce = await findMeasure(tx, me.visitor.organizationId, item.amendsId);
  if (!inForce) return {};
  const fields = compareMeasures(inForce.content, amended(inForce.content, item.content)).map(
    ({ field, before, after }) => ({
      label: fieldLabel(field, 'th'),
      before,
      after,
    }),
  );
  return { comparison: { href: links.measure(inForce.id), fields } };
}

/** The way to an amendment of an approved measure: to begin one, or to the one that is on its way. */
export async function amendmentDeeds(tx: Tx, me: Me, item: MeasureRow): Promise<RankedDeed[]> {
  if (item.state !== 'approved' || item.amendsId) return [];
  const open = await openAmendmentOf(tx, me.visitor.organizationId, item.id);
  if (!open && !isOfficer(me)) return [];
  const deed: Deed = {
    name: 'amend',
    label: open ? OPEN_AMENDMENT_LABEL : AMEND_LABEL,
    href: open ? links.measure(open.id) : links.amendMeasure(item.id),
    opensPage: open !== null,
    problems: [],
  };
  return [{ deed, rank: RANK }];
}
