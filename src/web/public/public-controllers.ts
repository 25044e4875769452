import { PublicDocumentController } from './document.controller.js';
import { PublicFileController } from './file.controller.js';
import { OrganizationHomeController } from './organization-home.controller.js';
import { DocumentTableController } from './document-table.controller.js';
import { LogWitnessController } from './log-witness.controller.js';
import { VerifyController } from './verify.controller.js';

export const PUBLIC_CONTROLLERS = [
  OrganizationHomeController,
  PublicDocumentController,
  DocumentTableController,
  PublicFileController,
  LogWitnessController,
  VerifyController,
];
