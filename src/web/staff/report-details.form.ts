import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { textFromLines } from '../../../templates/web/components/lines-field.js';
import type { ReportDetailsTyped, TypedProgress } from '../../../templates/web/components/report-details-fields.js';
import { recordedProgress } from '../../../templates/web/words/report-words.js';
import { activityWrong, DATE_INCOMPLETE, giftWrong, PERCENT_WRONG } from '../../../templates/web/words/form-words.js';
import { PROGRESS_STATES } from '../../core/report/progress.js';
import type { PolicyActivity, ReceivedGift, ReportKindName } from '../../core/report/report.js';
import { thaiShortDate } from '../../core/thai/dates.js';
import { arabicDigits } from '../../core/thai/digits.js';
import { parseDate } from '../../core/thai/parse-date.js';
import type { ProgressGiven, CompileRequest } from '../../reports/compile-request.js';
import type { ReportRow } from '../../reports/report.entity.js';
import { Text } from './form-reading.js';
import { linesFromText } from './lines.form.js';
import type { MeasureAsked } from './report-ahead.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

/** What is asked for besides the measures, as typed. */
export class ReportDetailsForm {
  @Text() 'announcedOn.day' = '';
  @Text() 'announcedOn.month' = '';
  @Text() 'announcedOn.year' = '';
  @Text() activities = '';
  @Text() gifts = '';
  @Text() obstacles = '';
  @Text() suggestions = '';
  @Text() foreword = '';
}

export type ReportDetailsGiven = Pick<CompileRequest, 'progress' | 'noGift' | 'foreword'>;

interface Read<Value> {
  readonly value: Value;
  readonly problems: readonly FieldProblem[];
}

/** The details of a kind, and which of them cannot be read. */
export function readDetails(
  kind: ReportKindName,
  form: ReportDetailsForm,
  progress: readonly TypedProgress[],
): Read<ReportDetailsGiven> {
  if (kind === 'progress') return readProgress(progress);
  if (kind === 'no-gift') return readNoGift(form);
  return { value: kind === 'ita-analysis' ? { foreword: form.foreword || null } : {}, problems: [] };
}

/** Fields "progress.<id>.state", ".percent" and ".obstacles" of every measure. */
export function typedProgress(measureIds: readonly string[], body: unknown): TypedProgress[] {
  const posted: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const text = (name: string): string => {
    const value = posted[name];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
  };
  return measureIds.map((measureId) => ({
    measureId,
    state: text(`progress.${measureId}.state`),
    percent: text(`progress.${measureId}.percent`),
    obstacles: text(`progress.${measureId}.obstacles`),
  }));
}

/** What a compiled report says, as it stands in the form. */
export function typedFromReport({ content: { details } }: ReportRow): {
  readonly form: Partial<ReportDetailsForm>;
  readonly progress: readonly TypedProgress[];
} {
  if (details?.kind === 'progress') {
    const progress = details.rows.map(({ measureId, state, percent, obstacles }) => ({
      measureId,
      state,
      percent: percent === null ? '' : String(percent),
      obstacles: textFromLines(obstacles),
    }));
    return { form: {}, progress };
  }
  if (details?.kind === 'ita-analysis') return { form: { foreword: details.foreword ?? '' }, progress: [] };
  if (details?.kind !== 'no-gift') return { form: {}, progress: [] };
  const { day, month, year } = typedFromIso(details.announcedOn);
  const form = {
    'announcedOn.day': day,
    'announcedOn.month': month,
    'announcedOn.year': year,
    activities: details.activities.map(({ heldOn, text }) => [shortDate(heldOn), text].join(' | ')).join('\n'),
    gifts: details.gifts.map(giftText).join('\n'),
    obstacles: details.obstacles ?? '',
    suggestions: details.suggestions ?? '',
  };
  return { form, progress: [] };
}

function readProgress(typed: readonly TypedProgress[]): Read<ReportDetailsGiven> {
  const problems: FieldProblem[] = [];
  const progress = typed.map(({ measureId, state, percent, obstacles }): ProgressGiven => {
    const number = percent === '' ? null : numberFrom(percent);
    if (number === undefined || (number !== null && number > 100)) {
      problems.push({ field: `progress.${measureId}.percent`, sentence: PERCENT_WRONG });
    }
    const known = PROGRESS_STATES.find((each) => each === state);
    return {
      measureId,
      ...(known ? { state: known } : {}),
      percent: number ?? null,
      obstacles: linesFromText(obstacles),
    };
  });
  return { value: { progress }, problems };
}

function readNoGift(form: ReportDetailsForm): Read<ReportDetailsGiven> {
  const announcedOn = isoFromTyped(typedIn(form, 'announcedOn'));
  const activities = rowsOf(form.activities, 'activities', activityFrom, activityWrong);
  const gifts = rowsOf(form.gifts, 'gifts', giftFrom, giftWrong);
  const wrongDay = announcedOn === undefined ? [{ field: 'announcedOn', sentence: DATE_INCOMPLETE }] : [];
  return {
    value: {
      noGift: {
        announcedOn: announcedOn ?? null,
        activities: activities.value,
        gifts: gifts.value,
        obstacles: form.obstacles || null,
        suggestions: form.suggestions || null,
      },
    },
    problems: [...wrongDay, ...activities.problems, ...gifts.problems],
  };
}

/** One entry for each line; its cells are parted by a bar or, pasted from a spreadsheet, by a tab. */
function rowsOf<Row>(
  text: string,
  field: string,
  read: (cells: readonly string[]) => Row | null,
  wrong: (line: number) => string,
): Read<Row[]> {
  const problems: FieldProblem[] = [];
  const rows: Row[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const row = read(line.split(/[|\t]/).map((cell) => cell.trim()));
    if (row) rows.push(row);
    else problems.push({ field, sentence: wrong(index + 1) });
  });
  return { value: rows, problems: problems.slice(0, 1) };
}

const shortDate = (isoDate: string): string => thaiShortDate(isoDate, 'arabic');

function activityFrom([day = '', ...rest]: readonly string[]): PolicyActivity | null {
  const heldOn = parseDate(day);
  const text = rest.join(' ').trim();
  return heldOn && text !== '' ? { heldOn, text } : null;
}

function giftFrom(cells: readonly string[]): ReceivedGift | null {
  const [day = '', item, giver, recipient, worth = '', handling] = cells;
  const receivedOn = parseDate(day);
  const value = worth === '' || worth === '-' ? null : numberFrom(worth);
  if (!receivedOn || !item || !giver || !recipient || value === undefined || !handling || cells.length !== 6)
    return null;
  return { receivedOn, item, giver, recipient, value, handling };
}

const giftText = ({ receivedOn, item, giver, recipient, value, handling }: ReceivedGift): string =>
  [shortDate(receivedOn), item, giver, recipient, value ?? '-', handling].join(' | ');

function numberFrom(text: string): number | undefined {
  const number = Number(arabicDigits(text).replaceAll(',', ''));
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** The details as the page shows them again. */
export function detailsTyped(
  form: ReportDetailsForm,
  measures: readonly MeasureAsked[],
  progress: readonly TypedProgress[],
): ReportDetailsTyped {
  const { activities, gifts, obstacles, suggestions, foreword } = form;
  return {
    ...{ activities, gifts, obstacles, suggestions, foreword },
    announcedOn: typedIn(form, 'announcedOn'),
    progress: measures.map(({ id, title, content }) => ({
      ...(progress.find(({ measureId }) => measureId === id) ?? NO_PROGRESS),
      measureId: id,
      title,
      recorded: recordedProgress(content.interim?.progress ?? null),
    })),
  };
}

const NO_PROGRESS = { state: '', percent: '', obstacles: '' };
