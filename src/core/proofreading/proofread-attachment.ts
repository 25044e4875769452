import { pageOf } from '../thai/evidence-words.js';
import type { Finding, Place } from './finding.js';
import { parseDocument } from './parse-document.js';
import { personalDataRule } from './personal-data.rule.js';
import type { ProofOptions } from './proof-context.js';
import { proofread } from './proofread.js';
import type { MeasureFinding } from './proofread-measures.js';
import { unreadEvidenceRule } from './unread-evidence.rule.js';

/** A PDF that is attached to a measure, page by page; a page without words is a picture. */
export interface Attachment {
  readonly name: string;
  /** Where its findings are said to be, before a full stop and the page. */
  readonly at: string;
  readonly pages: readonly string[];
}

/**
 * Personal data in an attached file, and the pages that only a person can read. Offsets count in the text of the page,
 * which is page `place.line`. Other rules are for the agency's own words.
 */
export function proofreadAttachment(
  { name, at, pages }: Attachment,
  options: Pick<ProofOptions, 'settings'> = {},
): MeasureFinding[] {
  return pages.flatMap((text, index) => {
    const found = text === '' ? unread(options) : proofread(parseDocument(text), options, [personalDataRule]);
    return found.map((finding) => onPage(finding, at, { name, page: index + 1, pages: pages.length }));
  });
}

interface PagePlace {
  readonly name: string;
  readonly page: number;
  readonly pages: number;
}

const onPage = (finding: Finding, at: string, { name, page, pages }: PagePlace): MeasureFinding => ({
  ...finding,
  at: `${at}.${page}`,
  place: { ...finding.place, line: page },
  message: {
    th: `${finding.message.th} (${pageOf(name, page, pages)})`,
    en: `${finding.message.en} (page ${page}/${pages} of ${name})`,
  },
});

const WHOLE_PAGE: Place = { part: 'paragraph', line: 1, table: null, row: null, rowLabel: null, column: null };

function unread({ settings }: Pick<ProofOptions, 'settings'>): Finding[] {
  const { id, severity, source } = unreadEvidenceRule;
  if (settings?.[id]?.off) return [];
  const finding: Finding = {
    rule: id,
    severity: settings?.[id]?.severity ?? severity,
    start: 0,
    end: 0,
    quote: '',
    place: WHOLE_PAGE,
    message: {
      th: 'หน้านี้ไม่มีข้อความให้ระบบอ่าน ตรวจข้อมูลส่วนบุคคลด้วยตาก่อนเผยแพร่',
      en: 'This page has no text to read: look for personal data yourself before it is published',
    },
    suggestion: null,
    source,
  };
  return [finding];
}
