import { INDICATORS } from '../ita/indicators.js';
import { editDistance, nearestPrefix } from './edit-distance.js';
import type { ProofContext } from './proof-context.js';
import type { Passage, ProofTable } from './proof-document.js';
import { tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';

const NUMBERED = /ตัวชี้วัดที่(\d{1,2})/g;

/** "ตัวชี้วัดที่ n" carries the name of indicator n, in the wording of today. */
export const indicatorNamesRule: Rule = {
  id: 'term.indicator',
  severity: 'W',
  title: { th: 'ชื่อตัวชี้วัดไม่ตรงกับชื่อทางการ', en: 'Name of an indicator differs from the official one' },
  source: 'DOMAIN 1.1 (ten indicator names)',
  check: ({ passages, tables }: ProofContext) => [
    ...tables.flatMap(formerRows),
    ...passages.flatMap((passage) => {
      const text = passage.tight.text;
      return [...text.matchAll(NUMBERED)].flatMap((match) => {
        if (Number(match[1]) > INDICATORS.length) return [beyondTheLast(passage, match)];
        const indicator = INDICATORS.find(({ number }) => number === Number(match[1]));
        const from = match.index + match[0].length;
        const rest = text.slice(from, from + 40);
        if (!indicator || rest.startsWith(indicator.name) || !/^[\u0E01-\u0E44]/.test(rest)) return [];
        const wrong = wrongName(rest, indicator.name, indicator.formerNames);
        if (wrong === 0) return [];
        return [
          {
            ...tightSpan(passage, match.index, from + wrong),
            message: {
              th: `ตัวชี้วัดที่ ${indicator.number} ชื่อ “${indicator.name}”`,
              en: `Indicator ${indicator.number} is called "${indicator.name}"`,
            },
            suggestion: `ตัวชี้วัดที่ ${indicator.number} ${indicator.name}`,
          },
        ];
      });
    }),
  ],
};

const beyondTheLast = (passage: Passage, match: RegExpExecArray): Sighting => ({
  ...tightSpan(passage, match.index, match.index + match[0].length),
  message: {
    th: `การประเมินมี ${INDICATORS.length} ตัวชี้วัด ไม่มีตัวชี้วัดที่ ${match[1] ?? ''}`,
    en: `The assessment has ${INDICATORS.length} indicators; there is no number ${match[1] ?? ''}`,
  },
});

/** A row of a score table under the name of an earlier year, without a number in front. */
function formerRows(table: ProofTable): Sighting[] {
  if (!table.columns.some(({ role }) => role === 'score')) return [];
  return table.rows
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      const indicator = INDICATORS.find(({ formerNames }) => formerNames.includes(cell.tight.text));
      if (!indicator) return [];
      const message = {
        th: `ตัวชี้วัดที่ ${indicator.number} ชื่อ “${indicator.name}”`,
        en: `Indicator ${indicator.number} is called "${indicator.name}"`,
      };
      return [{ ...wholePassage(cell), message, suggestion: indicator.name }];
    });
}

/** Length of the wrong name at the start of the text; 0 when what follows is not meant as a name. */
function wrongName(rest: string, name: string, formerNames: readonly string[]): number {
  const former = formerNames.find((candidate) => rest.startsWith(candidate));
  if (former) return former.length;
  const other = INDICATORS.find((indicator) => rest.startsWith(indicator.name));
  if (other) return other.name.length;
  const near = nearestPrefix(name, rest);
  const isSlip =
    near.distance > 0 &&
    near.distance <= Math.floor(name.length * 0.35) &&
    editDistance(name, rest.slice(0, near.length), 8) <= 8;
  return isSlip ? near.length : 0;
}
