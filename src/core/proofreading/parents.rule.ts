import type { ProofContext } from './proof-context.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import type { Passage, ProofTable } from './proof-document.js';

const HEADING = /^(\d{1,2})\.(?!\d)/;
const CHILD = /^[-•]?(\d{1,2})\.(\d{1,2})(?![\d%])/;

/** "4.1" stands under "4": the number of a child begins with that of its parent. */
export const parentsRule: Rule = {
  id: 'numbering.parent',
  severity: 'E',
  title: { th: 'เลขข้อย่อยไม่ตรงกับข้อใหญ่', en: 'Number of a sub-item does not belong to its parent' },
  source: 'DOMAIN 5.4 (parent-child prefix)',
  check: ({ document }: ProofContext) => {
    let parent: string | null = null;
    return document.blocks.flatMap((block) => {
      if (block.kind === 'table') return orphansOfTable(block.table);
      const heading = block.isHeading ? HEADING.exec(block.passage.tight.text) : null;
      parent = heading?.[1] ?? (block.isHeading ? null : parent);
      return orphan(block.passage, parent);
    });
  },
};

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
  return table.rows.flatMap((row) => {
    const group = table.groups
      .filter((candidate) => candidate.beforeRow <= row.number && candidate.label !== null)
      .pop();
    const cell = row.cells[0];
    return group && cell && row.label?.includes('.') ? orphan(cell, group.label) : [];
  });
}
