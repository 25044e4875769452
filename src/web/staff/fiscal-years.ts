import type { Choice } from '../../../templates/web/components/field.js';
import { fiscalYearLabel } from '../../../templates/web/words/time-words.js';
import { fiscalYearOf } from '../../core/ita/fiscal-year.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { yearsWithMeasures } from '../../measures/measures.queries.js';
import { today } from '../../organizations/organizations.queries.js';

export interface FiscalYears {
  readonly current: number;
  /** Newest first. */
  readonly all: readonly number[];
  /** The year asked for, or the newest that has measures, or the present one. */
  chosen(asked: string | undefined): number;
  choices(digits: DigitStyle): Choice[];
}

/** Years with measures, the present one, its neighbours. */
export async function fiscalYearsOf(tx: Tx, organizationId: OrganizationId): Promise<FiscalYears> {
  const current = fiscalYearOf(await today(tx));
  const used = await yearsWithMeasures(tx, organizationId);
  const all = [...new Set([...used, current + 1, current, current - 1, current - 2])].sort((a, b) => b - a);
  return {
    current,
    all,
    chosen: (asked) => all.find((year) => String(year) === asked) ?? used[0] ?? current,
    choices: (digits) => all.map((year) => ({ value: String(year), label: fiscalYearLabel(year, digits) })),
  };
}
