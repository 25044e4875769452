import { ClockApiController } from './clock.api.controller.js';
import { HolidaysApiController } from './holidays.api.controller.js';
import { LineLinkApiController } from './line-link.api.controller.js';
import { WishesApiController } from './wishes.api.controller.js';
import { ActingCalendarApiController } from './acting-calendar.api.controller.js';
import { AppointmentsApiController } from './appointments.api.controller.js';
import { PasswordApiController } from './password.api.controller.js';
import { PeopleApiController } from './people.api.controller.js';
import { StructureApiController } from './structure.api.controller.js';
import { UnsignedApiController } from './unsigned.api.controller.js';
import { AnnouncementRegisterApiController } from './announcement-register.api.controller.js';
import { RegisterYearsApiController } from './register-years.api.controller.js';
import { ActingApiController } from './acting.api.controller.js';
import { AnnouncementsApiController } from './announcements.api.controller.js';
import { AssessmentsApiController } from './assessments.api.controller.js';
import { CataloguesApiController } from './catalogues.api.controller.js';
import { DocumentFontsApiController } from './document-fonts.api.controller.js';
import { LayoutsApiController } from './layouts.api.controller.js';
import { WordingsApiController } from './wordings.api.controller.js';
import { AuditEventsApiController } from './audit-events.api.controller.js';
import { AuditExportsApiController } from './audit-exports.api.controller.js';
import { AuditApiController } from './audit.api.controller.js';
import { ClearancesApiController } from './clearances.api.controller.js';
import { CertificateApiController } from './certificate.api.controller.js';
import { AnnexesApiController } from './annexes.api.controller.js';
import { EvidenceApiController } from './evidence.api.controller.js';
import { ChangesApiController } from './changes.api.controller.js';
import { DecisionsApiController } from './decisions.api.controller.js';
import { ItemsApiController } from './items.api.controller.js';
import { ItemTalkApiController } from './item-talk.api.controller.js';
import { NoticesApiController } from './notices.api.controller.js';
import { RoutesApiController } from './routes.api.controller.js';
import { ImportRunsApiController } from './import-runs.api.controller.js';
import { ImportsApiController } from './imports.api.controller.js';
import { MeasuresExportApiController } from './measures-export.api.controller.js';
import { LateApiController } from './late.api.controller.js';
import { MeasuresApiController } from './measures.api.controller.js';
import { OrganizationApiController } from './organization.api.controller.js';
import { PublicationsApiController } from './publications.api.controller.js';
import { ReportsApiController } from './reports.api.controller.js';
import { ReportOutlineApiController } from './report-outline.api.controller.js';
import { SessionApiController } from './session.api.controller.js';
import { TasksApiController } from './tasks.api.controller.js';
import { VerifyApiController } from './verify.api.controller.js';

/** In the order in which addresses are tried: what every kind of item has in common comes last. */
export const API_CONTROLLERS = [
  SessionApiController,
  PasswordApiController,
  OrganizationApiController,
  TasksApiController,
  MeasuresApiController,
  AnnexesApiController,
  EvidenceApiController,
  MeasuresExportApiController,
  ImportsApiController,
  ImportRunsApiController,
  ReportsApiController,
  ReportOutlineApiController,
  AnnouncementsApiController,
  AnnouncementRegisterApiController,
  RegisterYearsApiController,
  AssessmentsApiController,
  CataloguesApiController,
  LayoutsApiController,
  WordingsApiController,
  DocumentFontsApiController,
  PublicationsApiController,
  AuditApiController,
  AuditEventsApiController,
  AuditExportsApiController,
  PeopleApiController,
  AppointmentsApiController,
  StructureApiController,
  UnsignedApiController,
  HolidaysApiController,
  ClockApiController,
  ActingApiController,
  ActingCalendarApiController,
  RoutesApiController,
  NoticesApiController,
  WishesApiController,
  LineLinkApiController,
  LateApiController,
  DecisionsApiController,
  ChangesApiController,
  ItemTalkApiController,
  CertificateApiController,
  ClearancesApiController,
  VerifyApiController,
  ItemsApiController,
];
