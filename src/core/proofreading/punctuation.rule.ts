import type { ProofContext } from './proof-context.js';
import { cellOf, type Passage } from './proof-document.js';
import { looseSpan, type Rule, type Sighting } from './rule.js';
import { writtenDates } from './thai-dates.js';

const SPACE_BEFORE_COMMA = /(?<=[\p{L}\p{M}\d)]) ,/gu;
const LAW_YEAR_GLUED = /(?<=[\u0E01-\u0E4E])พ\.ศ\.(?=\s?25\d\d)/g;

/** Commas follow their word without a space. */
export const commasRule: Rule = {
  id: 'punctuation.comma',
  severity: 'I',
  title: { th: 'เว้นวรรคหน้าจุลภาค', en: 'Space before a comma' },
  source: 'DOMAIN 5.2 (002-11)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      [...passage.loose.text.matchAll(SPACE_BEFORE_COMMA)].map((match) => ({
        ...looseSpan(passage, match.index, match.index + match[0].length),
        message: { th: 'ไม่เว้นวรรคหน้าจุลภาค', en: 'No space before a comma' },
        suggestion: ',',
      })),
    ),
};

/** "พ.ศ." stands apart from the name of the law before it. */
export const gluedEraRule: Rule = {
  id: 'punctuation.era',
  severity: 'I',
  title: { th: 'ไม่เว้นวรรคก่อน พ.ศ.', en: 'No space before the year' },
  source: 'DOMAIN 5.4 (Unicode, spaces)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      [...passage.loose.text.matchAll(LAW_YEAR_GLUED)]
        .filter((match) =>
          /(?:ภาครัฐ|พัสดุ|ราชการ|ปกครอง|บัญญัติ|ระเบียบ)$/.test(
            passage.loose.text.slice(Math.max(0, match.index - 12), match.index),
          ),
        )
        .map((match) => ({
          ...looseSpan(passage, match.index, match.index + match[0].length),
          message: { th: 'เว้นวรรคก่อน “พ.ศ.”', en: 'Put a space before the era' },
          suggestion: ' พ.ศ.',
        })),
    ),
};

/** Ranges of months are written with one kind of dash throughout a document. */
export const dashesRule: Rule = {
  id: 'punctuation.dash',
  severity: 'I',
  title: { th: 'ใช้ขีดคั่นช่วงเวลาไม่เหมือนกัน', en: 'Mixed dashes in periods' },
  source: 'DOMAIN 5.2 (002-10)',
  check: ({ document, tables }: ProofContext) => {
    const periods = tables.flatMap((table) => table.rows.flatMap((row) => cellOf(table, row, 'period') ?? []));
    const dashes = periods.flatMap((cell) => rangeDash(document.text, cell));
    const usual = mostFrequent(dashes.map(({ dash }) => dash));
    return dashes
      .filter(({ dash }) => dash !== usual)
      .map(({ cell, from, to }): Sighting => ({
        ...looseSpan(cell, from, to),
        message: { th: `ช่องอื่นใช้ขีด “${usual}”`, en: `Other cells use "${usual}"` },
        suggestion: null,
      }));
  },
};

function rangeDash(text: string, cell: Passage): { cell: Passage; from: number; to: number; dash: string }[] {
  const [first, second] = writtenDates(cell.loose);
  if (!first || !second) return [];
  const at = cell.loose.text.indexOf('-', first.to);
  if (at < 0 || at > second.from) return [];
  return [{ cell, from: first.from, to: second.to, dash: text.charAt(cell.loose.starts[at] ?? 0) }];
}

function mostFrequent(dashes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const dash of dashes) counts.set(dash, (counts.get(dash) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}
