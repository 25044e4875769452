import type { ErrorCode, ErrorDetails } from '../errors.js';
import { figureText } from '../thai/result-words.js';
import { interimTexts } from './interim-texts.js';
import type { Line, MeasureContent } from './measure.js';

export interface TextProblem {
  readonly code: Extract<ErrorCode, 'input.control-character' | 'input.too-long' | 'input.invalid'>;
  readonly details: ErrorDetails;
}

/** Longest title and longest cell, in UTF-16 units: a cell of this length fills about six landscape pages. */
export const TITLE_MAX = 1_000;
export const CELL_MAX = 20_000;

/** C0 and C1 controls, bidirectional controls, lone surrogates: none has a place in an official paper. Tab and line feed may stay. */
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

/** Every field whose text cannot be kept, with the field's name and the remedy's figures. Pure. */
export function textProblems(content: MeasureContent): TextProblem[] {
  const cells: [string, string, number][] = [
    ['title', content.title, TITLE_MAX],
    ['theme', content.theme ?? '', TITLE_MAX],
    ['methods', joined(content.methods), CELL_MAX],
    ['period', content.period.text, TITLE_MAX],
    ['responsible', content.responsible.text, TITLE_MAX],
    ['monitoring', joined(content.monitoring), CELL_MAX],
    ['results', joined(content.results), CELL_MAX],
    ['outcomes', joined(content.outcomes), CELL_MAX],
    ['figures', (content.figures ?? []).map(figureText).join('\n'), CELL_MAX],
    ['interim', content.interim ? interimTexts(content.interim).join('\n') : '', CELL_MAX],
    ...content.evidence.map(({ label, url }): [string, string, number] => [
      'evidence',
      `${label} ${url}`,
      TITLE_MAX * 2,
    ]),
  ];
  return [...cells.flatMap(([field, text, limit]) => problemsOf(field, text, limit)), ...linkProblems(content)];
}

function problemsOf(field: string, text: string, limit: number): TextProblem[] {
  const problems: TextProblem[] = [];
  if (FORBIDDEN.test(text)) problems.push({ code: 'input.control-character', details: { field } });
  if (text.length > limit) problems.push({ code: 'input.too-long', details: { field, length: text.length, limit } });
  return problems;
}

const linkProblems = ({ evidence }: MeasureContent): TextProblem[] =>
  evidence.some(({ url }) => !/^https?:\/\/[^\s]+$/.test(url))
    ? [{ code: 'input.invalid', details: { field: 'evidence', expected: 'https://…' } }]
    : [];

const joined = (lines: readonly Line[]): string => lines.map((line) => line.text).join('\n');
