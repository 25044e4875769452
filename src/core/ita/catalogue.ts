import { numberInYear } from './crosswalk.js';
import { INDICATORS } from './indicators.js';
import { INSTRUMENTS, USUAL_WEIGHTS, type InstrumentWeights } from './instruments.js';
import { formatOCode, oCodesOf } from './o-codes.js';

export const CATALOGUE_KINDS = ['o-code', 'indicator', 'instrument'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** One line of a year's catalogue. */
export interface CatalogueItem {
  readonly kind: CatalogueKind;
  /** "O27", "8", "EIT" */
  readonly code: string;
  /** Null when the title of this code is not known. */
  readonly title: string | null;
  /** Share of the overall score, 0 to 1; null for what has none. */
  readonly weight: number | null;
  /** False: the source is uncertain (DOMAIN marks it unverified); an agency may correct it. */
  readonly verified: boolean;
  /** The organization wrote it itself. */
  readonly isOwn: boolean;
}

/** A line as an organization changed it; `isRemoved` takes a built-in line out. */
export type CatalogueChange = Omit<CatalogueItem, 'isOwn'> & { readonly isRemoved: boolean };

/** Codes mean something only together with their year. */
export interface YearCatalogue {
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly items: readonly CatalogueItem[];
}

/** What the product knows of a year (DOMAIN 1.1, 1.3); without O-codes for a year that is not known. */
export function builtInCatalogue(fiscalYear: number): YearCatalogue {
  const known = { weight: null, verified: true, isOwn: false };
  return {
    fiscalYear,
    items: [
      ...INSTRUMENTS.map(({ id, nameTh, weight }): CatalogueItem => ({
        ...known,
        kind: 'instrument',
        code: id,
        title: nameTh,
        weight,
      })),
      ...INDICATORS.map(({ number, name }): CatalogueItem => ({
        ...known,
        kind: 'indicator',
        code: String(number),
        title: name,
      })),
      ...(oCodesOf(fiscalYear) ?? []).map(({ number, title, verified }): CatalogueItem => ({
        ...known,
        kind: 'o-code',
        code: formatOCode(number),
        title,
        verified,
      })),
    ],
  };
}

/** The catalogue with an organization's changes on top, in the order of kinds and numbers. */
export function changedCatalogue(catalogue: YearCatalogue, changes: readonly CatalogueChange[]): YearCatalogue {
  const isChanged = (item: CatalogueItem): boolean => changes.some((change) => keyOf(change) === keyOf(item));
  const own = changes
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ kind, code, title, weight, verified }): CatalogueItem => ({
      kind,
      code,
      title,
      weight,
      verified,
      isOwn: true,
    }));
  const items = [...catalogue.items.filter((item) => !isChanged(item)), ...own];
  return { ...catalogue, items: items.sort(byKindAndNumber) };
}

/** The items of one kind, in the order of the catalogue. */
export const itemsOf = ({ items }: YearCatalogue, kind: CatalogueKind): CatalogueItem[] =>
  items.filter((item) => item.kind === kind);

/** What each instrument counts in this year. */
export function weightsOf(catalogue: YearCatalogue): InstrumentWeights {
  const own = itemsOf(catalogue, 'instrument').map(({ code, weight }) => [code, weight ?? 0] as const);
  return { ...USUAL_WEIGHTS, ...Object.fromEntries(own) };
}

/** The code of the same item in another year's list, by its title or by what is known of the years; null when unknown. */
export function sameItem(code: string, from: YearCatalogue, to: YearCatalogue): string | null {
  const listed = itemsOf(to, 'o-code');
  const title = itemsOf(from, 'o-code').find((item) => item.code === code)?.title ?? null;
  const titled = listed.find((item) => title !== null && item.title !== null && tight(item.title) === tight(title));
  if (titled) return titled.code;
  const number = numberInYear(numberOf(code), from.fiscalYear, to.fiscalYear);
  return listed.find((item) => number !== null && item.code === formatOCode(number))?.code ?? null;
}

const tight = (title: string): string => title.replace(/[\sฯ.]/g, '').toLowerCase();
const keyOf = ({ kind, code }: Pick<CatalogueItem, 'kind' | 'code'>): string => `${kind}/${code}`;
const numberOf = (code: string): number => Number(code.replace(/\D/g, ''));

/** Instruments have no numbers; they keep the order they are counted in. */
function byKindAndNumber(one: CatalogueItem, other: CatalogueItem): number {
  const kinds = CATALOGUE_KINDS.indexOf(other.kind) - CATALOGUE_KINDS.indexOf(one.kind);
  if (kinds !== 0) return kinds;
  return one.kind === 'instrument' ? place(one.code) - place(other.code) : numberOf(one.code) - numberOf(other.code);
}

const place = (id: string): number => INSTRUMENTS.findIndex((instrument) => instrument.id === id);
