import { printedDigits, type DigitStyle } from '../core/thai/digits.js';

const STYLE_OF_PAGE = /<body data-digits="(thai|arabic)">/;
/** A quoted value may hold ">". */
const TAG = /(<(?:"[^"]*"|[^">])*>)/;
const ENTITY = /(&#?\w+;)/;
const SPOKEN_OR_SHOWN = /( (?:aria-label|data-label|alt)=")([^"]*)/g;
const HAS_NO_END = /^<(?:area|br|col|hr|img|input|link|meta|wbr|!)|\/>$/;
/** What is typed again, English, codes to compare, and what is quoted to the letter. */
const STAYS = /^<(?:textarea|script|style)\b| lang="en"| class="(?:[^"]* )?(?:hash|reference|secret|as-written)[ "]/;

/**
 * A finished page in the digits of its agency, as its paper is (INTERFACE, DOMAIN 2.2): sentences, counts, dates, and
 * what people wrote. Addresses and codes, fields, and elements of the class "as-written" keep theirs.
 * @returns what is no page of ours as it is
 */
export function inDigitsOfAgency(html: string): string {
  const style = STYLE_OF_PAGE.exec(html)?.[1];
  if (style !== 'thai' && style !== 'arabic') return html;
  let depthOfWhatStays = 0;
  return html
    .split(TAG)
    .map((part) => {
      if (!part.startsWith('<')) return depthOfWhatStays > 0 ? part : textIn(part, style);
      if (depthOfWhatStays > 0 || STAYS.test(part)) depthOfWhatStays += stepOf(part);
      return depthOfWhatStays > 0 ? part : tagIn(part, style);
    })
    .join('');
}

const stepOf = (tag: string): number => (tag.startsWith('</') ? -1 : HAS_NO_END.test(tag) ? 0 : 1);

const textIn = (text: string, style: DigitStyle): string =>
  text
    .split(ENTITY)
    .map((part, index) => (index % 2 === 1 ? part : printedDigits(part, style)))
    .join('');

const tagIn = (tag: string, style: DigitStyle): string =>
  tag.replace(SPOKEN_OR_SHOWN, (_all, name: string, value: string) => name + textIn(value, style));
