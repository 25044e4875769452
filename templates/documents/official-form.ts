import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import { englishDate, thaiDateWithEra } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import { announcementAnnexTitle } from '../../src/core/thai/evidence-words.js';
import type { NumberedBlock } from '../../src/core/wording/number-blocks.js';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import type { Agency } from './agency.js';
import { annexNodes, type Annex, type AnnexedPaper } from './annexes.js';
import type { Language } from './document-template.js';
import { emblemPlace } from './emblem.js';
import { CM, OFFICIAL_MARGINS, pageNumberFrom2, roomOf } from './page-form.js';
import { signatureBlock } from './signature.js';
import { statusFooter } from './status-footer.js';

const FONT_SIZE = 16;
/** "1 Enter + Before 6 pt" between blocks. (DOMAIN 2.2) */
const BETWEEN_BLOCKS = 6;
/** Latin letters need no room for marks above and below. */
const LINE_HEIGHT = { th: 1, en: 0.92 } as const;
/** First line of a paragraph: 2.5 cm in Thai papers; English ones are customarily indented less. */
const INDENT = { th: 2.5 * CM, en: 1.25 * CM } as const;
const SUB_INDENT = 0.75 * CM;

/** Characters of a closing line that fills less than two lines, and of a block too long to be moved as a whole. */
const SHORT_CLOSING = 80;
const LONG_BLOCK = 500;

/** "ข้อ ๒ ให้ปฏิบัติดังนี้": as short as this it stands with the first of what it announces. Characters. */
const SHORT_LEAD = 160;

/** Of the list of annexes, kept on the page of the signature: it hardly ever stands alone on a page. */
const MOST_LINES_KEPT = 6;

const ANNEX_LIST = { th: 'เอกสารแนบท้าย', en: 'Annexes' } as const;

export interface OfficialPaper {
  readonly agency: Agency;
  readonly language: Language;
  readonly digits: DigitStyle;
  /** What it is: "ประกาศ…", "Announcement of …". */
  readonly heading: string;
  readonly title: string;
  /** Number in the register, printed under the heading. */
  readonly number: string | null;
  readonly blocks: readonly NumberedBlock[];
  /** Calendar date, or null while it is not decided. */
  readonly announcedOn: string | null;
  readonly signer: SignatureBlock;
  /** Address of the public status page, printed as a QR code. */
  readonly statusUrl: string | null;
  /** Listed after the signature and printed behind it. */
  readonly annexes: readonly Annex[];
}

/** An announcement in its official form: emblem, heading, title, text, date, signature. (DOMAIN 2.1, 2.2) */
export function officialForm(paper: OfficialPaper): DocumentDefinition {
  const body = paper.blocks.map((block, index) => blockNode(block, paper, paper.blocks[index + 1]));
  const ending = endingOf(paper.blocks);
  const list = annexList(paper);
  return {
    pageSize: 'A4',
    pageMargins: OFFICIAL_MARGINS,
    defaultStyle: { fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT[paper.language] },
    header: pageNumberFrom2(paper.digits, FONT_SIZE),
    footer: statusFooter(paper.statusUrl, paper.language, OFFICIAL_MARGINS[0]),
    content: [
      emblemPlace(paper.agency, paper.language, OFFICIAL_MARGINS[1]),
      ...headingLines(paper),
      ...body.slice(0, body.length - ending),
      {
        stack: [
          ...body.slice(body.length - ending),
          dateLine(paper),
          signatureBlock(paper.signer, paper.language, FONT_SIZE),
          ...list.slice(0, MOST_LINES_KEPT),
        ],
        unbreakable: true,
      },
      ...list.slice(MOST_LINES_KEPT),
      ...annexNodes(paper.annexes, annexedAnnouncement(paper)),
    ],
  };
}

/** What is printed behind the signature, named where the announcement ends. */
function annexList({ annexes, language, digits }: OfficialPaper): Node[] {
  if (annexes.length === 0) return [];
  return [
    { text: ANNEX_LIST[language], bold: true, role: 'h3', margin: [0, 2 * BETWEEN_BLOCKS, 0, 0] },
    ...annexes.map(({ title }, index): Node => ({
      text: printedDigits(`${index + 1}. ${title}`, digits),
      margin: [SUB_INDENT, 0, 0, 0],
    })),
  ];
}

const annexedAnnouncement = ({ language, digits }: OfficialPaper): AnnexedPaper => ({
  language,
  digits,
  fontSize: FONT_SIZE,
  orientation: 'portrait',
  roomOf: (orientation) => roomOf(orientation, OFFICIAL_MARGINS),
  nameOf: (index) => announcementAnnexTitle(index, language),
});

/** How many blocks stay on the page of the signature, which never stands alone: a short closing line takes one more along. */
function endingOf(blocks: readonly NumberedBlock[]): number {
  const [beforeLast, last] = blocks.slice(-2);
  const isShort = (last?.text.length ?? 0) < SHORT_CLOSING && (beforeLast?.text.length ?? 0) < LONG_BLOCK;
  return Math.min(blocks.length, isShort ? 2 : 1);
}

function headingLines({ heading, title, number, language, digits }: OfficialPaper): Node[] {
  const numbered = language === 'en' ? 'No.' : 'ที่';
  const subject = language === 'en' ? 'Subject: ' : 'เรื่อง ';
  return [
    {
      text: printedDigits(heading, digits),
      alignment: 'center',
      bold: true,
      margin: [0, BETWEEN_BLOCKS, 0, 0],
      role: 'h1',
    },
    ...(number ? [centred(printedDigits(`${numbered} ${number}`, digits))] : []),
    { text: printedDigits(subject + title, digits), alignment: 'center', bold: true, role: 'h2' },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: 5 * CM, y2: 0, lineWidth: 0.7 }],
      alignment: 'center',
      margin: [0, BETWEEN_BLOCKS, 0, BETWEEN_BLOCKS],
      role: 'artifact',
    },
  ];
}

const centred = (text: string): Node => ({ text, alignment: 'center', bold: true });

function blockNode(block: NumberedBlock, { digits, language }: OfficialPaper, next?: NumberedBlock): Node {
  const { kind, mark, text } = block;
  const printed = printedDigits(mark === '' ? text : `${mark} ${text}`, digits);
  const margin: [number, number, number, number] = [0, BETWEEN_BLOCKS, 0, 0];
  if (kind === 'heading') return { text: printed, bold: true, margin, role: 'h3' };
  const leadingIndent = INDENT[language] + (isBelowClause(block) ? SUB_INDENT : 0);
  const leads = next !== undefined && isBelowClause(next) && !isBelowClause(block) && text.length <= SHORT_LEAD;
  return { text: printed, leadingIndent, margin, ...(leads ? { headlineLevel: 1 } : {}) };
}

const isBelowClause = ({ kind }: NumberedBlock): boolean => kind === 'sub-clause' || kind === 'dash';

function dateLine({ announcedOn, language, digits }: OfficialPaper): Node {
  const text = language === 'en' ? englishDateLine(announcedOn) : thaiDateLine(announcedOn, digits);
  return { text, alignment: 'center', margin: [0, 2 * BETWEEN_BLOCKS, 0, 0] };
}

const thaiDateLine = (date: string | null, digits: DigitStyle): string =>
  date === null
    ? 'ประกาศ ณ วันที่ ........ เดือน ........................ พ.ศ. ..........'
    : `ประกาศ ณ วันที่ ${thaiDateWithEra(date, digits)}`;

const englishDateLine = (date: string | null): string =>
  date === null ? 'Announced on ..............................' : `Announced on ${englishDate(date)}`;
