import type { MeasureFinding } from '../core/proofreading/proofread-measures.js';
import { proofreadAttachment } from '../core/proofreading/proofread-attachment.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { proofOptions } from './settings.queries.js';

/** A file behind an item, as its row or the item's own copy has it. */
export interface AttachedFile {
  readonly id: string;
  /** The field that names it: "<measure id>.files", "<announcement id>.annexes". */
  readonly field: string;
  readonly name: string;
  readonly kind: string;
  readonly pages: readonly { readonly text: string }[];
}

/**
 * Personal data in attached PDFs, and pages that nobody but a person can read; `at` is
 * "<field>.<file id>.<page>". Pictures are looked at by whoever attaches them.
 */
export async function findingsInFiles(
  tx: Tx,
  organizationId: OrganizationId,
  files: readonly AttachedFile[],
): Promise<MeasureFinding[]> {
  const documents = files.filter(({ kind }) => kind === 'pdf');
  if (documents.length === 0) return [];
  const options = await proofOptions(tx, organizationId);
  return documents.flatMap(({ id, field, name, pages }) => {
    const texts = pages.map(({ text }) => text);
    return proofreadAttachment({ name, at: `${field}.${id}`, pages: texts }, options);
  });
}
