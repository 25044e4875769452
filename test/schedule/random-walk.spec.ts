import fc from 'fast-check';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { DomainError } from '../../src/core/errors.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { ScheduleBench } from './schedule-bench.js';

const DEEDS: readonly (readonly [who: string, deed: MeasureTransition, backToStep?: number])[] = [
  ['officer', 'submit'],
  ['officer', 'submit'],
  ['head-finance', 'sign_off'],
  ['head-finance', 'sign_off'],
  ['head-works', 'sign_off'],
  ['head-works', 'sign_off'],
  ['head-works', 'return'],
  ['executive', 'approve'],
  ['executive', 'return'],
  ['executive', 'return', 0],
  ['executive', 'return', 0],
  ['officer', 'recall'],
  ['officer', 'submit_results'],
  ['officer', 'submit_results'],
  ['head-finance', 'endorse'],
  ['head-works', 'endorse'],
  ['head-finance', 'return_results'],
];
/** Days on which the clock looks, in any order. */
const DAYS = ['2026-01-05', '2030-01-07', '2030-02-04', '2031-03-03'];

let bench: ScheduleBench;
beforeAll(async () => (bench = await ScheduleBench.open()));
afterAll(() => bench.close());

/** Rows that break a promise; none is right. */
const BROKEN: Readonly<Record<string, string>> = {
  'a notice doubled within the hour': `
    select 1 from notice a join notice b on b.person_id = a.person_id and b.kind = a.kind and b.item_id = a.item_id
      and b.id <> a.id and b.created_at >= a.created_at and b.created_at < a.created_at + interval '1 hour'`,
  'timed work of a signature that is over': `
    select 1 from timed_work t join asked_signature s on s.id = t.signature_id
    where s.ended_at is not null and t.fired_at is null and t.cancelled_at is null`,
  'a signature that is asked in another state': `
    select 1 from asked_signature s join measure m on m.id = s.item_id
    where s.ended_at is null and (s.round <> m.round or m.state not in ('division_review', 'executive_review', 'results_review'))`,
  'a signature nobody was told of': `
    select 1 from asked_signature s where s.ended_at is null
      and not exists (select from notice n where n.item_id = s.item_id and n.kind = 'waiting' and n.read_at is null)`,
  'a reminder that still waits to be read of an item that waits for nobody': `
    select 1 from notice n where n.kind in ('waiting', 'reminder') and n.read_at is null
      and not exists (select from asked_signature s where s.item_id = n.item_id and s.ended_at is null)`,
};

it('whatever people do, the clock asks for what is open and for nothing else', async () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`schedule walk seed ${seed}\n`);
  const step = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...DEEDS).map(([who, deed, backToStep]) => ({ who, deed, backToStep })) },
    { weight: 1, arbitrary: fc.constantFrom(...DAYS).map((day) => ({ day })) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      await bench.forget();
      const measure = await bench.submitted('กองช่าง');
      for (const each of steps) {
        if ('day' in each) await bench.fire(`${each.day}T01:30:00Z`);
        else await tryDeed(measure, each);
      }
      for (const [promise, sql] of Object.entries(BROKEN)) {
        expect([promise, await bench.agency.database.look(sql)]).toEqual([promise, []]);
      }
      expect(await bench.repair()).toBe(0);
    }),
    { seed, numRuns: 12 },
  );
}, 180_000);

interface TriedDeed {
  readonly who: string;
  readonly deed: MeasureTransition;
  readonly backToStep?: number | undefined;
}

/** A deed that is refused leaves everything as it was. */
async function tryDeed(measure: MeasureRow, { who, deed, backToStep }: TriedDeed): Promise<void> {
  await bench.act(measure, who, deed, 'ทดสอบ', backToStep ?? null).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}
