import type { Block } from './markup.js';

export interface NumberedBlock extends Block {
  /** What is printed before the text: "ข้อ 1", "2.", "(3)", "-" or nothing. Arabic digits. */
  readonly mark: string;
}

/** Gives clauses their numbers: clauses start anew under a heading or an article, sub-clauses under any clause. */
export function numberBlocks(blocks: readonly Block[]): NumberedBlock[] {
  let [article, clause, subClause] = [0, 0, 0];
  return blocks.map((block) => {
    switch (block.kind) {
      case 'article':
        [article, clause, subClause] = [article + 1, 0, 0];
        return { ...block, mark: `ข้อ ${article}` };
      case 'clause':
        [clause, subClause] = [clause + 1, 0];
        return { ...block, mark: `${clause}.` };
      case 'sub-clause':
        subClause += 1;
        return { ...block, mark: `(${subClause})` };
      case 'dash':
        return { ...block, mark: '-' };
      case 'heading':
        [clause, subClause] = [0, 0];
        return { ...block, mark: '' };
      default:
        return { ...block, mark: '' };
    }
  });
}
