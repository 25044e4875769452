import { linesText } from '../../src/core/measure/lines-text.js';
import type { PlanField } from '../../src/core/thai/plan-words.js';
import type { ImportedMeasure } from '../../src/imports/imported-plan.js';

/** Everything an imported measure says in one column of its source, for comparing with the source cell. */
export function printedColumn(measure: ImportedMeasure, field: PlanField | null, header: string): string {
  const { content, source } = measure;
  const kept = source.unmapped.filter(({ column }) => column === header).map(({ text }) => text);
  if (field === null || field === 'indicator' || field === 'oCodes') return kept.join(' ');
  const texts: Partial<Record<PlanField, string>> = {
    number: source.number ?? '',
    title: `${source.number ?? ''} ${content.title}`,
    theme: content.theme ?? '',
    methods: linesText(content.methods),
    period: content.period.text,
    responsible: content.responsible.text,
    monitoring: linesText(content.monitoring),
    results: linesText(content.results),
    outcomes: linesText(content.outcomes),
  };
  return [texts[field] ?? '', ...kept].join(' ');
}

/** The first word of a source cell that is missing from the printed text, or out of its order; null when every word is there. */
export function missingWord(source: string, printed: string): string | null {
  const text = bare(printed);
  let at = 0;
  for (const word of source.split(/\s+/).map(bare).filter(Boolean)) {
    const found = text.indexOf(word, at);
    if (found < 0) return word;
    at = found + word.length;
  }
  return null;
}

const bare = (text: string): string => text.replace(/<\/?u>|[\s.\-–]/g, '');
