import { CELL_HEADINGS } from '../thai/list-words.js';
import { numberedRuns, type ListMark } from './list-marks.js';
import type { Line } from './measure.js';

const DASH = /^[-–—•●▪*][^\S\n]*(?=\S)/;
const INNER_DASH = /\s[-–—•●▪](?=\s*[^\s\d๐-๙])/;
const MARKED_HEADING = /^<u>(.*)<\/u>$/;
/** A line that ends in a colon heads what follows when it is no longer than this. */
const HEADING_LETTERS = 80;

/**
 * Splits the text of one table cell into its paragraphs and list items without losing a word. Paragraphs are divided by line
 * ends; items by numbers that run 1, 2, 3, … and by dashes when the cell is a dashed list; `<u>…</u>` around a whole
 * paragraph makes a heading. Anything else stays in the sentence it stands in.
 */
export function readLines(text: string): Line[] {
  const cell = freeTrailingHeadings(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim(),
  );
  const runs = apart(cell, numberedRuns(cell));
  const isInlineDashed = cell.split('\n').filter((paragraph) => DASH.test(paragraph)).length === 1;
  const lines: Line[] = [];
  let readUntil = 0;
  for (const run of runs) {
    const end = endOfRun(cell, run);
    lines.push(...unnumbered(cell.slice(readUntil, run[0]?.startsAt), isInlineDashed));
    lines.push(...itemsOf(cell.slice(0, end), run));
    readUntil = end;
  }
  return [...lines, ...unnumbered(cell.slice(readUntil), isInlineDashed)];
}

/** "… E-Service วิธีดำเนินการ⏎๑. …": the heading word that ends a paragraph before a new list gets its own line. */
function freeTrailingHeadings(cell: string): string {
  return CELL_HEADINGS.reduce(
    (text, heading) => text.replace(new RegExp(`\\s${heading}\\n(?=[1๑][.)])`, 'g'), `\n${heading}\n`),
    cell,
  );
}

/** Lists are numbered anew only after another paragraph; a second run directly behind the first keeps its own numbers as text. */
function apart(cell: string, runs: readonly ListMark[][]): ListMark[][] {
  return runs.filter((run, index) => {
    const before = runs[index - 1];
    return !before || endOfRun(cell, before) < (run[0]?.startsAt ?? 0) - 1;
  });
}

/** The last item goes to the end of its paragraph. */
function endOfRun(cell: string, run: readonly ListMark[]): number {
  const end = cell.indexOf('\n', run.at(-1)?.endsAt);
  return end < 0 ? cell.length : end;
}

function itemsOf(cell: string, run: readonly ListMark[]): Line[] {
  return run.map(({ endsAt }, index) => {
    const text = cell.slice(endsAt, run[index + 1]?.startsAt);
    return { kind: 'numbered', text: text.replace(/\n/g, ' ').trim() };
  });
}

function unnumbered(text: string, isInlineDashed: boolean): Line[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => {
      if (DASH.test(paragraph)) return dashed(paragraph, isInlineDashed);
      const heading = MARKED_HEADING.exec(paragraph)?.[1]?.trim();
      if (heading) return [{ kind: 'heading', text: heading } as const];
      return [{ kind: isHeading(paragraph) ? 'heading' : 'plain', text: paragraph } as const];
    });
}

/** Inner dashes divide items only where the whole cell is one paragraph: "- ก - ข"; otherwise they mean "to" or "and". */
function dashed(paragraph: string, isInlineDashed: boolean): Line[] {
  const items = isInlineDashed ? paragraph.split(INNER_DASH) : [paragraph];
  return items.map((item) => ({ kind: 'dash', text: item.trim().replace(DASH, '') }));
}

function isHeading(paragraph: string): boolean {
  const isKnown = CELL_HEADINGS.includes(paragraph.replace(/[\s:]+$/, ''));
  return isKnown || (paragraph.endsWith(':') && paragraph.length <= HEADING_LETTERS);
}
