import { asOfText, datedText, figureText, progressText } from '../thai/result-words.js';
import type { InterimResults } from './measure.js';

/** Everything an interim result says, a paragraph each. */
export const interimTexts = ({ asOf, progress, results, outcomes, figures = [] }: InterimResults): string[] => [
  asOfText(asOf),
  progressText(progress),
  ...results.map(datedText),
  ...outcomes.map(({ text }) => text),
  ...figures.map(figureText),
];
