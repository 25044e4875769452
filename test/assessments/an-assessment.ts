import type { AssessmentGiven } from '../../src/core/ita/assessment.js';

/** A result of fiscal year 2568 with numbers that fit together. */
export const anAssessment = (overrides: Partial<AssessmentGiven> = {}): AssessmentGiven => ({
  fiscalYear: 2568,
  overall: 91.79,
  instruments: { iit: 92.3, eit1: 84.1, eit2: 91.2, oit: 94.5 },
  indicators: [93.1, 91.4, 92.75, 90.25, 94, 88.2, 84.5, 90.25, 95, 94],
  recommendations: [],
  ...overrides,
});
