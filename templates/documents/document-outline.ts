import type { Sheet } from '../../src/core/report/sheet.js';
import type { Language } from './document-template.js';
import { isNode, sheetOf, textOf, type LooseNode } from './outline-table.js';
import { buildDocument } from './registry.js';

/** A part of a document as a page without sheets of paper shows it. Texts are finished: digits and marks as printed. */
export type OutlineBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** A line break inside the text is one of the paper. */
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'caption'; readonly text: string }
  /** A picture or drawing, told in words. */
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Sheet };

export interface DocumentOutline {
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly OutlineBlock[];
}

/**
 * The same content as the printed document, in its order: what the accessible page beside each PDF shows. It is made
 * from the very description that is printed, so that the two cannot tell different things.
 * @throws DomainError document.template-unknown, document.language-unknown, document.data-invalid
 */
export function documentOutline(template: string, data: unknown, language: Language): DocumentOutline {
  const { definition, options } = buildDocument(template, data, language);
  return { title: options.title, language, blocks: blocksOf(definition.content) };
}

/** The tables that hold what the document is about, in their order; a table without a header row is a drawing or a form. */
export const tablesOf = ({ blocks }: DocumentOutline): Sheet[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.table.rows.some(({ kind }) => kind === 'header') ? [block.table] : [],
  );

function blocksOf(value: unknown): OutlineBlock[] {
  if (Array.isArray(value)) return value.flatMap(blocksOf);
  if (!isNode(value)) return paragraph(textOf(value));
  if (value['role'] === 'artifact') return [];
  if (value['table'] !== undefined) return tableBlocks(value);
  const inside = value['stack'] ?? value['columns'] ?? value['ul'] ?? value['ol'];
  if (inside !== undefined) return blocksOf(inside);
  if (typeof value['alt'] === 'string') return [{ kind: 'figure', text: value['alt'] }];
  return textBlock(value);
}

function tableBlocks(node: LooseNode): OutlineBlock[] {
  if (node['role'] !== 'layout') return [{ kind: 'table', table: sheetOf(node) }];
  return sheetOf(node).rows.flatMap(({ cells }) =>
    cells.flatMap(({ lines }) => lines.flatMap(({ text }) => paragraph(text))),
  );
}

function textBlock(node: LooseNode): OutlineBlock[] {
  const text = textOf(node['text']).trim();
  if (text === '') return [];
  const level = HEADINGS.get(node['role']);
  if (level) return [{ kind: 'heading', level, text }];
  return node['role'] === 'caption' ? [{ kind: 'caption', text }] : paragraph(text);
}

const HEADINGS: ReadonlyMap<unknown, 1 | 2 | 3> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
]);

const paragraph = (text: string): OutlineBlock[] =>
  text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim() }];
