import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { reportTitle } from '../../../templates/web/words/report-words.js';
import { DomainError } from '../../core/errors.js';
import { LAYOUT_PRESETS } from '../../core/report/layout-presets.js';
import type { ReportKindName } from '../../core/report/report.js';
import type { Tx } from '../../database/unit-of-work.js';
import { compileReport, recompileReport, reviseReport, type CompileRequest } from '../../reports/compile-report.js';
import type { ReportRow } from '../../reports/report.entity.js';
import type { Me } from '../desk.js';
import { reportDoor } from '../item-doors.js';
import { layoutNamed } from '../report-layouts.js';
import { Text, Ticked } from './form-reading.js';
import { ReportDetailsForm, type ReportDetailsGiven } from './report-details.form.js';

export class CompileForm extends ReportDetailsForm {
  @Text() kind = '';
  @Text() fiscalYear = '';
  @Text() layout = 'by-theme';
  @Text() leaveOutIncomplete = '';
  @Ticked() annexes: string[] = [];
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

/** Refusals that belong beside the form. */
export function compileProblems(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError)) return null;
  const { code, details } = error;
  if (code === 'report.policy-date-missing') return [fieldProblem('announcedOn', code, details)];
  if (code === 'report.foreword-placeholder') return [fieldProblem('foreword', code, details)];
  if (code === 'report.layout-unknown') return [fieldProblem('layout', 'input.invalid', details)];
  if (code.startsWith('report.annex')) return [fieldProblem('annexes', code, details)];
  return code === 'document.data-invalid' ? [fieldProblem(null, code, details)] : null;
}

/** A new report, a draft again, or a new edition of a published one. */
export async function saveReport(
  tx: Tx,
  me: Me,
  id: string | null,
  { kind, form, details }: { kind: ReportKindName; form: CompileForm; details: ReportDetailsGiven },
): Promise<ReportRow> {
  const { organizationId } = me.visitor;
  const fiscalYear = Number(form.fiscalYear);
  const compile: CompileRequest = {
    ...details,
    organizationId,
    actor: me.actor,
    kind,
    fiscalYear,
    title: reportTitle(kind, fiscalYear),
    annexes: form.annexes,
    gapsAcknowledged: form.leaveOutIncomplete === 'true',
    ...(kind === 'implementation' ? { layout: await layoutNamed(tx, organizationId, form.layout) } : {}),
  };
  if (id === null) return compileReport(tx, compile);
  const { item } = await reportDoor.see(tx, me, id);
  if (item.state === 'published') return reviseReport(tx, { ...compile, reportId: id });
  return recompileReport(tx, { ...compile, reportId: id, seenVersion: Number(form.seenVersion) });
}

/** The preset a report was compiled with; an agency's own layout counts as the usual one. */
export function presetOf({ content }: ReportRow): string {
  const found = Object.entries(LAYOUT_PRESETS).find(([, { layout }]) => layout.grouping === content.layout.grouping);
  return found?.[0] ?? 'by-theme';
}
