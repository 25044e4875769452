import type { PlanField } from '../thai/plan-words.js';
import {
  indicatorLayout,
  measuresPlanLayout,
  numberedListLayout,
  plainListLayout,
  themedLayout,
} from './layout-presets.js';
import type { ColumnKey, Grouping, ReportColumn, ReportLayout } from './layout.js';

export interface PlanColumn {
  readonly header: string;
  readonly field: PlanField | null;
}

const COLUMN_OF: Readonly<Partial<Record<PlanField, ColumnKey>>> = {
  number: 'number',
  title: 'measure',
  indicator: 'indicator',
  methods: 'methods',
  period: 'period',
  responsible: 'responsible',
  monitoring: 'monitoring',
  results: 'results',
  outcomes: 'outcomes',
  evidence: 'evidence',
};

const WEIGHTS: Readonly<Record<ColumnKey, number>> = {
  number: 5,
  indicator: 12,
  measure: 16,
  methods: 20,
  period: 10,
  responsible: 10,
  monitoring: 14,
  results: 20,
  outcomes: 18,
  evidence: 14,
};

/** The agency's own columns, in its order and with its headers, on the preset that groups as its table did. */
export function layoutFromPlan(columns: readonly PlanColumn[], grouping: Grouping): ReportLayout {
  const shown = columns.flatMap(({ header, field }): ReportColumn[] => {
    const key = field === null ? undefined : COLUMN_OF[field];
    if (key === undefined) return [];
    return [{ key, header: header.trim(), weight: WEIGHTS[key], ...(spans(key) ? { spans: true } : {}) }];
  });
  const unique = shown.filter(({ key }, index) => shown.findIndex((other) => other.key === key) === index);
  return { ...presetOf(grouping, unique), columns: unique };
}

/** The layout in which a plan is reported: its own form where that has room for results, otherwise the preset's. */
export function reportLayoutFromPlan(columns: readonly PlanColumn[], grouping: Grouping): ReportLayout {
  const hasResults = columns.some(({ field }) => field === 'results' || field === 'outcomes');
  if (hasResults) return layoutFromPlan(columns, grouping);
  if (grouping === 'flat') return numberedListLayout;
  return grouping === 'theme' ? themedLayout : indicatorLayout;
}

/** Cells that agencies merge over several measures. */
const spans = (key: ColumnKey): boolean => key === 'indicator' || key === 'monitoring';

function presetOf(grouping: Grouping, columns: readonly ReportColumn[]): ReportLayout {
  if (grouping === 'theme') return themedLayout;
  if (grouping === 'indicator') return indicatorLayout;
  const has = (wanted: ColumnKey): boolean => columns.some(({ key }) => key === wanted);
  if (has('monitoring') && !has('results')) return measuresPlanLayout;
  return has('number') ? numberedListLayout : plainListLayout;
}
