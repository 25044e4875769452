import type { InstrumentScores, Level } from '../core/ita/rating.js';
import { readScoreRow, type ScoreRow } from '../core/ita/read-score-row.js';
import { readSource } from './files/read-source.js';
import type { PlanFile } from './imported-plan.js';
import { cleanSource } from './table/clean-source.js';

export interface UnreadRow {
  readonly sheet: string;
  /** Counts from 1. */
  readonly row: number;
  readonly text: string;
  /** The row names a score that an earlier row gave differently. */
  readonly contradicts: boolean;
}

/** A year's result as a table tells it; an officer completes and saves it. */
export interface ReadAssessment {
  readonly overall: number | null;
  readonly level: Level | null;
  readonly instruments: Readonly<Record<keyof InstrumentScores, number | null>>;
  /** Scores of the ten indicators in their order. */
  readonly indicators: readonly (number | null)[];
  readonly recommendations: readonly { readonly code: string; readonly text: string }[];
  /** Fields the file says nothing of: "overall", "instruments.eit1", "indicators[3]". */
  readonly missing: readonly string[];
  /** Rows that were not understood: nothing is lost silently. */
  readonly unread: readonly UnreadRow[];
}

type Recommended = ReadAssessment['recommendations'][number];

/**
 * Reads scores and recommendations from XLSX, DOCX tables, CSV or TSV: a row names an indicator, an instrument, the
 * overall score, the level or a code, and says its value. Nothing is written anywhere.
 * @throws DomainError import.* where the file cannot be used
 */
export async function readAssessment(file: PlanFile): Promise<ReadAssessment> {
  const { tables, after } = cleanSource(await readSource(file));
  const found = new Map<string, ScoreRow>();
  const paragraphs = [...tables.flatMap(({ before }) => before), ...after];
  const recommendations = paragraphs.flatMap(recommendationIn);
  const unread: UnreadRow[] = [];
  for (const { name, rows } of tables) {
    for (const { number, cells } of rows) {
      const text = cells.filter((cell) => cell.trim() !== '').join(' | ');
      if (text === '') continue;
      const read = readScoreRow(cells);
      const key = read ? fieldOf(read) : null;
      const before = key === null ? undefined : found.get(key);
      if (read?.kind === 'recommendation') recommendations.push({ code: read.code, text: read.text });
      else if (read && key !== null && !before) found.set(key, read);
      else if (!read || !before || !isSame(read, before)) {
        unread.push({ sheet: name, row: number, text, contradicts: before !== undefined });
      }
    }
  }
  return assembled(found, recommendations, unread);
}

/** Reports write recommendations as paragraphs between their tables. */
function recommendationIn(paragraph: string): Recommended[] {
  const read = readScoreRow([paragraph]);
  return read?.kind === 'recommendation' ? [{ code: read.code, text: read.text }] : [];
}

function assembled(
  found: ReadonlyMap<string, ScoreRow>,
  recommendations: ReadAssessment['recommendations'],
  unread: readonly UnreadRow[],
): ReadAssessment {
  const missing: string[] = [];
  const scoreOf = (field: string): number | null => {
    const row = found.get(field);
    if (row && 'score' in row) return row.score;
    missing.push(field);
    return null;
  };
  const level = found.get('level');
  return {
    overall: scoreOf('overall'),
    level: level?.kind === 'level' ? level.level : null,
    instruments: {
      iit: scoreOf('instruments.iit'),
      eit1: scoreOf('instruments.eit1'),
      eit2: scoreOf('instruments.eit2'),
      oit: scoreOf('instruments.oit'),
    },
    indicators: Array.from({ length: 10 }, (_, index) => scoreOf(`indicators[${index}]`)),
    recommendations,
    missing,
    unread,
  };
}

function fieldOf(row: ScoreRow): string | null {
  switch (row.kind) {
    case 'indicator':
      return `indicators[${row.number - 1}]`;
    case 'instrument':
      return `instruments.${row.instrument}`;
    case 'overall':
    case 'level':
      return row.kind;
    case 'recommendation':
      return null;
  }
}

const isSame = (one: ScoreRow, other: ScoreRow): boolean => JSON.stringify(one) === JSON.stringify(other);
