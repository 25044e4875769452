import type { InterimResults } from '../../../src/core/measure/measure.js';
import { datingWarnings, interimGaps, type MeasureSeen } from '../../../src/core/report/gaps.js';
import type { ProgressState } from '../../../src/core/report/progress.js';
import { aMeasure } from './measure-builder.js';

const RESULTS = [{ kind: 'dash' as const, text: 'ประชุมแล้ว' }];
const INTERIM: InterimResults = { asOf: '2025-03-31', progress: 'in_progress', results: RESULTS, outcomes: [] };

const seen = (overrides: Parameters<typeof aMeasure>[0]): MeasureSeen => ({
  ...{ id: 'm1', state: 'approved', contentHash: 'x', fiscalYear: 2568, title: 'มาตรการ' },
  content: aMeasure(overrides),
});

describe('what a measure lacks in the report on six months', () => {
  const EMPTY = { ...INTERIM, results: [] };
  const OPEN = ['measure.interim-not-endorsed'];
  it.each<[string, Parameters<typeof aMeasure>[0], ProgressState, boolean, string[], string[]]>([
    ['interim results', { interim: INTERIM }, 'in_progress', false, [], OPEN],
    ['interim results without a result', { interim: EMPTY }, 'in_progress', false, ['measure.results-missing'], OPEN],
    ['interim results without a result, begun later', { interim: EMPTY }, 'not_started', false, [], OPEN],
    ['nothing', {}, 'not_started', false, ['measure.interim-missing'], []],
    ['nothing, and the officer says so', {}, 'not_started', true, [], []],
    ['nothing, though the officer says it is done', {}, 'done', true, ['measure.interim-missing'], []],
    ['final results', { results: RESULTS }, 'in_progress', false, [], ['measure.interim-missing']],
    [
      'final results beside empty interim ones',
      { results: RESULTS, interim: EMPTY },
      'done',
      true,
      ['measure.results-missing'],
      OPEN,
    ],
  ])('%s', (_what, content, state, isGiven, gaps, warnings) => {
    const found = interimGaps(seen(content), { state, isGiven });
    expect([found.gaps.map(({ code }) => code), found.warnings.map(({ code }) => code)]).toEqual([gaps, warnings]);
  });
});

it('says nothing more of interim results that the divisions endorsed', () => {
  const measure = { ...seen({ interim: INTERIM }), interimEndorsed: true };
  expect(interimGaps(measure, { state: 'in_progress', isGiven: false })).toEqual({ gaps: [], warnings: [] });
});

describe('a result without evidence', () => {
  it.each([
    [[{ ...RESULTS[0], kind: 'dash' as const, text: 'ประชุมแล้ว' }], ['report.result-undated']],
    [[{ kind: 'dash' as const, text: 'ประชุมแล้ว เมื่อ ๑๐ ก.พ. ๒๕๖๘' }], []],
    [[{ kind: 'dash' as const, text: 'ประชุมแล้ว', on: '2025-02-10' }], []],
    [[], []],
  ])('wants a day, in words or of its own: %j', (results, codes) => {
    expect(datingWarnings(seen({ results })).map(({ code }) => code)).toEqual(codes);
  });
});
