import type { ProofContext } from './proof-context.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import type { Block, Passage, ProofTable } from './proof-document.js';

const HEADING = /^(\d{1,2})\.(?!\d)/;
const CHILD = /^[-•]?(\d{1,2})\.(\d{1,2})(?=[.)]?[\u0E01-\u0E44(])/;

/** "4.1" stands under "4": the number of a child begins with that of its parent. */
export const parentsRule: Rule = {
  id: 'numbering.parent',
  severity: 'E',
  title: { th: 'เลขข้อย่อยไม่ตรงกับข้อใหญ่', en: 'Number of a sub-item does not belong to its parent' },
  source: 'DOMAIN 5.4 (parent-child prefix)',
  check: ({ document, tables }: ProofContext) => [
    ...tables.flatMap(orphansOfTable),
    ...orphanLines(document.blocks.flatMap((block) => (block.kind === 'text' ? [block] : []))),
  ],
};

type TextBlock = Extract<Block, { kind: 'text' }>;

/**
 * A run of sub-items that begins with ".1" under another number, or one that takes the next place among its siblings; another later
 * item alone may have lost its parent to a page break.
 */
function orphanLines(blocks: readonly TextBlock[]): Sighting[] {
  let parent: string | null = null;
  let strayParent: string | null = null;
  let lastOwn = 0;
  return blocks.flatMap(({ passage, isHeading }) => {
    const heading = isHeading ? HEADING.exec(passage.tight.text) : null;
    if (heading) [parent, strayParent, lastOwn] = [heading[1] ?? null, null, 0];
    const child = CHILD.exec(passage.tight.text);
    if (!child) return [];
    const isNext = lastOwn > 0 && Number(child[2]) === lastOwn + 1;
    if (child[1] === parent || isNext) lastOwn = Number(child[2]);
    if (child[1] === parent) return [];
    if (child[2] === '1') strayParent = child[1] ?? null;
    return child[1] === strayParent || isNext ? orphan(passage, parent) : [];
  });
}

function orphan(passage: Passage, parent: string | null): Sighting[] {
  const child = CHILD.exec(passage.tight.text);
  if (!child || parent === null || child[1] === parent) return [];
  const from = child[0].length - `${child[1] ?? ''}.${child[2] ?? ''}`.length;
  return [
    {
      ...tightSpan(passage, from, child[0].length),
      message: {
        th: `ข้อย่อย ${child[1] ?? ''}.${child[2] ?? ''} อยู่ภายใต้ข้อ ${parent}`,
        en: `Sub-item ${child[1] ?? ''}.${child[2] ?? ''} stands under ${parent}`,
      },
      suggestion: `${parent}.${child[2] ?? ''}`,
    },
  ];
}

function orphansOfTable(table: ProofTable): Sighting[] {
  const labelled = table.groups.filter(({ label }) => label !== null);
  let begun = 0;
  return table.rows.flatMap((row) => {
    while ((labelled[begun]?.beforeRow ?? Infinity) <= row.number) begun += 1;
    const group = labelled[begun - 1];
    const cell = row.cells[0];
    return group && cell && row.label?.includes('.') ? orphan(cell, group.label) : [];
  });
}
