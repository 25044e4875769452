import type { MeasureContent } from '../../../src/core/measure/measure.js';

/** A measure with everything empty but its title. */
export const aMeasure = (overrides: Partial<MeasureContent> = {}): MeasureContent => ({
  title: 'มาตรการตัวอย่าง',
  theme: null,
  indicators: [],
  oCodes: [],
  methods: [],
  period: { startsOn: null, endsOn: null, text: '' },
  responsible: { everyDivision: false, divisionIds: [], text: '' },
  monitoring: [],
  results: [],
  outcomes: [],
  evidence: [],
  ...overrides,
});
