import { openItemKinds } from '../../src/app/item-kinds.js';
import { watchDeeds } from '../../src/approvals/deed-watch.js';
import { contentHash } from '../../src/approvals/content-hash.js';
import { appendAudit } from '../../src/audit/append-audit.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { findMeasure } from '../../src/measures/measures.queries.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { RaceCourse, SITUATIONS, type Race } from './race-course.js';
import { finishesOf, wrongIn } from './race-verdict.js';

const ROUNDS = 250;
/** Measures that are raced for at the same time, so that the pool is always asked for more than it has. */
const SIDE_BY_SIDE = 4;

let agency: TestAgency;
let course: RaceCourse;
beforeAll(async () => {
  openItemKinds();
  agency = await testAgency();
  course = new RaceCourse(agency);
});
afterAll(async () => {
  watchDeeds(async () => undefined);
  await agency.database.close();
});

describe.each(Object.keys(SITUATIONS) as (keyof typeof SITUATIONS)[])('%s', (situation) => {
  it(`each question has one winner and no work is lost, in ${ROUNDS} rounds of twenty at once`, async () => {
    const races: Race[] = [];
    const lane = async (): Promise<void> => {
      for (let left = ROUNDS / SIDE_BY_SIDE; left > 0; left -= 1) races.push(await course.run(situation));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
    const finishes = await finishesOf(
      agency.database,
      races.map(({ measureId }) => measureId),
    );
    const wrong = races.map((race) => {
      const finish = finishes.get(race.measureId);
      return finish ? wrongIn(race, finish) : ['the measure is gone'];
    });
    expect(wrong.filter((each) => each.length > 0)).toEqual([]);
    expect(wrong).toHaveLength(Math.ceil(ROUNDS / SIDE_BY_SIDE) * SIDE_BY_SIDE);
    expect(winnersOf(races).length).toBeGreaterThan(1);
  }, 600_000);
});

/** Which deeds came first: one winner in every round would be no race. */
const winnersOf = (races: readonly Race[]): string[] => [
  ...new Set(
    races.flatMap(({ attempts }) => attempts.filter(({ told }) => told === 'done').map(({ action }) => action)),
  ),
];

describe('the checks of a race', () => {
  it('find the lost work of a system that reads a version and does not compare it', async () => {
    const measure = await course.drafted(['กองคลัง']);
    const attempts = await Promise.all(
      Array.from({ length: 20 }, async (_unused, index) => {
        const word = `ฉบับ ${index}`;
        await carelessEdit(measure.id, word);
        return { action: 'edit_plan', seenVersion: measure.version, word, told: 'done' };
      }),
    );
    const finish = (await finishesOf(agency.database, [measure.id])).get(measure.id);
    expect(finish && wrongIn({ measureId: measure.id, startedAt: 1, attempts }, finish)).toEqual(
      expect.arrayContaining(['an edit that was told done is not there', 'two edits were kept from one version']),
    );
  });
});

/** As a program would that trusts what it read a moment ago. */
const carelessEdit = (id: string, title: string): Promise<void> =>
  agency.unitOfWork.inTenant(agency.organizationId, async (tx) => {
    const seen = (await findMeasure(tx, agency.organizationId, id)) as MeasureRow; // drafted above
    const content = { ...seen.content, title };
    await tx.query('update measure set content = $2, content_hash = $3, version = $4 where id = $1', [
      id,
      content,
      contentHash(content),
      seen.version + 1,
    ]);
    await appendAudit(tx, {
      action: 'edit_plan',
      itemKind: 'measure',
      itemId: id,
      fromState: 'draft',
      toState: 'draft',
      contentHashBefore: seen.contentHash,
      contentHashAfter: contentHash(content),
    });
  });
