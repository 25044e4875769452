import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import { thaiDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { districtPhrase, provincePhrase, type Agency } from './agency.js';
import { A4, CM, LANDSCAPE_MARGINS, OFFICIAL_MARGINS, pageNumberFrom2 } from './page-form.js';
import { reportCover } from './report-cover.js';
import { signatureBlock } from './signature.js';
import { statusFooter } from './status-footer.js';

export interface ReportPaper {
  readonly agency: Agency;
  readonly digits: DigitStyle;
  readonly orientation: 'landscape' | 'portrait';
  readonly hasCover: boolean;
  readonly titleLines: readonly string[];
  readonly body: readonly Node[];
  readonly signer: SignatureBlock | null;
  /** Calendar date; null while it is not signed. */
  readonly signedOn: string | null;
  /** Address of the public status page, printed as a QR code. */
  readonly statusUrl: string | null;
}

const TITLE_SIZE = 15;
const TEXT_SIZE = 13;
/** Stands with the signature, which is never alone on a page. */
const CLOSING = 'ขอรับรองว่าข้อมูลในรายงานนี้ถูกต้องตรงตามการดำเนินการจริง';

/** A report in its form: cover where wanted, title, body, signature with date. */
export function reportForm(paper: ReportPaper): DocumentDefinition {
  const { agency, digits, orientation, hasCover, titleLines } = paper;
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: marginsOf(orientation),
    defaultStyle: { fontSize: TEXT_SIZE },
    header: pageNumberFrom2(digits, TEXT_SIZE),
    footer: statusFooter(paper.statusUrl, 'th', marginsOf(orientation)[0]),
    content: [
      ...(hasCover ? [reportCover(agency, titleLines, digits, pageOf(orientation))] : []),
      title(paper),
      ...paper.body,
      ...signature(paper),
    ],
  };
}

/** Width between the margins, in points. */
export function textWidth(orientation: ReportPaper['orientation']): number {
  const [left, , right] = marginsOf(orientation);
  return pageOf(orientation).width - left - right;
}

/** A paragraph of running text. */
export const reportParagraph = (text: string, digits: DigitStyle): Node => ({
  text: printedDigits(text, digits),
  leadingIndent: 1.5 * CM,
  margin: [0, 0, 0, 8],
});

const marginsOf = (orientation: ReportPaper['orientation']): [number, number, number, number] =>
  orientation === 'landscape' ? LANDSCAPE_MARGINS : OFFICIAL_MARGINS;

const pageOf = (orientation: ReportPaper['orientation']): { width: number; height: number } =>
  orientation === 'landscape' ? { width: A4.height, height: A4.width } : A4;

function title({ agency, hasCover, titleLines, digits }: ReportPaper): Node {
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

function signature({ signer, signedOn, digits }: ReportPaper): Node[] {
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
      margin: [0, 0.5 * CM, 0, 0],
    },
  ];
}
