import { AdminController } from './admin.controller.js';
import { AppointmentsController } from './appointments.controller.js';
import { ClockController } from './clock.controller.js';
import { HolidaysController } from './holidays.controller.js';
import { LateController } from './late.controller.js';
import { LineLinkController } from './line-link.controller.js';
import { WishesController } from './wishes.controller.js';
import { DivisionsController } from './divisions.controller.js';
import { PasswordController } from './password.controller.js';
import { PeopleController } from './people.controller.js';
import { PostsController } from './posts.controller.js';
import { ActingCalendarController } from './acting-calendar.controller.js';
import { ActingOrdersController } from './acting-orders.controller.js';
import { AmendmentsController } from './amendments.controller.js';
import { AnnouncementFormController } from './announcement-form.controller.js';
import { AnnouncementItemController } from './announcement-item.controller.js';
import { AnnouncementRegisterController } from './announcement-register.controller.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AssessmentsController } from './assessments.controller.js';
import { CatalogueLinesController } from './catalogue-lines.controller.js';
import { CataloguesController } from './catalogues.controller.js';
import { CertificateController } from './certificate.controller.js';
import { ClearancesController } from './clearances.controller.js';
import { AnnouncementAnnexesController } from './announcement-annexes.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { NoticesController } from './notices.controller.js';
import { DocumentFontsController } from './document-fonts.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { HandOverController } from './hand-over.controller.js';
import { HistoryController } from './history.controller.js';
import { ImportRunsController } from './import-runs.controller.js';
import { ImportTakeOverController } from './import-take-over.controller.js';
import { ImportsController } from './imports.controller.js';
import { ItemActsController } from './item-acts.controller.js';
import { ItemHistoryController } from './item-history.controller.js';
import { ItemTalkController } from './item-talk.controller.js';
import { LayoutsController } from './layouts.controller.js';
import { MeasureFormController } from './measure-form.controller.js';
import { MeasureItemController } from './measure-item.controller.js';
import { MeasuresExportController } from './measures-export.controller.js';
import { MeasuresController } from './measures.controller.js';
import { ProofreadingController } from './proofreading.controller.js';
import { PublicationsController } from './publications.controller.js';
import { OverridesController } from './overrides.controller.js';
import { ReassignController } from './reassign.controller.js';
import { ReportCompileController } from './report-compile.controller.js';
import { LogFilesController } from './log-files.controller.js';
import { LogProofController } from './log-proof.controller.js';
import { ReportItemController } from './report-item.controller.js';
import { ReportsController } from './reports.controller.js';
import { InterimController } from './interim.controller.js';
import { ResultsController } from './results.controller.js';
import { RoutesController } from './routes.controller.js';
import { SignInController } from './sign-in.controller.js';
import { RegisterYearsController } from './register-years.controller.js';
import { VoidNumberController } from './void-number.controller.js';
import { WordingsController } from './wordings.controller.js';
import { TasksController } from './tasks.controller.js';

/** In the order in which addresses are tried: "new" before ":id", every deed of every kind last. */
export const STAFF_CONTROLLERS = [
  SignInController,
  TasksController,
  DecisionsController,
  OverridesController,
  MeasuresController,
  MeasuresExportController,
  MeasureFormController,
  ResultsController,
  InterimController,
  AnnouncementAnnexesController,
  EvidenceController,
  AmendmentsController,
  MeasureItemController,
  ImportRunsController,
  ImportsController,
  ImportTakeOverController,
  CataloguesController,
  CatalogueLinesController,
  AssessmentsController,
  ReportsController,
  LayoutsController,
  ReportCompileController,
  ReportItemController,
  AnnouncementsController,
  AnnouncementRegisterController,
  RegisterYearsController,
  VoidNumberController,
  WordingsController,
  AnnouncementFormController,
  AnnouncementItemController,
  PublicationsController,
  HistoryController,
  LogProofController,
  LogFilesController,
  ProofreadingController,
  AdminController,
  PeopleController,
  AppointmentsController,
  PostsController,
  DivisionsController,
  HolidaysController,
  ClockController,
  LateController,
  PasswordController,
  ActingCalendarController,
  ActingOrdersController,
  RoutesController,
  HandOverController,
  DocumentFontsController,
  CertificateController,
  NoticesController,
  WishesController,
  LineLinkController,
  ClearancesController,
  ReassignController,
  ItemHistoryController,
  ItemTalkController,
  ItemActsController,
];
