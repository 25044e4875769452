import { noGiftAnnouncementV1 } from './announcements/no-gift-announcement.v1.js';
import type { DocumentTemplate } from './document-template.js';
import { implementationReportV1 } from './implementation-report.v1.js';
import { measureSheetV1 } from './measure-sheet.v1.js';

/** Every document template; a version stays for as long as an edition of it exists. */
export const DOCUMENT_TEMPLATES: readonly DocumentTemplate[] = [
  implementationReportV1,
  measureSheetV1,
  noGiftAnnouncementV1,
] as readonly DocumentTemplate[]; // each template's data is checked against its schema before build
