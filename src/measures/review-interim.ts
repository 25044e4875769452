import type { Tx } from '../database/unit-of-work.js';
import { MeasureRow } from './measure.entity.js';

type Review = Pick<MeasureRow, 'reviewing' | 'interimEndorsed'>;

/** What waits for endorsement from now on are the interim results. */
export const reviewInterim = (tx: Tx, measure: MeasureRow): Promise<void> => set(tx, measure, { reviewing: 'interim' });

/** Nothing waits for endorsement any more. */
export const endReview = (tx: Tx, measure: MeasureRow): Promise<void> => set(tx, measure, { reviewing: null });

/** The interim results, as they stand, count as endorsed until somebody changes them. */
export const endorseInterim = (tx: Tx, measure: MeasureRow): Promise<void> =>
  set(tx, measure, { interimEndorsed: true });

async function set(tx: Tx, measure: MeasureRow, change: Partial<Review>): Promise<void> {
  const { organizationId, id } = measure;
  await tx.update(MeasureRow, { organizationId, id }, change);
  Object.assign(measure, change); // the row that is handed on
}
