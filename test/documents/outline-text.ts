import type { DocumentOutline } from '../../templates/documents/document-outline.js';

/** Every word of an outline in its order, for comparing it with the printed file. */
export function outlineText({ blocks }: DocumentOutline): string {
  return blocks
    .map((block) =>
      block.kind === 'table'
        ? block.table.rows
            .flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(({ text }) => text)))
            .join('\n')
        : block.text,
    )
    .join('\n');
}
