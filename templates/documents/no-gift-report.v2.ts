import type { DocumentTemplate } from './document-template.js';
import { noGiftBody } from './no-gift-report.body.js';
import { noGiftReportV1, noGiftTitle, type NoGiftReport } from './no-gift-report.v1.js';
import { reportDocument } from './report-form.js';

/** Since version 1: gifts of unknown value are named as such, not added up as nothing. */
export const noGiftReportV2: DocumentTemplate<NoGiftReport> = {
  ...noGiftReportV1,
  id: 'no-gift-report.v2',
  schema: { ...noGiftReportV1.schema, $id: 'no-gift-report.v2' },
  build: (report) =>
    reportDocument(report, {
      titleLines: noGiftTitle(report.fiscalYear),
      orientation: 'portrait',
      hasCover: false,
      body: noGiftBody(report, report.digits ?? 'thai'),
    }),
};
