import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import { MOST_ANNEXES } from '../../src/core/thai/evidence-words.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import type { Language } from './document-template.js';
import type { Orientation } from './page-form.js';

export interface AnnexPicture {
  /** PNG or JPEG as a data address, or "sha256:…" of a kept file that is put in its place before printing. */
  readonly image: string;
  /** What it shows, in words: printed under it and read out by screen readers. */
  readonly description: string;
  /** Read out in place of the description where a picture holds more than that says: the words of a page. */
  readonly alternative?: string;
  /** Which way its page lies; like the document without it. */
  readonly orientation?: Orientation;
}

/** A file at the end of a document: pictures under a title, each on a page of its own. */
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

/** Of a line of heading or caption in relation to the size of the type; letters are counted wide, so that the picture is never pushed off its page. */
const LINE_HEIGHT = 22 / 13;
const LETTER_WIDTH = 7 / 13;
const GAPS = 24;

/** The document that the annexes stand behind. */
export interface AnnexedPaper {
  readonly language: Language;
  readonly digits: DigitStyle;
  /** Of its text, points. */
  readonly fontSize: number;
  readonly orientation: Orientation;
  /** The area between the margins, in points. */
  readonly roomOf: (orientation: Orientation) => { readonly width: number; readonly height: number };
  /** What an annex is called before its title. @param index 0 upwards */
  readonly nameOf: (index: number) => string;
}

const CONTINUED = { th: '(ต่อ)', en: '(continued)' } as const;

export function annexNodes(annexes: readonly Annex[], paper: AnnexedPaper): Node[] {
  return annexes.flatMap(({ title, pictures }, index) => {
    const heading = printedDigits(`${paper.nameOf(index)} ${title}`, paper.digits);
    return pictures.map((picture, place) => pictureNode(picture, { heading, isContinued: place > 0 }, paper));
  });
}

interface Headed {
  readonly heading: string;
  readonly isContinued: boolean;
}

function pictureNode(picture: AnnexPicture, { heading, isContinued }: Headed, paper: AnnexedPaper): Node {
  const { image, description, alternative, orientation = paper.orientation } = picture;
  const { width, height } = paper.roomOf(orientation);
  const linesOf = (text: string): number =>
    Math.max(1, Math.ceil((text.length * LETTER_WIDTH * paper.fontSize) / width));
  const continued = `${heading} ${CONTINUED[paper.language]}`;
  const words = LINE_HEIGHT * paper.fontSize * (linesOf(continued) + linesOf(description)) + GAPS;
  return {
    stack: [
      annexHeading(isContinued ? continued : heading, isContinued),
      {
        image,
        fit: [width, Math.max(height * 0.2, height - words)],
        alignment: 'center',
        alt: alternative ?? description,
      } as Node,
      captionNode(printedDigits(description, paper.digits)),
    ],
    pageBreak: 'before',
    pageOrientation: orientation,
  };
}

const annexHeading = (text: string, isContinued: boolean): Node => ({
  text,
  role: isContinued ? 'p' : 'h2',
  bold: true,
  alignment: 'center',
  margin: [0, 0, 0, 8],
});

const captionNode = (text: string): Node => ({ text, role: 'caption', alignment: 'center', margin: [0, 8, 0, 0] });
