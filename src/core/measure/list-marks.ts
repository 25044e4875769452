import { arabicDigits } from '../thai/digits.js';

/** A number or a dash that may open a list item, with its place in the text. */
export interface ListMark {
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly opensParagraph: boolean;
}

/** ๑. ๑) (๑) 1. at the start of a paragraph or after a space; ๗.๘๒ and ๒.๑ are no marks. */
const NUMBER = /(?<=^|\s)\(?([0-9๐-๙]{1,2})(?:\.\)|\)\.?|\.)(?![0-9๐-๙])[^\S\n]*(?=\S)/g;

/**
 * The runs of numbers 1, 2, 3, … that make numbered lists. A number out of order belongs to the sentence it stands in, and
 * so does a lone number inside a paragraph.
 */
export function numberedRuns(text: string): ListMark[][] {
  const runs: ListMark[][] = [];
  const marks = numberMarks(text);
  marks.forEach((mark, index) => {
    const run = runs.at(-1);
    const awaited = (run?.length ?? 0) + 1;
    const goesOnAfter = marks[index + 1]?.number === awaited;
    if (run && mark.number === awaited) run.push(mark);
    else if (mark.number === 1 && !(run && awaited > 1 && goesOnAfter && awaited !== 2)) runs.push([mark]);
  });
  return runs.filter((run) => run.length > 1 || run[0]?.opensParagraph === true);
}

function numberMarks(text: string): ListMark[] {
  return [...text.matchAll(NUMBER)].map((match) => ({
    number: Number(arabicDigits(match[1] ?? '')),
    startsAt: match.index,
    endsAt: match.index + match[0].length,
    opensParagraph: match.index === 0 || text[match.index - 1] === '\n',
  }));
}
