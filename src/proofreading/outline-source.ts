import type { DocumentOutline } from '../../templates/documents/document-outline.js';
import { gridOf } from '../core/report/sheet.js';

/** A document's own words as the proof-reader takes them: headings marked, tables as rows of tabs. */
export const outlineSource = ({ blocks }: Pick<DocumentOutline, 'blocks'>): string =>
  blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return `${'#'.repeat(block.level)} ${oneLine(block.text)}`;
        case 'table':
          return gridOf(block.table)
            .map((row) => row.map(oneLine).join('\t'))
            .join('\n');
        case 'paragraph':
        case 'caption':
        case 'figure':
          return oneLine(block.text);
      }
    })
    .join('\n\n');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
