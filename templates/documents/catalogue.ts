import { appraisalCriteriaV1 } from './announcements/appraisal-criteria.v1.js';
import { briberyPreventionV1 } from './announcements/bribery-prevention.v1.js';
import { complaintHandlingV1 } from './announcements/complaint-handling.v1.js';
import { conflictOfInterestV1 } from './announcements/conflict-of-interest.v1.js';
import { discretionControlV1 } from './announcements/discretion-control.v1.js';
import { ethicsDosAndDontsV1 } from './announcements/ethics-dos-and-donts.v1.js';
import { integrityDeclarationV1 } from './announcements/integrity-declaration.v1.js';
import { noGiftAnnouncementV1 } from './announcements/no-gift-announcement.v1.js';
import { procurementTransparencyV1 } from './announcements/procurement-transparency.v1.js';
import { publicDisclosureV1 } from './announcements/public-disclosure.v1.js';
import { publicPropertyV1 } from './announcements/public-property.v1.js';
import { stakeholderParticipationV1 } from './announcements/stakeholder-participation.v1.js';
import type { AnnouncementTemplate } from './announcement-template.js';
import type { DocumentTemplate } from './document-template.js';
import { implementationReportV1 } from './implementation-report.v1.js';
import { itaAnalysisV1 } from './ita-analysis.v1.js';
import { itaAnalysisV2 } from './ita-analysis.v2.js';
import { logSealSheetV1 } from './log-seal-sheet.v1.js';
import { measureSheetV1 } from './measure-sheet.v1.js';
import { noGiftReportV1 } from './no-gift-report.v1.js';
import { noGiftReportV2 } from './no-gift-report.v2.js';
import { progressReportV1 } from './progress-report.v1.js';

/** Announcement templates, in the order they are offered. */
export const ANNOUNCEMENT_TEMPLATES: readonly AnnouncementTemplate[] = [
  noGiftAnnouncementV1,
  integrityDeclarationV1,
  ethicsDosAndDontsV1,
  conflictOfInterestV1,
  stakeholderParticipationV1,
  procurementTransparencyV1,
  publicDisclosureV1,
  publicPropertyV1,
  complaintHandlingV1,
  briberyPreventionV1,
  discretionControlV1,
  appraisalCriteriaV1,
];

/** Every document template; a version stays for as long as an edition of it exists. */
export const DOCUMENT_TEMPLATES: readonly DocumentTemplate[] = [
  implementationReportV1,
  progressReportV1,
  noGiftReportV1,
  noGiftReportV2,
  itaAnalysisV1,
  itaAnalysisV2,
  measureSheetV1,
  logSealSheetV1,
  ...ANNOUNCEMENT_TEMPLATES,
] as readonly DocumentTemplate[]; // each template's data is checked against its schema before build
