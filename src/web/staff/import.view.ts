import type {
  ImportedMeasureRow,
  ImportFinding as FindingOnPage,
} from '../../../templates/web/pages/staff/import-preview.page.js';
import { placeText } from '../../../templates/web/words/import-words.js';
import type { ImportedMeasure, ImportFinding } from '../../imports/imported-plan.js';

export const importedRow = ({ contentKey, content }: ImportedMeasure): ImportedMeasureRow => ({
  key: contentKey,
  title: content.title,
  theme: content.theme,
  methodCount: content.methods.length,
  period: content.period.text,
  responsible: content.responsible.text,
  hasResults: content.results.length > 0,
});

export const findingView = ({ severity, place, message, quote, suggestion }: ImportFinding): FindingOnPage => ({
  place: placeText(place),
  sentence: message.th,
  quote,
  ...(suggestion === undefined ? {} : { suggestion }),
  weight: severity,
});
