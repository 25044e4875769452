import type { Severity } from './finding.js';
import { likelyAgency } from './likely-agency.js';
import { agencyFromName, inferAgency, usualAgency, type OwnAgency } from './own-agency.js';
import { fiscalYearOfMonth, writtenDates } from './thai-dates.js';
import { tablesOf, type Passage, type ProofDocument, type ProofTable } from './proof-document.js';

export interface OrganizationNames {
  /** Full name with its type word. */
  readonly name: string;
  readonly district?: string | null;
  readonly province?: string | null;
}

/** One wrong spelling and its right one; `unlessAfter` and `unlessBefore` are texts that make the first one right. */
export interface LexiconEntry {
  readonly wrong: string;
  readonly right: string;
  readonly unlessAfter?: readonly string[];
  readonly unlessBefore?: readonly string[];
  readonly severity?: Severity;
}

export interface RuleSetting {
  readonly off?: boolean;
  readonly severity?: Severity;
  readonly reason: string;
}

export interface ProofOptions {
  readonly organization?: OrganizationNames | null;
  /** Buddhist era. */
  readonly fiscalYear?: number | null;
  /** Rules the organization switched off or lowered, each with its reason. */
  readonly settings?: Readonly<Record<string, RuleSetting>>;
  /** Entries the administrator added; an entry whose right equals its wrong takes a built-in one away. */
  readonly lexicon?: readonly LexiconEntry[];
}

export type DocumentKind = 'implementation' | 'analysis' | 'announcement' | 'other';

/** What every rule may look at. */
export interface ProofContext {
  readonly document: ProofDocument;
  readonly options: ProofOptions;
  readonly kind: DocumentKind;
  readonly agency: OwnAgency | null;
  readonly fiscalYear: number | null;
  readonly tables: readonly ProofTable[];
  readonly titles: readonly Passage[];
  /** Titles, paragraphs, headers, group lines and cells, in reading order. */
  readonly passages: readonly Passage[];
}

const TITLE_PASSAGES = 8;
const FISCAL_YEAR = /ปี(?:งบประมาณ)?(?:ที่)?(?:พ\.?ศ\.?)?(25\d\d)(?!\d|-25)/;

/** Gathers what rules need to know about a document: whose it is, for which year, of what kind. */
export function contextOf(document: ProofDocument, options: ProofOptions): ProofContext {
  const texts = document.blocks.flatMap((block) => (block.kind === 'text' ? [block.passage] : []));
  const passages = allPassages(document);
  const marked = texts.filter((passage) => passage.part === 'title');
  const titles = marked.length > 0 ? marked : texts.slice(0, TITLE_PASSAGES);
  const given = options.organization;
  const kind = kindOf(titles.map((passage) => passage.tight.text).join('\n'), document);
  return {
    document,
    options,
    kind,
    agency: given
      ? agencyFromName(given.name, given.district ?? null, given.province ?? null)
      : (inferAgency(titles, passages) ??
        inferAgency(texts.slice(0, TITLE_PASSAGES), passages) ??
        usualAgency(passages) ??
        likelyAgency(passages)),
    fiscalYear:
      options.fiscalYear ??
      firstYear(titles) ??
      (kind === 'other' ? null : (usualYear(passages) ?? firstYear(passages))),
    tables: tablesOf(document),
    titles,
    passages,
  };
}

function allPassages(document: ProofDocument): Passage[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.passage];
    const { headers, groups, rows } = block.table;
    return [...headers.flat(), ...groups.map((group) => group.passage), ...rows.flatMap((row) => row.cells)];
  });
}

function kindOf(titles: string, document: ProofDocument): DocumentKind {
  if (/วิเคราะห์ผล/.test(titles)) return 'analysis';
  if (/^ประกาศ/m.test(titles)) return 'announcement';
  const reports = tablesOf(document).some(({ columns }) =>
    columns.some(({ role }) => role === 'result' || role === 'outcome'),
  );
  return reports || /ผลการดำเนิน/.test(titles) ? 'implementation' : 'other';
}

function firstYear(passages: readonly Passage[]): number | null {
  for (const { tight } of passages) {
    const year = FISCAL_YEAR.exec(tight.text)?.[1];
    if (year) return Number(year);
  }
  return null;
}

const FEWEST_DATES = 3;

/** The fiscal year of most dates in the period column: a plan without title still belongs to a year. */
export function usualYear(passages: readonly Passage[]): number | null {
  const years = passages
    .filter(({ role, part }) => role === 'period' && part === 'cell')
    .flatMap(({ loose }) => writtenDates(loose))
    .flatMap(({ month, year }) => (year === null ? [] : [fiscalYearOfMonth(month, year)]));
  const sorted = years.sort((one, other) => one - other);
  const middle = sorted[sorted.length >> 1];
  const share = sorted.filter((year) => year === middle).length / sorted.length;
  return middle !== undefined && sorted.length >= FEWEST_DATES && share > 0.5 ? middle : null;
}
