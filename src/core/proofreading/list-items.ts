import type { Passage } from './proof-document.js';

/** One item of a list inside a cell or paragraph: units [from, to) of the text without spaces, its mark left out. */
export interface ListItem {
  readonly from: number;
  readonly to: number;
  /** Number in front, null for a dash or a text before the first mark. */
  readonly number: number | null;
  readonly hasMark: boolean;
}

/** A number and a full stop, or a dash, at the beginning or after a space of the original. */
const MARK = /(?<=^|\s)(?:(\d{1,2})\.(?!\d)|-(?=\s|[\u0E01-\u0E44]))\s?/g;

/** Splits a passage at its list marks. A passage without marks is one item. */
export function itemsOf(passage: Passage): ListItem[] {
  const marks = [...passage.loose.text.matchAll(MARK)].map((match) => ({
    start: tightIndex(passage, match.index),
    textStart: tightIndex(passage, match.index + match[0].length),
    number: match[1] ? Number(match[1]) : null,
  }));
  const length = passage.tight.text.length;
  const items: ListItem[] = [];
  const lead = marks[0]?.start ?? length;
  if (lead > 0) items.push({ from: 0, to: lead, number: null, hasMark: false });
  marks.forEach((mark, index) => {
    items.push({ from: mark.textStart, to: marks[index + 1]?.start ?? length, number: mark.number, hasMark: true });
  });
  return items;
}

/** Unit of the tight text that stands at, or next after, unit `at` of the loose text. */
function tightIndex(passage: Passage, at: number): number {
  const target = passage.loose.starts[at];
  if (target === undefined) return passage.tight.text.length;
  let low = 0;
  let high = passage.tight.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passage.tight.starts[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
