import { PHRASE_OPENERS } from '../../core/thai/list-words.js';

const THAI_WORDS = new Intl.Segmenter('th', { granularity: 'word' });
const GAP = /(?<=[ก-๎]) +(?=[ก-๎])/g;
/** Vowels and marks that cannot begin a word, and vowels that cannot end one. */
const CANNOT_BEGIN = /^[ะ-ฺๅ็-๎]/;
const CANNOT_END = /[เ-ไ]$/;
/** "พ.ศ." and a lone "ณ" keep their space. */
const ABBREVIATION = /^(?:[ก-ฮ]{1,3}\.|ณ(?![ก-๎]))/;

interface Gap {
  readonly index: number;
  readonly spaces: string;
  /** The words on both sides, or null when the gap lies inside a word. */
  readonly pair: string | null;
}

/**
 * Offers texts without the spaces that stand inside Thai words (line ends of an old cell). A dictionary of words, joined over
 * every gap, shows which gaps fall within a word; and two words that the same document mostly writes together are taken for one.
 * An offer for a person, never applied by itself.
 */
export class SpacingOffers {
  private readonly together = new Map<string, number>();
  private readonly apart = new Map<string, number>();
  private readonly gaps = new Map<string, readonly Gap[]>();

  /** @param texts every text of the document */
  constructor(texts: Iterable<string>) {
    this.add(texts);
  }

  /** Learns from more texts of the same document: all of them, before the first offer. */
  add(texts: Iterable<string>): void {
    for (const text of texts) if (!this.gaps.has(text)) this.gaps.set(text, this.learn(text));
  }

  /** The text with every stray space closed; the same text when there is nothing to offer. */
  closed(text: string): string {
    let readUntil = 0;
    let closed = '';
    for (const { index, spaces, pair } of this.gaps.get(text) ?? this.learn(text)) {
      if (!this.isStray(text, index, spaces, pair)) continue;
      closed += text.slice(readUntil, index);
      readUntil = index + spaces.length;
    }
    return closed + text.slice(readUntil);
  }

  private isStray(text: string, index: number, spaces: string, pair: string | null): boolean {
    const after = text.slice(index + spaces.length, index + spaces.length + 4);
    if (CANNOT_BEGIN.test(after) || CANNOT_END.test(text.slice(Math.max(0, index - 1), index))) return true;
    if (ABBREVIATION.test(after)) return false;
    if (pair === null) return true;
    if (PHRASE_OPENERS.has(pair.split('|')[1] ?? '')) return false;
    return (this.together.get(pair) ?? 0) > (this.apart.get(pair) ?? 0);
  }

  private learn(text: string): readonly Gap[] {
    const gaps = [...text.matchAll(GAP)].map(({ index, 0: spaces }) => ({ index, spaces }));
    const closedUp = text.replace(GAP, '');
    const gapAt = new Map<number, { index: number; spaces: string }>();
    let removed = 0;
    for (const gap of gaps) {
      gapAt.set(gap.index - removed, gap);
      removed += gap.spaces.length;
    }
    const pairs = new Map<number, string>();
    let before = '';
    for (const { segment, index } of THAI_WORDS.segment(closedUp)) {
      const isPair = isThaiWord(before) && isThaiWord(segment);
      if (isPair) this.count(gapAt.has(index) ? this.apart : this.together, `${before}|${segment}`);
      if (gapAt.has(index)) pairs.set(index, `${before}|${segment}`);
      before = segment;
    }
    return [...gapAt].map(([at, { index, spaces }]) => ({ index, spaces, pair: pairs.get(at) ?? null }));
  }

  private count(counts: Map<string, number>, pair: string): void {
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
}

const isThaiWord = (segment: string): boolean => segment.length > 1 && /^[ก-๎]+$/.test(segment);
