import { BoundedCache } from '../fonts/bounded-cache.js';

interface Branch {
  readonly next: Map<number, Branch>;
  isEnd: boolean;
}

const SPACE = 0x20;
const KNOWN_LISTS = 20;

/**
 * Finds words and names of a list in a text, also where one space stands inside a word, as in texts that were broken into
 * lines by hand ("ทับ ซ้อน"). Takes time linear in the text, whatever the length of the list.
 */
export class KeptWords {
  private readonly root: Branch = { next: new Map(), isEnd: false };

  constructor(words: readonly string[]) {
    for (const word of words) this.add(word.trim().replace(/\s+/g, ' '));
  }

  /** Ends of the words that begin at an offset, shorter ones first. */
  *endsOfWordsAt(text: string, from: number): Generator<number> {
    let branch = this.root.next.get(text.charCodeAt(from));
    for (let at = from + 1; branch; at++) {
      if (branch.isEnd) yield at;
      const code = text.charCodeAt(at);
      const next = branch.next.get(isWhite(code) ? SPACE : code);
      const isStraySpace = !next && !branch.isEnd && code === SPACE && text.charCodeAt(at - 1) !== SPACE;
      if (!isStraySpace) branch = next;
    }
  }

  private add(word: string): void {
    if (word.length < 2) return;
    let branch = this.root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      let next = branch.next.get(code);
      if (!next) branch.next.set(code, (next = { next: new Map(), isEnd: false }));
      branch = next;
    }
    branch.isEnd = true;
  }
}

const known = new BoundedCache<KeptWords>(KNOWN_LISTS);

/** The same list is made ready once. */
export function keptWords(words: readonly string[]): KeptWords {
  const key = words.join('\n');
  const found = known.get(key);
  if (found) return found;
  const made = new KeptWords(words);
  known.set(key, made);
  return made;
}

const isWhite = (code: number): boolean => code === SPACE || code === 0x0a || code === 0x09;
