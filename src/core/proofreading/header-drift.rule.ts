import { bareTitle, CONTINUED } from './build-table.js';
import { similarity } from './edit-distance.js';
import type { ProofContext } from './proof-context.js';
import { titleCellOf, type GroupRow, type ProofTable } from './proof-document.js';
import { wholePassage, type Rule, type Sighting } from './rule.js';

const SAME_THING = 0.6;
/** Letters of a heading that are compared: the comparison costs their square. */
const HEADING = 200;

/** Headers, group headings and titles read the same on every page. */
export const headerDriftRule: Rule = {
  id: 'header.drift',
  severity: 'W',
  title: { th: 'หัวตารางหรือหัวข้อไม่เหมือนเดิมในหน้าถัดไป', en: 'Heading differs from its continuation' },
  source: 'DOMAIN 5.4 (header drift between pages)',
  check: ({ tables }: ProofContext) =>
    tables.flatMap((table) => [...headers(table), ...groups(table), ...titles(table)]),
};

function headers(table: ProofTable): Sighting[] {
  const first = table.headers[0] ?? [];
  return table.headers.slice(1).flatMap((header) =>
    header.flatMap((cell, index) => {
      const original = first[index]?.tight.text ?? '';
      return cell.tight.text === original || original === ''
        ? []
        : [{ ...wholePassage(cell), message: differs(original), suggestion: original }];
    }),
  );
}

/** A continued group is compared with its first heading; the wording that both the heading and most pages use is the right one. */
function groups(table: ProofTable): Sighting[] {
  const first = new Map<string, GroupRow>();
  return table.groups.flatMap((group) => {
    const before = group.label === null ? undefined : first.get(group.label);
    if (group.label !== null && !before) first.set(group.label, group);
    if (!before || !group.isContinuation) return [];
    const [original, now] = [bareTitle(before.passage.tight.text), bareTitle(group.passage.tight.text)];
    return original === now || similarity(original.slice(0, HEADING), now.slice(0, HEADING)) < SAME_THING
      ? []
      : [{ ...wholePassage(before.passage), message: differs(now), suggestion: null }];
  });
}

function titles(table: ProofTable): Sighting[] {
  return table.repeatedTitles.flatMap(({ title, of }) => {
    const row = table.rows[of - 1];
    const original = bareTitle((row && titleCellOf(table, row)?.tight.text) ?? '');
    if (!CONTINUED.test(title.tight.text) || bareTitle(title.tight.text) === original) return [];
    return [{ ...wholePassage(title), message: differs(original), suggestion: null }];
  });
}

const differs = (other: string): Sighting['message'] => ({
  th: `อีกหน้าหนึ่งเขียนว่า “${other}”`,
  en: `Another page reads "${other}"`,
});
