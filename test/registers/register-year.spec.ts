import fc from 'fast-check';
import { addDays } from '../../src/core/time/calendar-days.js';
import {
  kindOn,
  registerYear,
  spanOf,
  startOfChange,
  yearOn,
  YEAR_KINDS,
  type YearsDecision,
} from '../../src/registers/register-year.js';

describe('the year of a register', () => {
  it.each([
    ['fiscal', '2024-09-30', 2567],
    ['fiscal', '2024-10-01', 2568],
    ['calendar', '2024-12-31', 2567],
    ['calendar', '2025-01-01', 2568],
  ] as const)('of kind %s on %s is %i', (yearKind, day, year) => {
    expect(registerYear(yearKind, day)).toBe(year);
  });

  it('spans a calendar year until somebody decides otherwise', () => {
    expect(spanOf([], 2568)).toEqual({ startsOn: '2025-01-01', endsOn: '2025-12-31' });
  });
});

describe('a change of the kind', () => {
  const change = (today: string, decisions: readonly YearsDecision[], isRunningYearEmpty = false) => {
    const yearKind = kindOn(decisions, today) === 'fiscal' ? 'calendar' : 'fiscal';
    const decision = { yearKind, startsOn: startOfChange(decisions, yearKind, { today, isRunningYearEmpty }) } as const;
    return [...decisions, decision];
  };
  const fiscal = [{ yearKind: 'fiscal', startsOn: '2024-10-01' }] as const;

  it.each([
    ['in spring ends the calendar year in September', '2025-04-01', [], 2568, '2025-01-01', '2025-09-30'],
    ['in autumn leaves the calendar year whole', '2025-11-01', [], 2568, '2025-01-01', '2025-12-31'],
    ['in autumn shortens the year after', '2025-11-01', [], 2569, '2026-01-01', '2026-09-30'],
    ['in spring lengthens the fiscal year to December', '2025-04-01', fiscal, 2568, '2024-10-01', '2025-12-31'],
    ['in autumn lengthens the fiscal year that has begun', '2025-11-01', fiscal, 2569, '2025-10-01', '2026-12-31'],
  ] as const)('%s', (_name, today, decisions, year, startsOn, endsOn) => {
    expect(spanOf(change(today, decisions), year)).toEqual({ startsOn, endsOn });
  });

  it('while the running year has no number counts from its first day', () => {
    expect(spanOf(change('2025-11-01', [], true), 2569)).toEqual({ startsOn: '2025-10-01', endsOn: '2026-09-30' });
    expect(spanOf(change('2025-11-01', fiscal, true), 2568)).toEqual({ startsOn: '2024-10-01', endsOn: '2025-12-31' });
  });
});

type Step = { readonly days: number; readonly deed: 'draw' | 'change' };

const steps = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 120 }), deed: fc.constantFrom('draw' as const, 'change' as const) }),
  { maxLength: 40 },
);

/** A register without a database: every number in the order in which it was drawn. */
function kept(walk: readonly Step[]): { readonly drawn: number[]; readonly decisions: readonly YearsDecision[] } {
  let today = '2025-01-01';
  let decisions: readonly YearsDecision[] = [];
  const drawn: number[] = [];
  for (const { days, deed } of walk) {
    today = addDays(today, days);
    const running = yearOn(decisions, today);
    if (deed === 'draw') drawn.push(running);
    else {
      const wanted = YEAR_KINDS.find((kind) => kind !== (decisions.at(-1)?.yearKind ?? 'calendar')) ?? 'calendar';
      const startsOn = startOfChange(decisions, wanted, { today, isRunningYearEmpty: !drawn.includes(running) });
      decisions = [...decisions, { yearKind: wanted, startsOn }];
    }
  }
  return { drawn, decisions };
}

it('years follow each other without a step back or a leap, whenever and however often an agency changes its mind', () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`register walk seed ${seed}\n`);
  fc.assert(
    fc.property(steps, (walk) => {
      const { drawn, decisions } = kept(walk);
      expect(drawn).toEqual(drawn.toSorted((one, other) => one - other));
      const spans = Array.from({ length: 16 }, (_none, index) => spanOf(decisions, 2567 + index));
      spans.slice(1).forEach(({ startsOn }, index) => expect(startsOn).toBe(addDays(spans[index]?.endsOn ?? '', 1)));
    }),
    { seed, numRuns: 1_000 },
  );
});
