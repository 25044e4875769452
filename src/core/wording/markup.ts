import { filled, placeholdersIn, type PlaceholderValues } from './placeholders.js';

/**
 * The markup of a wording, made for office clerks. A blank line ends a paragraph; a line may begin with
 *   "# "      title of the document (once); its following lines stay lines of the title
 *   "## "     heading
 *   "1. "     numbered clause      "ข้อ 1 "  clause numbered with the word ข้อ
 *   "(1) "    numbered sub-clause  "- "      dashed item
 * Numbers are given anew when the text is set. Words in braces are placeholders; a block whose optional
 * placeholder has no value is left out, and one that names a list is repeated for each entry.
 */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'clause' | 'article' | 'sub-clause' | 'dash';

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Line of the source it begins on, from 1. */
  readonly line: number;
}

export interface WordingProblem {
  readonly line: number;
  readonly kind:
    'unknown-placeholder' | 'unclosed-brace' | 'no-title' | 'second-title' | 'empty-block' | 'unknown-mark';
  /** The offending word or line. */
  readonly found: string;
}

const MARKS: readonly (readonly [BlockKind, RegExp])[] = [
  ['title', /^#\s+/],
  ['heading', /^##\s+/],
  ['article', /^ข้อ\s*[0-9๐-๙]+\.?\s+/],
  ['clause', /^[0-9๐-๙]+\.\s+/],
  ['sub-clause', /^\([0-9๐-๙]+\)\s+/],
  ['dash', /^-\s+/],
];

/** Marks of other languages, which would be printed as they stand: Markdown's, tables' and tags of HTML. */
const FOREIGN_MARKS: readonly RegExp[] = [
  /^(#{3,}|#+[^#\s])/,
  /^(?:[*+>|]|={3,}$|-{3,}$|`{3})/,
  /\*\*|~~|`/,
  /\]\(/,
  /<(?:[/!]?[a-z]|!--)/i,
];

/** Blocks of a wording in order; lines of one block are joined by a space, lines of the title stay lines. */
export function parseWording(source: string): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const [index, raw] of source.split(/\r?\n/).entries()) {
    const text = raw.trim();
    if (text !== '') addLine(blocks, text, index + 1, isOpen);
    isOpen = text !== '';
  }
  return blocks;
}

function addLine(blocks: Block[], text: string, line: number, isOpen: boolean): void {
  const marked = MARKS.find(([, mark]) => mark.test(text));
  const previous = blocks.at(-1);
  if (marked) blocks.push({ kind: marked[0], text: text.replace(marked[1], ''), line });
  else if (isOpen && previous)
    blocks[blocks.length - 1] = { ...previous, text: `${previous.text}${joint(previous)}${text}` };
  else blocks.push({ kind: 'paragraph', text, line });
}

/** A title is printed on the lines it is written on; running text is joined. */
const joint = ({ kind }: Block): string => (kind === 'title' ? '\n' : ' ');

/** Every fault of a wording with its line; an empty list means that it can be set with these placeholders. */
export function wordingProblems(source: string, knownPlaceholders: readonly string[]): WordingProblem[] {
  const blocks = parseWording(source);
  const titles = blocks.filter(({ kind }) => kind === 'title');
  return [
    ...(titles.length === 0 ? [{ line: 1, kind: 'no-title', found: '' } as const] : []),
    ...titles.slice(1).map(({ line, text }) => ({ line, kind: 'second-title', found: text }) as const),
    ...source.split(/\r?\n/).flatMap((text, index) => lineProblems(text.trim(), index + 1, knownPlaceholders)),
  ];
}

function lineProblems(text: string, line: number, known: readonly string[]): WordingProblem[] {
  const problems: WordingProblem[] = [];
  for (const name of placeholdersIn(text)) {
    if (!known.includes(name)) problems.push({ line, kind: 'unknown-placeholder', found: name });
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) problems.push({ line, kind: 'unclosed-brace', found: text });
  if (/^(#+|[0-9๐-๙]+\.|\([0-9๐-๙]+\)|-)$/.test(text)) problems.push({ line, kind: 'empty-block', found: text });
  if (FOREIGN_MARKS.some((mark) => mark.test(text))) problems.push({ line, kind: 'unknown-mark', found: text });
  return problems;
}

/** The blocks as they will be printed: placeholders filled, optional ones without a value left out. */
export function filledBlocks(blocks: readonly Block[], values: PlaceholderValues): Block[] {
  return blocks.flatMap((block) => filled(block.text, values).map((text) => ({ ...block, text })));
}
