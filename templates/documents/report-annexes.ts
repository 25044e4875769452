import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import { annexTitle, MOST_ANNEXES } from '../../src/core/thai/evidence-words.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';

export interface AnnexPicture {
  /** PNG or JPEG as a data address, or "sha256:…" of a kept file that is put in its place before printing. */
  readonly image: string;
  /** What it shows, in words: printed under it and read out by screen readers. */
  readonly description: string;
  /** Read out in place of the description where a picture holds more than that says: the words of a page. */
  readonly alternative?: string;
}

/** Evidence at the end of a report: pictures under a title, each on a page of its own. */
export interface Annex {
  readonly title: string;
  readonly pictures: readonly AnnexPicture[];
}

/** A picture of 5 MB, in base64. */
const LONGEST_PICTURE = 7_000_000;

export const annexesSchema: JsonSchema = {
  type: 'array',
  maxItems: MOST_ANNEXES,
  items: {
    type: 'object',
    required: ['title', 'pictures'],
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 500 },
      pictures: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: {
          type: 'object',
          required: ['image', 'description'],
          properties: {
            image: {
              type: 'string',
              maxLength: LONGEST_PICTURE,
              pattern: '^(data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+|sha256:[0-9a-f]{64})$',
              description: 'data:image/png;base64,…, or sha256:… of a kept file',
            },
            description: { type: 'string', minLength: 1, maxLength: 1000 },
            alternative: { type: 'string', minLength: 1, maxLength: 6000 },
          },
        },
      },
    },
  },
};

/** @param room the area between the margins, in points */
export function annexNodes(
  annexes: readonly Annex[],
  digits: DigitStyle,
  room: { readonly width: number; readonly height: number },
): Node[] {
  return annexes.flatMap(({ title, pictures }, index) => {
    const heading = printedDigits(`${annexTitle(index)} ${title}`, digits);
    return pictures.map(({ image, description, alternative }, place): Node => ({
      stack: [
        annexHeading(heading, place > 0),
        { image, fit: [room.width, room.height * 0.78], alignment: 'center', alt: alternative ?? description } as Node,
        captionNode(printedDigits(description, digits)),
      ],
      pageBreak: 'before',
    }));
  });
}

const annexHeading = (text: string, isContinued: boolean): Node => ({
  text: isContinued ? `${text} (ต่อ)` : text,
  role: isContinued ? 'p' : 'h2',
  bold: true,
  alignment: 'center',
  margin: [0, 0, 0, 8],
});

const captionNode = (text: string): Node => ({ text, role: 'caption', alignment: 'center', margin: [0, 8, 0, 0] });
