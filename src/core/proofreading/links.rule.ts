import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import type { Rule, Sighting } from './rule.js';

const LINK = /(?:https?:\/\/|(?<![\w./@])www\.)[^\s<>"'|\u0E00-\u0E7F]+/g;

/** Evidence is the address of the document, not of the home page. */
export const homePageLinksRule: Rule = {
  id: 'link.home-page',
  severity: 'W',
  title: { th: 'ลิงก์หลักฐานเป็นเพียงหน้าแรกของเว็บไซต์', en: 'Evidence link is only a home page' },
  source: 'DOMAIN 4, 5.4 (evidence link)',
  check: ({ document, passages }: ProofContext) =>
    passages
      .filter((passage) => passage.role === 'result' || passage.role === 'outcome')
      .flatMap((passage) => passage.ranges.flatMap((range) => homePages(document.text, passage, range))),
};

/** The address without what ends the sentence around it. */
function withoutStops(written: string): string {
  let end = written.length;
  while (end > 0 && ').,;'.includes(written.charAt(end - 1))) end -= 1;
  return written.slice(0, end);
}

function homePages(text: string, passage: Passage, range: { start: number; end: number }): Sighting[] {
  const seen = new Set<string>();
  return [...text.slice(range.start, range.end).matchAll(LINK)].flatMap((match) => {
    const url = withoutStops(match[0]);
    const path = url.replace(/^(?:https?:\/\/)?[^/?#]+/, '');
    if (/[^/]/.test(path.replace(/^\/(?:index|home|main)(?:\.\w+)?\/?$/, '')) || seen.has(url)) return [];
    seen.add(url);
    const start = range.start + match.index;
    return [
      {
        passage,
        on: passage.loose,
        from: 0,
        to: 0,
        range: { start, end: start + url.length },
        message: { th: 'ควรลิงก์ไปยังหน้าหรือไฟล์ที่เป็นหลักฐานโดยตรง', en: 'Link to the page or file that is the evidence' },
      },
    ];
  });
}
