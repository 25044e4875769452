import { reportLayoutFromPlan, layoutFromPlan } from '../../../src/core/report/layout-from-plan.js';
import { layoutProblems } from '../../../src/core/report/layout-schema.js';

const OWN = [
  { header: 'ตัวชี้วัด', field: 'indicator' },
  { header: 'มาตรการ/แนวทาง', field: 'title' },
  { header: 'วิธีการ', field: 'methods' },
  { header: 'ผู้รับผิดชอบ', field: 'responsible' },
  { header: 'เวลา', field: 'period' },
  { header: 'ผล', field: 'results' },
  { header: 'งบประมาณ', field: null },
  { header: 'วันเริ่มต้น', field: 'startsOn' },
] as const;

describe('a layout taken from an agency’s own table', () => {
  it('keeps its columns, their order and headers, without what a report does not show', () => {
    const layout = layoutFromPlan(OWN, 'indicator');
    expect(layout.columns.map(({ header }) => header)).toEqual([
      'ตัวชี้วัด',
      'มาตรการ/แนวทาง',
      'วิธีการ',
      'ผู้รับผิดชอบ',
      'เวลา',
      'ผล',
    ]);
    expect(layout.grouping).toBe('indicator');
    expect(layoutProblems(layout)).toEqual([]);
  });

  it('shows a column once, though two of the table hold the same', () => {
    const layout = layoutFromPlan([...OWN, { header: 'ผลอื่น', field: 'results' }], 'flat');
    expect(layout.columns.filter(({ key }) => key === 'results')).toHaveLength(1);
  });

  it('gives way to the preset when a plan has no place for results', () => {
    const plan = OWN.filter(({ field }) => field !== 'results');
    expect(reportLayoutFromPlan(plan, 'theme').columns.some(({ key }) => key === 'results')).toBe(true);
    expect(reportLayoutFromPlan(OWN, 'theme').columns.at(-1)?.header).toBe('ผล');
  });
});
