import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { TypedExport } from '../../../templates/web/components/export-form.js';
import { DATE_INCOMPLETE, PERIOD_BACKWARDS } from '../../../templates/web/words/form-words.js';
import { fiscalYearSpan } from '../../core/ita/fiscal-year.js';
import { DomainError } from '../../core/errors.js';
import type { ItemRef } from '../../proofs/excerpt.js';
import type { Period } from '../../proofs/period.js';
import { readForm, Text } from './form-reading.js';
import { isoFromTyped, typedIn } from './typed-date.js';

class ExportForm {
  /** Fiscal year (BE); empty for the whole log. */
  @Text() year = '';
  @Text() 'from.day' = '';
  @Text() 'from.month' = '';
  @Text() 'from.year' = '';
  @Text() 'to.day' = '';
  @Text() 'to.month' = '';
  @Text() 'to.year' = '';
  /** Address of an item's page; empty for the whole log. */
  @Text() item = '';
  @Text() idempotencyKey = '';
}

export interface ExportAsked {
  readonly typed: TypedExport;
  readonly item: ItemRef | null;
  readonly period: Period | null;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** One item before days of one's own before a fiscal year before the whole log. @throws DomainError item.not-found */
export function readExportForm(body: unknown): ExportAsked {
  const { form } = readForm(ExportForm, body);
  const { year, item, idempotencyKey } = form;
  const from = typedIn(form, 'from');
  const to = typedIn(form, 'to');
  const typed = { year, from, to, item };
  if (item !== '') return { typed, item: itemAt(item), period: null, idempotencyKey, problems: [] };
  const [begin, end] = [isoFromTyped(from), isoFromTyped(to)];
  const period = begin && end ? { from: begin, to: end } : begin === null && end === null ? yearOf(year) : null;
  return { typed, item: null, period, idempotencyKey, problems: problemsIn(begin, end) };
}

/** @param begin null when nothing was typed, undefined when it is no date; `end` too */
function problemsIn(begin: string | null | undefined, end: string | null | undefined): FieldProblem[] {
  const isLacking = (day: string | null | undefined, other: typeof day): boolean =>
    day === undefined || (day === null && other !== null);
  const problems = [
    ...(isLacking(begin, end) ? [{ field: 'from', sentence: DATE_INCOMPLETE }] : []),
    ...(isLacking(end, begin) ? [{ field: 'to', sentence: DATE_INCOMPLETE }] : []),
  ];
  return begin && end && end < begin ? [{ field: 'to', sentence: PERIOD_BACKWARDS }] : problems;
}

function yearOf(year: string): Period | null {
  if (!/^2[45]\d\d$/.test(year)) return null;
  const { startsOn, endsOn } = fiscalYearSpan(Number(year));
  return { from: startsOn, to: endsOn };
}

const KINDS: Readonly<Record<string, string>> = {
  measures: 'measure',
  reports: 'report',
  announcements: 'announcement',
};

/** The item that the address of its page names. @throws DomainError item.not-found */
function itemAt(address: string): ItemRef {
  const [, section, itemId] = /\/?(measures|reports|announcements)\/([0-9a-f-]{36})/.exec(address.toLowerCase()) ?? [];
  const itemKind = KINDS[section ?? ''];
  if (!itemKind || !itemId) throw new DomainError('item.not-found', { address });
  return { itemKind, itemId };
}
