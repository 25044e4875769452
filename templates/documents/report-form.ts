import { thaiDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import { annexTitle } from '../../src/core/thai/evidence-words.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { districtPhrase, provincePhrase, type Agency } from './agency.js';
import { annexNodes, type AnnexedPaper } from './annexes.js';
import type { TypesetDocument } from './document-template.js';
import { glossaryOf } from './glossary.js';
import {
  CM,
  LANDSCAPE_MARGINS,
  OFFICIAL_MARGINS,
  pageNumberFrom2,
  pageOf,
  roomOf,
  type Orientation,
} from './page-form.js';
import { reportCover } from './report-cover.js';
import type { ReportFields } from './report-fields.js';
import { signatureBlock } from './signature.js';
import { statusFooter } from './status-footer.js';

export interface ReportForm {
  readonly titleLines: readonly string[];
  readonly orientation: Orientation;
  readonly hasCover: boolean;
  readonly body: readonly Node[];
  /** What the rows say of who is responsible: names of units are kept whole. */
  readonly responsible?: readonly string[];
}

const TITLE_SIZE = 15;
const TEXT_SIZE = 13;
/** Stands with the signature, which is never alone on a page. */
const CLOSING = 'ขอรับรองว่าข้อมูลในรายงานนี้ถูกต้องตรงตามการดำเนินการจริง';

/** A report in its form: cover where wanted, title, body, signature with date. */
export function reportDocument(fields: ReportFields, form: ReportForm): TypesetDocument {
  const { agency, signer } = fields;
  const { titleLines, orientation } = form;
  const digits = fields.digits ?? 'thai';
  return {
    definition: {
      pageSize: 'A4',
      pageOrientation: orientation,
      pageMargins: marginsOf(orientation),
      defaultStyle: { fontSize: TEXT_SIZE },
      header: pageNumberFrom2(digits, TEXT_SIZE),
      footer: statusFooter(fields.statusUrl, 'th', marginsOf(orientation)[0]),
      content: [
        ...(form.hasCover ? [reportCover(agency, titleLines, digits, pageOf(orientation))] : []),
        titleNode(agency, form, digits),
        ...form.body,
        ...signature(fields, digits),
        ...annexNodes(fields.annexes ?? [], annexedReport(orientation, digits)),
      ],
    },
    options: {
      title: printedDigits(`${titleLines.join(' ')} ${agency.name}`, digits),
      language: 'th',
      author: agency.name,
      glossary: glossaryOf(agency, signer, form.responsible),
    },
  };
}

/** Width between the margins, in points. */
export const textWidth = (orientation: Orientation): number => roomOf(orientation, marginsOf(orientation)).width;

/** A paragraph of running text. */
export const reportParagraph = (text: string, digits: DigitStyle): Node => ({
  text: printedDigits(text, digits),
  leadingIndent: 1.5 * CM,
  margin: [0, 0, 0, 8],
});

/** Annexes may lie the other way, between the same margins. */
const annexedReport = (orientation: Orientation, digits: DigitStyle): AnnexedPaper => ({
  language: 'th',
  digits,
  fontSize: TEXT_SIZE,
  orientation,
  roomOf: (own) => roomOf(own, marginsOf(orientation)),
  nameOf: annexTitle,
});

const marginsOf = (orientation: Orientation): [number, number, number, number] =>
  orientation === 'landscape' ? LANDSCAPE_MARGINS : OFFICIAL_MARGINS;

function titleNode(agency: Agency, { hasCover, titleLines }: ReportForm, digits: DigitStyle): Node {
  const place = `${agency.name} ${districtPhrase(agency)} ${provincePhrase(agency)}`;
  return {
    text: printedDigits((hasCover ? titleLines : [...titleLines, place]).join('\n'), digits),
    role: hasCover ? 'h2' : 'h1',
    bold: true,
    fontSize: TITLE_SIZE,
    alignment: 'center',
    margin: [0, 0, 0, 8],
  };
}

function signature({ signer, signedOn }: ReportFields, digits: DigitStyle): Node[] {
  if (!signer) return [];
  const date = signedOn ? thaiDate(signedOn, digits) : '........ / ........................ / ..........';
  return [
    {
      stack: [
        { text: CLOSING, leadingIndent: 1.5 * CM },
        signatureBlock(signer, 'th', TEXT_SIZE),
        {
          columns: [
            { width: '*', text: '' },
            { width: 10 * CM, text: `วันที่ ${date}`, alignment: 'center' },
          ],
        },
      ],
      unbreakable: true,
      closes: true,
      margin: [0, 0.5 * CM, 0, 0],
    },
  ];
}
