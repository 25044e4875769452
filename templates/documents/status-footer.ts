import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import type { Language } from './document-template.js';
import { CM } from './page-form.js';

/** Side of the printed QR code: readable by a telephone held at arm's length, small enough for the lower margin. */
const QR_SIDE = 1.45 * CM;

export const statusUrlSchema: JsonSchema = {
  type: ['string', 'null'],
  maxLength: 300,
  pattern: '^https?://[^\\s]+$',
  description: 'https://…',
};

const CAPTION = {
  th: 'ตรวจสอบสถานะและความแท้ของเอกสารนี้ได้ที่',
  en: 'Check the status and genuineness of this document at',
} as const;

/**
 * In the lower margin of the last page: a QR code of the document's public status page, and its address in words.
 * @param left left margin of the page in points
 */
export function statusFooter(
  statusUrl: string | null | undefined,
  language: Language,
  left: number,
): ((currentPage: number, pageCount: number) => Node) | undefined {
  if (!statusUrl) return undefined;
  return (currentPage, pageCount) => {
    if (currentPage !== pageCount) return { text: '' };
    return {
      columns: [
        { qr: statusUrl, fit: QR_SIDE, width: QR_SIDE + 6, alt: `${CAPTION[language]} ${statusUrl}` } as Node,
        { text: `${CAPTION[language]}\n${statusUrl}`, fontSize: 9, margin: [0, 10, 0, 0] },
      ],
      margin: [left, 4, 2 * CM, 0],
    };
  };
}
