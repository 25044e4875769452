import { BoundedCache } from '../fonts/bounded-cache.js';

export const THAI_LETTER = /[ก-๎]/;
export const WORD_START = /[\u0E01-\u0E2E\u0E40-\u0E44]/;

const words = new Intl.Segmenter('th', { granularity: 'word' });
const knownWords = new BoundedCache<readonly number[]>(10_000);
const KEPT_STRETCH_LETTERS = 120;
/** The dictionary's time grows faster than the text; a longer stretch is cut at a letter that starts a word or syllable. */
const LONGEST_STRETCH = 2_000;

/** Offsets inside a stretch of Thai letters at which a word begins, the first excepted. */
export function wordStarts(stretch: string): readonly number[] {
  if (stretch.length > KEPT_STRETCH_LETTERS) return segment(stretch);
  const known = knownWords.get(stretch);
  if (known) return known;
  const found = segment(stretch);
  knownWords.set(stretch, found);
  return found;
}

function segment(stretch: string): number[] {
  const starts: number[] = [];
  for (let from = 0; from < stretch.length; from += LONGEST_STRETCH) {
    for (const word of words.segment(stretch.slice(from, from + LONGEST_STRETCH))) {
      const at = from + word.index;
      if (at > 0 && WORD_START.test(stretch.charAt(at))) starts.push(at);
    }
  }
  return starts;
}
