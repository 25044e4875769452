import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { SCORE_FIELDS } from '../../../templates/web/words/assessment-words.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import type { Assessment } from '../../core/ita/assessment.js';
import { INDICATORS } from '../../core/ita/indicators.js';
import { DomainError } from '../../core/errors.js';
import { arabicDigits } from '../../core/thai/digits.js';
import type { ReadAssessment } from '../../imports/read-assessment.js';

/** A result as typed. */
export interface TypedAssessment {
  /** By the names of SCORE_FIELDS. */
  readonly scores: Readonly<Record<string, string>>;
  readonly level: string;
  readonly recommendations: string;
  readonly seenVersion: string;
}

export function typedAssessment(body: unknown): TypedAssessment {
  const posted: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const text = (name: string): string => {
    const value = posted[name];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
  };
  return {
    scores: Object.fromEntries(SCORE_FIELDS.map(({ name }) => [name, text(name)])),
    level: text('level'),
    recommendations: text('recommendations'),
    seenVersion: text('seenVersion'),
  };
}

/** A stored result, or one that was read from a file, as it stands in the form. */
export function typedFrom(
  { overall, level, instruments, indicators, recommendations }: Assessment | ReadAssessment,
  seenVersion: string,
): TypedAssessment {
  const shown = (score: number | null | undefined): string => (typeof score === 'number' ? String(score) : '');
  const scores = [
    ['overall', shown(overall)],
    ...(['iit', 'eit1', 'eit2', 'oit'] as const).map((name) => [`instruments.${name}`, shown(instruments[name])]),
    ...INDICATORS.map((_indicator, index) => [`indicators[${index}]`, shown(indicators[index])]),
  ];
  return {
    scores: Object.fromEntries(scores) as Record<string, string>, // pairs of two texts
    level: level ?? '',
    recommendations: recommendations.map(({ code, text }) => `${code} ${text.replace(/\s*\n\s*/g, ' ')}`).join('\n'),
    seenVersion,
  };
}

/** As saveAssessment() takes it; what is missing or no number is left for its schema to name. */
export function assessmentFrom({ scores, level, recommendations }: TypedAssessment, fiscalYear: number): unknown {
  const number = (name: string): number | string => {
    const text = scores[name] ?? '';
    const value = Number(arabicDigits(text).replaceAll(',', ''));
    return text === '' || !Number.isFinite(value) ? text : value;
  };
  const lines = recommendations.split('\n').filter((line) => line.trim() !== '');
  return {
    fiscalYear,
    overall: number('overall'),
    level: level === '' ? null : level,
    instruments: Object.fromEntries(
      ['iit', 'eit1', 'eit2', 'oit'].map((name) => [name, number(`instruments.${name}`)]),
    ),
    indicators: INDICATORS.map((_indicator, index) => number(`indicators[${index}]`)),
    recommendations: lines.map((line) => {
      const [code = '', ...words] = line.trim().split(/\s+/);
      return { code: arabicDigits(code), text: words.join(' ') };
    }),
  };
}

/** Refusals that belong beside a field; null for others. */
export function assessmentProblems(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError)) return null;
  const { code, details } = error;
  const paths = Array.isArray(details.problems)
    ? details.problems.map(({ path }: { path: string }) => path)
    : [typeof details.field === 'string' ? details.field : ''];
  if (code !== 'input.invalid' && !code.startsWith('assessment.')) return null;
  return [...new Set(paths.map(fieldOfPath))].map((field) =>
    fieldProblem(field, code, { ...details, field: labelOf(field) }),
  );
}

const fieldOfPath = (path: string): string => (path.startsWith('recommendations') ? 'recommendations' : path);
const labelOf = (field: string): string =>
  SCORE_FIELDS.find(({ name }) => name === field)?.label ??
  { level: 'ระดับ', recommendations: 'ข้อเสนอแนะรายข้อ', fiscalYear: 'ปีงบประมาณ' }[field] ??
  field;
