import { MISSPELLINGS } from './data/misspellings.js';
import type { LexiconEntry, ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** Known wrong spellings and forbidden variants. An administrator can add entries and take built-in ones away. */
export const misspellingsRule: Rule = {
  id: 'word.misspelt',
  severity: 'W',
  title: { th: 'คำสะกดผิด', en: 'Misspelt word' },
  source: 'DOMAIN 5.4 (editable lexicon); Royal Institute Dictionary spellings',
  check: ({ passages, options }: ProofContext) => {
    const entries = lexicon(options.lexicon ?? []);
    const anyWrong = new RegExp(
      [...entries.keys()]
        .sort((one, other) => other.length - one.length)
        .map(escape)
        .join('|'),
      'g',
    );
    return passages.flatMap((passage) => sightings(passage, entries, anyWrong));
  },
};

function lexicon(added: readonly LexiconEntry[]): Map<string, LexiconEntry> {
  const entries = new Map(MISSPELLINGS.map((entry) => [entry.wrong, entry]));
  for (const entry of added) {
    if (entry.wrong === entry.right) entries.delete(entry.wrong);
    else if (entry.wrong.trim() !== '') entries.set(entry.wrong.replace(/\s+/g, ''), entry);
  }
  return entries;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function sightings(passage: Passage, entries: ReadonlyMap<string, LexiconEntry>, anyWrong: RegExp): Sighting[] {
  const text = passage.tight.text;
  return [...text.matchAll(anyWrong)].flatMap((match) => {
    const entry = entries.get(match[0]);
    const to = match.index + match[0].length;
    if (!entry || isRight(entry, text, match.index, to)) return [];
    return [
      {
        ...tightSpan(passage, match.index, to),
        severity: entry.severity,
        message: { th: `คำที่ถูกต้องคือ “${entry.right}”`, en: `The right spelling is "${entry.right}"` },
        suggestion: entry.right,
      },
    ];
  });
}

const isRight = (entry: LexiconEntry, text: string, from: number, to: number): boolean =>
  (entry.unlessAfter ?? []).some((before) => text.endsWith(before, from)) ||
  (entry.unlessBefore ?? []).some((after) => text.startsWith(after, to));
