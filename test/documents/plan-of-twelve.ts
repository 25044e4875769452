import type { MeasureContent } from '../../src/core/measure/measure.js';
import { completeMeasure } from '../../templates/documents/measure-input.js';
import { implementationReportExample } from '../../templates/documents/implementation-report.example.js';

/** Twelve plainly fictional measures in two themes, over all ten indicators; monitoring is said once for each half. */
export const planOfTwelve: readonly MeasureContent[] = Array.from({ length: 12 }, (_, index) => {
  const [first, ...others] = implementationReportExample.rows;
  const given = [first, ...others][index % 4];
  if (!given) throw new Error('the example has four measures');
  const measure = completeMeasure(given);
  return {
    ...measure,
    title: `${measure.title} ครั้งที่ ${index + 1}`,
    indicators: [(index % 10) + 1],
    results: measure.results.map((line) => ({ ...line, text: `${line.text} ในหมู่ที่ ${index + 1}` })),
    monitoring:
      index % 6 === 0 ? [{ kind: 'plain', text: `รายงานความก้าวหน้าและสรุปผล ณ วันที่ 31 มีนาคม ${2568 + index}` }] : [],
  };
});
