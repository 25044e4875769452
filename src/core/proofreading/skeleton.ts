/** A text reduced to its letters without vowel and tone marks, each with its marks and its place in the text. */
export interface Skeleton {
  readonly letters: string;
  /** Marks on, above or below each letter, and the letter itself where a look-alike stands for it. */
  readonly marks: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const MARK = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/;
/** Letters that are mistaken for each other: same shape or same sound. */
const ALIKE: Readonly<Record<string, string>> = { ใ: 'ไ', ต: 'ด', ซ: 'ช', ฏ: 'ฎ', ฝ: 'ผ', ฟ: 'พ' };

/** Vowel and tone marks go, look-alikes become one letter. */
export function skeletonOf(tight: string): Skeleton {
  const letters: string[] = [];
  const marks: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < tight.length; at += 1) {
    const unit = tight.charAt(at);
    const last = letters.length - 1;
    if (MARK.test(unit) && last >= 0) {
      marks[last] = (marks[last] ?? '') + unit;
      ends[last] = at + 1;
      continue;
    }
    const letter = ALIKE[unit] ?? unit;
    letters.push(letter);
    marks.push(letter === unit ? '' : unit);
    starts.push(at);
    ends.push(at + 1);
  }
  return { letters: letters.join(''), marks, starts, ends };
}
