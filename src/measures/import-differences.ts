import { differingFields, fieldsToTake, withFile, type ContentField } from '../core/measure/file-differences.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { MeasureRow } from './measure.entity.js';

/** A measure as a reader of files found it; its key is the same when the same row is read again. */
export interface MeasureToImport {
  readonly contentKey: string;
  readonly content: MeasureContent;
}

/** A measure of an earlier import that says something else than the file does now. */
export interface ImportDifference {
  readonly contentKey: string;
  readonly measure: MeasureRow;
  readonly fields: readonly ContentField[];
  /** Those of them that the file may still change. */
  readonly takeable: readonly ContentField[];
  /** What the measure would say if it took over everything. */
  readonly merged: MeasureContent;
}

/** What measures of this year say otherwise than a file that is imported again. */
export async function importDifferences(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
  measures: readonly MeasureToImport[],
): Promise<ImportDifference[]> {
  return differencesBetween(await tx.findBy(MeasureRow, { organizationId, fiscalYear }), measures);
}

export function differencesBetween(
  stored: readonly MeasureRow[],
  measures: readonly MeasureToImport[],
): ImportDifference[] {
  const known = new Map(stored.map((measure) => [measure.importKey, measure]));
  return measures.flatMap(({ contentKey, content }) => {
    const measure = known.get(contentKey);
    if (!measure) return [];
    const merged = withFile(measure.content, content);
    const fields = differingFields(measure.content, merged);
    return fields.length === 0
      ? []
      : [{ contentKey, measure, fields, takeable: fieldsToTake(measure.state, fields), merged }];
  });
}
