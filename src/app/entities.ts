import { DecisionRow, ItemVersionRow, RouteRow } from '../approvals/approval.entities.js';
import { RequestKeyRow } from '../approvals/request-key.js';
import { AssessmentRow, CatalogueEntryRow, MeasureProposalRow } from '../assessments/assessment.entities.js';
import { WordingRow } from '../announcements/wording.entity.js';
import { AnnouncementRow } from '../announcements/announcement.entity.js';
import { DocumentFontRow } from '../document-fonts/document-font.entity.js';
import { EditionEntity } from '../editions/edition.entity.js';
import { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { EvidenceLinkRow } from '../evidence/evidence-link.entity.js';
import { MeasureRow } from '../measures/measure.entity.js';
import {
  AppointmentRow,
  DivisionRow,
  OrganizationRow,
  PersonRow,
  PostRow,
} from '../organizations/organization.entities.js';
import { ActingOrderRow } from '../organizations/acting-order.entity.js';
import { WorkEntity } from '../outbox/work.entity.js';
import { PublicEntryEntity } from '../publishing/public-entry.entity.js';
import { PublicationAttemptEntity } from '../publishing/publication-attempt.entity.js';
import { PublicationEntity } from '../publishing/publication.entity.js';
import { RegisterEntryRow } from '../registers/register-entry.entity.js';
import { RegisterYearsRow } from '../registers/register-years.entity.js';
import { OrganizationCertificateRow } from '../sealing-keys/organization-certificate.entity.js';
import { ReportLayoutRow } from '../reports/report-layout.entity.js';
import { ReportRow } from '../reports/report.entity.js';

/** Every table that TypeORM maps. */
export const ENTITIES = [
  OrganizationRow,
  DivisionRow,
  PersonRow,
  PostRow,
  AppointmentRow,
  ActingOrderRow,
  RouteRow,
  DecisionRow,
  ItemVersionRow,
  RequestKeyRow,
  MeasureRow,
  ReportRow,
  AnnouncementRow,
  EditionEntity,
  WorkEntity,
  PublicationEntity,
  PublicationAttemptEntity,
  PublicEntryEntity,
  RegisterEntryRow,
  RegisterYearsRow,
  ReportLayoutRow,
  WordingRow,
  AssessmentRow,
  MeasureProposalRow,
  CatalogueEntryRow,
  OrganizationCertificateRow,
  EvidenceFileRow,
  EvidenceLinkRow,
  DocumentFontRow,
];
