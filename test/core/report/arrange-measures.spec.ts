import { arrangeMeasures } from '../../../src/core/report/arrange-measures.js';
import { indicatorLayout, numberedListLayout, themedLayout } from '../../../src/core/report/layout-presets.js';
import { aMeasure } from './measure-builder.js';

describe('the order of measures in a report', () => {
  it('is as given and counted from one in a flat table', () => {
    const [group] = arrangeMeasures(numberedListLayout, [aMeasure({ title: 'ก' }), aMeasure({ title: 'ข' })]);
    expect(group?.heading).toBeNull();
    expect(group?.measures.map(({ number, measure }) => [number, measure.title])).toEqual([
      ['1', 'ก'],
      ['2', 'ข'],
    ]);
  });

  it('puts measures under their themes, which come in the order of their first measure', () => {
    const groups = arrangeMeasures(themedLayout, [
      aMeasure({ title: 'ก', theme: 'ภายใน' }),
      aMeasure({ title: 'ข', theme: 'ภายนอก' }),
      aMeasure({ title: 'ค', theme: 'ภายใน' }),
    ]);
    expect(
      groups.map(({ heading, measures }) => [heading, measures.map(({ number, measure }) => number + measure.title)]),
    ).toEqual([
      ['1. ภายใน', ['1.1ก', '1.2ค']],
      ['2. ภายนอก', ['2.1ข']],
    ]);
  });

  it('shows measures without a theme as a group without heading', () => {
    const groups = arrangeMeasures(themedLayout, [aMeasure({ theme: 'ภายใน' }), aMeasure({ title: 'ลอย' })]);
    expect(groups.map(({ heading }) => heading)).toEqual(['1. ภายใน', null]);
  });

  it('follows the first ITA indicator, those of none last, and loses nothing', () => {
    const [group] = arrangeMeasures(indicatorLayout, [
      aMeasure({ title: 'ไม่มี' }),
      aMeasure({ title: 'สิบ', indicators: [10] }),
      aMeasure({ title: 'สอง', indicators: [9, 2] }),
    ]);
    expect(group?.measures.map(({ measure, indicator }) => [measure.title, indicator])).toEqual([
      ['สอง', 2],
      ['สิบ', 10],
      ['ไม่มี', null],
    ]);
  });
});
