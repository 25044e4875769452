import { said, written } from '../../templates/console/demo.js';
import { isWithinFiscalYear } from '../core/ita/fiscal-year.js';
import type { Line, MeasureContent, Responsible } from '../core/measure/measure.js';
import { fiscalYearDays, fiscalYearMonths } from '../core/thai/dates.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { editPlan } from '../measures/save-measure.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import type { DemoCast } from './demo-cast.js';
import type { Say } from './demo-submitting.js';

/**
 * The measure with what its file left open, as an officer has to fill it in before it can be submitted: who is responsible, how,
 * and a period inside the year. Each is told.
 */
export async function completedByOfficer(cast: DemoCast, measure: MeasureRow, say: Say): Promise<MeasureRow> {
  const { content, fiscalYear } = measure;
  const period = periodInYear(content, fiscalYear);
  const responsible = await responsibleOf(cast, content);
  const methods = content.methods.length > 0 ? content.methods : [lineOf(written.method)];
  const filled = { responsible, period, methods };
  const missing = (Object.keys(filled) as (keyof typeof filled)[]).filter((part) => filled[part] !== content[part]);
  if (missing.length === 0) return measure;
  for (const part of missing) say(said.completed(part, measure.title));
  return edited(cast, measure, { ...content, ...filled });
}

/** A new text of a draft, written by the officer. */
export const edited = (cast: DemoCast, measure: MeasureRow, fields: MeasureContent): Promise<MeasureRow> =>
  cast.as('officer', (tx, actor) =>
    editPlan(tx, {
      organizationId: cast.organizationId,
      actor,
      measureId: measure.id,
      seenVersion: measure.version,
      fields,
    }),
  );

/** What came of it, with words for what the file left empty. */
export function resultsOf(
  { results, outcomes, evidence }: MeasureContent,
  say: (part: 'results' | 'outcomes') => void,
): Pick<MeasureContent, 'results' | 'outcomes' | 'evidence'> {
  if (results.length === 0) say('results');
  if (outcomes.length === 0) say('outcomes');
  return {
    results: results.length > 0 ? results : [lineOf(written.result)],
    outcomes: outcomes.length > 0 ? outcomes : [lineOf(written.outcome)],
    evidence,
  };
}

const lineOf = (text: string): Line => ({ kind: 'plain', text });

/** A plan may name a post instead of a division; somebody has to say which division that is. */
async function responsibleOf(cast: DemoCast, { responsible }: MeasureContent): Promise<Responsible> {
  if (responsible.everyDivision || responsible.divisionIds.length > 0) return responsible;
  const divisions = await cast.look((tx) => divisionsOf(tx, cast.organizationId));
  return { ...responsible, divisionIds: divisions.filter(({ name }) => name === 'กองคลัง').map(({ id }) => id) };
}

function periodInYear({ period }: MeasureContent, fiscalYear: number): MeasureContent['period'] {
  const dates = [period.startsOn, period.endsOn].filter((date) => date !== null);
  const isGiven = period.text.trim() !== '' || period.startsOn !== null;
  const isInside = dates.every((date) => isWithinFiscalYear(date, fiscalYear));
  return isGiven && isInside ? period : { ...fiscalYearDays(fiscalYear), text: fiscalYearMonths(fiscalYear) };
}
