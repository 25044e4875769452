import type { EvidenceLink, Line } from '../../core/measure/measure.js';

const MARKS: readonly (readonly [Line['kind'], RegExp])[] = [
  ['numbered', /^[0-9๐-๙]{1,3}[.)]\s+/],
  ['dash', /^[-–•]\s+/],
  ['heading', /^#\s*/],
];

/** One entry for each line that holds something; "1. ", "- " and "# " say what it is. */
export const linesFromText = (text: string): Line[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineFrom)
    .filter(({ text: words }) => words !== '');

function lineFrom(line: string): Line {
  for (const [kind, mark] of MARKS) if (mark.test(line)) return { kind, text: line.replace(mark, '').trim() };
  return { kind: 'plain', text: line };
}

/** "label https://…" on each line; null when a line does not end in an address. */
export function evidenceFromText(text: string): EvidenceLink[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const evidence = lines.map((line) => {
    const match = /^(.*?)\s*(https?:\/\/\S+)$/.exec(line.trim());
    return match ? { label: match[1] || match[2] || '', url: match[2] ?? '' } : null;
  });
  return evidence.every((link) => link !== null) ? evidence : null;
}

export const textFromEvidence = (evidence: readonly EvidenceLink[]): string =>
  evidence.map(({ label, url }) => (label === url ? url : `${label} ${url}`)).join('\n');
