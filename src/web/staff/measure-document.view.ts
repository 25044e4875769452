import type { MeasureDocumentView } from '../../../templates/web/components/measure-document.js';
import { indicatorText } from '../../../templates/web/words/measure-words.js';
import type { MeasureContent } from '../../core/measure/measure.js';
import type { EvidenceView } from './evidence.view.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';

const WITH_RESULTS = new Set(['approved', 'results_review', 'completed']);

interface Shown {
  readonly content: MeasureContent;
  readonly fiscalYear: number;
  readonly state: string;
}

/** A measure as it will be read; its evidence with what is known of it where a page shows that. */
export const measureDocument = (
  { content, fiscalYear, state }: Shown,
  digits: DigitStyle,
  evidence: EvidenceView = { links: content.evidence, files: [] },
): MeasureDocumentView => ({
  title: content.title,
  theme: content.theme,
  fiscalYear: printedDigits(String(fiscalYear), digits),
  indicators: content.indicators.map(indicatorText),
  oCodes: content.oCodes,
  methods: content.methods,
  period: content.period.text,
  responsible: content.responsible.text,
  monitoring: content.monitoring,
  results: content.results,
  outcomes: content.outcomes,
  evidence: evidence.links,
  files: evidence.files,
  showsResults: WITH_RESULTS.has(state) || content.results.length > 0,
});
