import { itemKind } from '../approvals/item-kind.js';
import { runSystemTransition } from '../approvals/run-transition.js';
import { reportLifecycle } from '../core/report/report.lifecycle.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { freezeEdition } from '../editions/freeze-edition.js';
import { withdrawPublications } from '../publishing/withdraw-publications.js';
import { reportData, templateOf } from './report-data.js';
import { ReportRow } from './report.entity.js';

export const reportKind = itemKind({
  name: 'report',
  entity: ReportRow,
  lifecycle: reportLifecycle,
  stages: {
    signing: {
      waitingIn: 'signing',
      act: 'sign',
      completes: 'sign',
      returns: 'return',
      reopens: 'return_to_step',
      writtenIn: 'draft',
    },
  },
  responsible: () => null,
  effects: {
    'freeze-edition': async (tx, report, { organizationId, personId, postId }) => {
      const { snapshot, signedAt } = await reportData(tx, organizationId, report, { personId, postId });
      await freezeEdition(tx, {
        organizationId,
        itemKind: 'report',
        itemId: report.id,
        documentId: report.documentId,
        language: 'th',
        template: templateOf(report.kind),
        title: report.title,
        fiscalYear: report.fiscalYear,
        snapshot,
        signedAt,
      });
    },
    'supersede-predecessor': (tx, report, { organizationId }) => supersedePredecessor(tx, organizationId, report),
    'withdraw-publication': (tx, report, { organizationId, reason }) =>
      withdrawPublications(tx, { organizationId, itemKind: 'report', itemId: report.id, reason: reason ?? '' }),
  },
});

/** The revision stands at the same address now; what stood there before says so. */
async function supersedePredecessor(tx: Tx, organizationId: OrganizationId, report: ReportRow): Promise<void> {
  const { documentId } = report;
  const before = await tx.findBy(ReportRow, { organizationId, documentId, state: 'published' });
  for (const { id } of before) {
    if (id !== report.id) await runSystemTransition(tx, reportKind, organizationId, id, 'supersede');
  }
}
