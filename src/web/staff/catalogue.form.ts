import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import {
  O_CODE_NEEDED,
  TITLE_NEEDED,
  TITLE_TOO_LONG,
  WEIGHT_WRONG,
} from '../../../templates/web/words/catalogue-words.js';
import { DomainError } from '../../core/errors.js';
import {
  CATALOGUE_KINDS,
  type CatalogueChange,
  type CatalogueItem,
  type CatalogueKind,
} from '../../core/ita/catalogue.js';
import { arabicDigits } from '../../core/thai/digits.js';
import { Text, Ticked } from './form-reading.js';

const LONGEST_TITLE = 500;

export class LineForm {
  @Text() code = '';
  @Text() title = '';
  @Ticked() verified: string[] = [];
  @Text() idempotencyKey = '';
}

export class WeightsForm {
  @Text() IIT = '';
  @Text() EIT = '';
  @Text() OIT = '';
  @Text() idempotencyKey = '';
}

/** @throws DomainError request.not-found */
export function knownKind(kind: string): CatalogueKind {
  const known = CATALOGUE_KINDS.find((each) => each === kind);
  if (!known) throw new DomainError('request.not-found');
  return known;
}

/** What a line's form lacks. @param isNew its code was typed */
export function lineProblems({ code, title }: LineForm, isNew: boolean): FieldProblem[] {
  return [
    ...(isNew && !/^O[1-9][0-9]?$/.test(codeOf(code)) ? [{ field: 'code', sentence: O_CODE_NEEDED }] : []),
    ...(title === '' ? [{ field: 'title', sentence: TITLE_NEEDED }] : []),
    ...(title.length > LONGEST_TITLE ? [{ field: 'title', sentence: TITLE_TOO_LONG }] : []),
  ];
}

/** "o๒๗" is O27. */
export const codeOf = (typed: string): string => arabicDigits(typed).toUpperCase().replace(/\s/g, '');

/** The weights as changes of the instruments, or the fields that hold no percentage. */
export function weightChanges(
  form: WeightsForm,
  instruments: readonly CatalogueItem[],
): { changes: CatalogueChange[]; problems: FieldProblem[] } {
  const read = instruments.map((item) => ({ item, percent: percentOf(form, item.code) }));
  return {
    changes: read.map(({ item, percent }) => changeOf({ ...item, weight: percent === null ? null : percent / 100 })),
    problems: read.flatMap(({ item, percent }) =>
      percent === null ? [{ field: item.code, sentence: WEIGHT_WRONG }] : [],
    ),
  };
}

export const changeOf = ({ kind, code, title, weight, verified }: Omit<CatalogueItem, 'isOwn'>): CatalogueChange => ({
  ...{ kind, code, title, weight, verified },
  isRemoved: false,
});

function percentOf(form: WeightsForm, code: string): number | null {
  const typed = code === 'IIT' || code === 'EIT' || code === 'OIT' ? form[code] : '';
  const value = Number(arabicDigits(typed).replace('%', ''));
  return typed !== '' && Number.isFinite(value) && value >= 0 && value <= 100 ? value : null;
}
