import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { districtPhrase, provincePhrase, type Agency } from './agency.js';
import { CM } from './page-form.js';

const TITLE_SIZE = { landscape: 21, portrait: 19 } as const;
const AGENCY_SIZE = 18;

/** A page of its own: emblem, title lines, agency and where it is; the text begins on the next page. */
export function reportCover(
  agency: Agency,
  titleLines: readonly string[],
  digits: DigitStyle,
  page: { readonly width: number; readonly height: number },
): Node {
  const titleTop = page.height * 0.16;
  return {
    stack: [
      ...emblem(agency),
      {
        stack: titleLines.map((line, index): Node => ({
          text: printedDigits(line, digits),
          role: index === 0 ? 'h1' : 'p',
        })),
        fontSize: page.width > page.height ? TITLE_SIZE.landscape : TITLE_SIZE.portrait,
        bold: true,
        margin: [0, agency.emblem ? CM : titleTop, 0, titleTop],
      },
      { text: agency.name, fontSize: AGENCY_SIZE, bold: true },
      { text: `${districtPhrase(agency)} ${provincePhrase(agency)}`, fontSize: AGENCY_SIZE, bold: true },
    ],
    alignment: 'center',
    pageBreak: 'after',
  };
}

function emblem(agency: Agency): Node[] {
  if (!agency.emblem) return [];
  return [{ image: agency.emblem, fit: [4 * CM, 3 * CM], alt: `ตราสัญลักษณ์ของ${agency.name}` }];
}
