import { LOOK_ALIKES, ROOTS } from './data/look-alikes.js';
import { OFFICIAL_WORDS } from './data/official-words.js';

/** A word as it looks after one slip of the hand. */
export interface LetterSlip {
  readonly written: string;
  readonly word: string;
}

const HEAD = 4;
/** A root may be short; a piece of a set phrase must be longer to tell the phrase. */
const SHORTEST_ROOT = 5;
const SHORTEST_WRITTEN = 6;
const ROOT_WORDS = new Set(ROOTS);
/** Letters on one side of a slip that tell enough about the word when the other side is a word itself. */
const TELLING = 4;
const CONSONANT = /[\u0E01-\u0E2E]/;
/** Written before the letter it belongs to: without that letter it would join the next. */
const LEADING_VOWEL = /[เแโใไ]/;
const CLUSTER = /[\u0E01-\u0E2E][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*/g;

const WORDS = [...new Set([...OFFICIAL_WORDS, ...ROOTS])];
const ALL_WORDS = WORDS.join('|');
let slipsByHead: ReadonlyMap<number, readonly LetterSlip[]> | null = null;

/**
 * Words of office language with one letter lost, put in place of a look-alike, exchanged with its neighbour, or marked at the end, starting at unit
 * `at` of a text without spaces. Vowels and tone marks are the other rule's business. Null when nothing of the kind stands there.
 */
export function letterSlipAt(tight: string, at: number): LetterSlip | null {
  slipsByHead ??= indexSlips();
  return slipsByHead.get(headAt(tight, at))?.find(({ written }) => tight.startsWith(written, at)) ?? null;
}

/** The first letters as one number, seven bits each: every position of a text is looked up. */
function headAt(text: string, at: number): number {
  let head = 0;
  for (let unit = at; unit < at + HEAD; unit += 1) head = (head << 7) | (text.charCodeAt(unit) & 127);
  return head;
}

function indexSlips(): ReadonlyMap<number, readonly LetterSlip[]> {
  const index = new Map<number, LetterSlip[]>();
  const slips = WORDS.flatMap((word) => slipsOf(word).map((written) => ({ written, word })));
  for (const slip of slips.sort((one, other) => other.written.length - one.written.length)) {
    const head = headAt(slip.written, 0);
    const known = index.get(head);
    if (known) known.push(slip);
    else index.set(head, [slip]);
  }
  return index;
}

const slipsOf = (word: string): string[] =>
  [...new Set([...lost(word), ...replaced(word), ...exchanged(word), ...overmarked(word)])].filter(
    (written) =>
      written.length >= (ROOT_WORDS.has(word) ? SHORTEST_ROOT : SHORTEST_WRITTEN) && !ALL_WORDS.includes(written),
  );

/** One inner letter is missing, with its marks or without: then they stand on the letter before. */
const lost = (word: string): string[] =>
  clusters(word).flatMap(({ index, text }) => {
    const isEdge = index === 0 || index + text.length >= word.length || LEADING_VOWEL.test(word.charAt(index - 1));
    if (isEdge || hidesInWord(word, index, text.length)) return [];
    const [before, behind] = [word.slice(0, index), word.slice(index + text.length)];
    const canCarry = text.length > 1 && CONSONANT.test(before.slice(-1));
    return canCarry ? [before + behind, before + text.slice(1) + behind] : [before + behind];
  });

/** A mark on the last letter of a word that has none there. */
const overmarked = (word: string): string[] =>
  CONSONANT.test(word.slice(-1)) ? ['\u0E4C', '\u0E48', '\u0E49'].map((mark) => word + mark) : [];

/** One letter, marks kept, is another that looks or sounds alike. */
const replaced = (word: string): string[] =>
  clusters(word).flatMap(({ index }) =>
    index === 0 || hidesInWord(word, index, 1)
      ? []
      : [...(LOOK_ALIKES[word.charAt(index)] ?? '')].map(
          (letter) => word.slice(0, index) + letter + word.slice(index + 1),
        ),
  );

/** Two neighbouring letters without marks changed places. */
const exchanged = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => at + 1).flatMap((at) => {
    const [one, other] = [word.charAt(at), word.charAt(at + 1)];
    if (one === other || !CONSONANT.test(one) || !CONSONANT.test(other) || hidesInWord(word, at, 2)) return [];
    return /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/.test(word.charAt(at + 2))
      ? []
      : [word.slice(0, at) + other + one + word.slice(at + 2)];
  });

const clusters = (word: string): { index: number; text: string }[] =>
  [...word.matchAll(CLUSTER)].map((match) => ({ index: match.index, text: match[0] }));

/** The rest behind (or before) the slip is a word by itself, and what is left of the other side is too little to tell. */
function hidesInWord(word: string, at: number, length: number): boolean {
  const behind = word.length - at - length;
  return WORDS.some(
    (known) =>
      known !== word &&
      ((word.endsWith(known) && behind >= known.length && word.length - known.length < TELLING + length) ||
        (word.startsWith(known) && at >= known.length && word.length - known.length < TELLING + length)),
  );
}
