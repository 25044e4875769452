import type { Request } from 'express';
import type { RouteAheadView } from '../../../templates/web/components/route-ahead.js';
import { DATE_INCOMPLETE } from '../../../templates/web/words/form-words.js';
import { simulatedStep } from '../../../templates/web/words/route-form-words.js';
import { thaiDate } from '../../core/thai/dates.js';
import type { Tx } from '../../database/unit-of-work.js';
import { today } from '../../organizations/organizations.queries.js';
import { isOfficer, type Me } from '../desk.js';
import type { ItemDoor, TitledRow } from '../item-doors.js';
import { readForm, Text } from './form-reading.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

class AheadQuery {
  @Text() 'on.day' = '';
  @Text() 'on.month' = '';
  @Text() 'on.year' = '';
}

/** Where an officer can still submit: who will be asked on the day of the query, or today. Nothing for anybody else. */
export async function routeAhead<Row extends TitledRow>(
  tx: Tx,
  me: Me,
  door: ItemDoor<Row>,
  item: Row,
  { query, path }: Pick<Request, 'query' | 'path'>,
): Promise<{ readonly ahead?: RouteAheadView }> {
  if (!isOfficer(me) || !SUBMITTABLE.includes(item.state)) return {};
  const { form } = readForm(AheadQuery, query);
  const typed = typedIn(form, 'on');
  const on = isoFromTyped(typed);
  const day = on ?? (await today(tx));
  const { digits } = me.organization;
  const steps = await door.foresee(tx, me, item, day);
  return {
    ahead: {
      action: path,
      dayText: `วันที่ ${thaiDate(day, digits)}`,
      typed: on === null ? typedFromIso(day) : typed,
      ...(on === undefined ? { problem: DATE_INCOMPLETE } : {}),
      steps: steps.map((step, index) => simulatedStep(step, index, digits)),
    },
  };
}

const SUBMITTABLE: readonly string[] = ['draft', 'approved'];
