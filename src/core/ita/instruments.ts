import { INDICATORS } from './indicators.js';

export type InstrumentId = 'IIT' | 'EIT' | 'OIT';

export interface Instrument {
  readonly id: InstrumentId;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Share of the overall score; the three add up to 1. */
  readonly weight: number;
  /** Letter of its question or item codes. */
  readonly codeLetter: 'i' | 'e' | 'O';
}

/** Shares of the overall score, adding up to 1. */
export type InstrumentWeights = Readonly<Record<InstrumentId, number>>;

/** 30/30/40 (DOMAIN 1.1, one source and a cross-check). */
export const USUAL_WEIGHTS: InstrumentWeights = { IIT: 0.3, EIT: 0.3, OIT: 0.4 };

/** The instruments in their order. EIT is collected in two parts that count together. */
export const INSTRUMENTS: readonly Instrument[] = [
  {
    id: 'IIT',
    nameTh: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน',
    nameEn: 'Internal Integrity and Transparency Assessment',
    weight: USUAL_WEIGHTS.IIT,
    codeLetter: 'i',
  },
  {
    id: 'EIT',
    nameTh: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก',
    nameEn: 'External Integrity and Transparency Assessment',
    weight: USUAL_WEIGHTS.EIT,
    codeLetter: 'e',
  },
  {
    id: 'OIT',
    nameTh: 'แบบวัดการเปิดเผยข้อมูลสาธารณะ',
    nameEn: 'Open Data Integrity and Transparency Assessment',
    weight: USUAL_WEIGHTS.OIT,
    codeLetter: 'O',
  },
];

/** The four scores of a result: EIT counts in its two parts. */
export const SCORED_PARTS = [
  { part: 'iit', instrument: 'IIT' },
  { part: 'eit1', instrument: 'EIT' },
  { part: 'eit2', instrument: 'EIT' },
  { part: 'oit', instrument: 'OIT' },
] as const;
export type ScoredPart = (typeof SCORED_PARTS)[number]['part'];

/** Numbers of the indicators that an instrument asks about. */
export const indicatorsOf = (instrument: InstrumentId): number[] =>
  INDICATORS.filter((indicator) => indicator.instrument === instrument).map(({ number }) => number);

/** Plain mean of the indicators of an instrument; null unless every one is known. Scores by indicator number, 0 to 100. */
export function instrumentMean(instrument: InstrumentId, scores: ReadonlyMap<number, number>): number | null {
  const own = INDICATORS.filter((indicator) => indicator.instrument === instrument).map(({ number }) =>
    scores.get(number),
  );
  const known = own.filter((score) => score !== undefined);
  return known.length === own.length ? known.reduce((sum, score) => sum + score, 0) / own.length : null;
}

/** Weighted sum of the instrument means; null unless all ten indicator scores are known. */
export function overallFromIndicators(
  scores: ReadonlyMap<number, number>,
  weights: InstrumentWeights = USUAL_WEIGHTS,
): number | null {
  let overall = 0;
  for (const { id } of INSTRUMENTS) {
    const mean = instrumentMean(id, scores);
    if (mean === null) return null;
    overall += weights[id] * mean;
  }
  return overall;
}
