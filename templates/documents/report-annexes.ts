import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import { annexTitle, MOST_ANNEXES } from '../../src/core/thai/evidence-words.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';

export type Orientation = 'portrait' | 'landscape';

export interface AnnexPicture {
  /** PNG or JPEG as a data address, or "sha256:…" of a kept file that is put in its place before printing. */
  readonly image: string;
  /** What it shows, in words: printed under it and read out by screen readers. */
  readonly description: string;
  /** Read out in place of the description where a picture holds more than that says: the words of a page. */
  readonly alternative?: string;
  /** Which way its page lies; like the report without it. */
  readonly orientation?: Orientation;
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
            orientation: { type: 'string', enum: ['portrait', 'landscape'] },
            alternative: { type: 'string', minLength: 1, maxLength: 6000 },
          },
        },
      },
    },
  },
};

/** Of a line of heading or caption, points; letters are counted wide, so that the picture is never pushed off its page. */
const LINE_HEIGHT = 22;
const LETTER_WIDTH = 7;
const GAPS = 24;

const linesOf = (text: string, width: number): number => Math.max(1, Math.ceil((text.length * LETTER_WIDTH) / width));

interface Pages {
  readonly orientation: Orientation;
  /** The area between the margins, in points. */
  readonly roomOf: (orientation: Orientation) => { readonly width: number; readonly height: number };
}

/** @param pages how the report lies, and the room on its pages */
export function annexNodes(annexes: readonly Annex[], digits: DigitStyle, pages: Pages): Node[] {
  return annexes.flatMap(({ title, pictures }, index) => {
    const heading = printedDigits(`${annexTitle(index)} ${title}`, digits);
    return pictures.map((picture, place) => pictureNode(picture, { heading, isContinued: place > 0 }, digits, pages));
  });
}

interface Headed {
  readonly heading: string;
  readonly isContinued: boolean;
}

function pictureNode(picture: AnnexPicture, headed: Headed, digits: DigitStyle, pages: Pages): Node {
  const { image, description, alternative, orientation = pages.orientation } = picture;
  const { width, height } = pages.roomOf(orientation);
  const words = LINE_HEIGHT * (linesOf(`${headed.heading} (ต่อ)`, width) + linesOf(description, width)) + GAPS;
  return {
    stack: [
      annexHeading(headed),
      {
        image,
        fit: [width, Math.max(height * 0.2, height - words)],
        alignment: 'center',
        alt: alternative ?? description,
      } as Node,
      captionNode(printedDigits(description, digits)),
    ],
    pageBreak: 'before',
    pageOrientation: orientation,
  };
}

const annexHeading = ({ heading, isContinued }: Headed): Node => ({
  text: isContinued ? `${heading} (ต่อ)` : heading,
  role: isContinued ? 'p' : 'h2',
  bold: true,
  alignment: 'center',
  margin: [0, 0, 0, 8],
});

const captionNode = (text: string): Node => ({ text, role: 'caption', alignment: 'center', margin: [0, 8, 0, 0] });
