import { thaiDigits } from '../thai/digits.js';
import type { Line } from './measure.js';
import { readLines } from './read-lines.js';

/**
 * One cell's text, a line per paragraph, with "๑. " and "- " written out; `readLines` reads the same lines back. A heading that
 * could not be told from a sentence is marked `<u>…</u>`.
 */
export function linesText(lines: readonly Line[]): string {
  let number = 0;
  return lines
    .map((line) => {
      number = line.kind === 'numbered' ? number + 1 : 0;
      if (line.kind === 'numbered') return `${thaiDigits(number)}. ${line.text}`;
      if (line.kind === 'dash') return `- ${line.text}`;
      const needsMark = line.kind === 'heading' && readLines(line.text)[0]?.kind !== 'heading';
      return needsMark ? `<u>${line.text}</u>` : line.text;
    })
    .join('\n');
}
