import type { FigureView } from '../../../templates/web/components/figure-table.js';
import type { InterimView } from '../../../templates/web/components/interim-part.js';
import type { MeasureDocumentView } from '../../../templates/web/components/measure-document.js';
import { indicatorText } from '../../../templates/web/words/measure-words.js';
import type { Figure, InterimResults, Line, MeasureContent, ResultLine } from '../../core/measure/measure.js';
import { amountText, asOfText, doneOn, progressText } from '../../core/thai/result-words.js';
import type { EvidenceView } from './evidence.view.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';

const WITH_RESULTS = new Set(['approved', 'results_review', 'completed']);

interface Shown {
  readonly content: MeasureContent;
  readonly fiscalYear: number;
  readonly state: string;
  readonly interimEndorsed?: boolean;
}

/** A measure as it will be read; its evidence with what is known of it where a page shows that. */
export const measureDocument = (
  { content, fiscalYear, state, interimEndorsed = false }: Shown,
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
  results: shownLines(content.results, digits),
  outcomes: content.outcomes,
  figures: figureViews(content.figures, digits),
  ...(content.interim ? { interim: interimView(content.interim, interimEndorsed, digits) } : {}),
  evidence: evidence.links,
  files: evidence.files,
  showsResults: WITH_RESULTS.has(state) || content.results.length > 0,
});

const interimView = (
  { asOf, progress, ...interim }: InterimResults,
  isEndorsed: boolean,
  digits: DigitStyle,
): InterimView => ({
  isEndorsed,
  asOf: printedDigits(asOfText(asOf), digits),
  progress: progressText(progress),
  results: shownLines(interim.results, digits),
  outcomes: interim.outcomes,
  figures: figureViews(interim.figures, digits),
});

/** The words stay as written, the days are told in the agency's digits. */
const shownLines = (lines: readonly ResultLine[], digits: DigitStyle): Line[] =>
  lines.map((line) => {
    const days = doneOn(line);
    return { kind: line.kind, text: days === '' ? line.text : `${line.text} (${printedDigits(days, digits)})` };
  });

const figureViews = (figures: readonly Figure[] = [], digits: DigitStyle): FigureView[] =>
  figures.map(({ name, value, unit, target }) => ({
    name,
    reached: printedDigits(amountText(value, unit), digits),
    target: target === undefined ? '' : printedDigits(amountText(target, unit), digits),
  }));
