import { Secret, Text, Ticked } from './form-reading.js';
import type { OneDecision } from '../many-decisions.js';
import { ITEM_DOORS } from '../item-doors.js';

export const MOST_AT_ONCE = 50;

/** Several decisions as posted: each names the item, the deed, and the version and text that were shown. */
export class DecisionsForm {
  @Ticked() decision: string[] = [];
  @Text() idempotencyKey = '';
  @Secret() password = '';

  decisions(): OneDecision[] {
    return this.decision.slice(0, MOST_AT_ONCE).flatMap((value) => {
      const [section = '', id = '', deed = '', version = '', shownHash = ''] = value.split('/');
      if (!Object.hasOwn(ITEM_DOORS, section) || !/^\d{1,9}$/.test(version)) return [];
      const shown = { seenVersion: Number(version), shownHash };
      return [{ ...shown, section, id, deed, reason: null, overrideReason: null }];
    });
  }
}

/** One box of the form. */
export const decisionValue = (
  section: string,
  deed: string,
  { id, version, contentHash }: { readonly id: string; readonly version: number; readonly contentHash: string },
): string => [section, id, deed, version, contentHash].join('/');

/** "measures/<id>" of the items that were chosen in a list. */
export const chosenItems = (asked: string | readonly string[] | undefined): { section: string; id: string }[] =>
  [asked ?? []]
    .flat()
    .slice(0, MOST_AT_ONCE)
    .flatMap((each) => {
      const [section = '', id = ''] = each.split('/');
      return Object.hasOwn(ITEM_DOORS, section) ? [{ section, id }] : [];
    });
