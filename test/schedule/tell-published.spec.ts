import { tellPublished } from '../../src/schedule/tell-published.js';
import { ScheduleBench } from './schedule-bench.js';

let bench: ScheduleBench;
beforeAll(async () => (bench = await ScheduleBench.open()));
afterAll(() => bench.close());

it('a publication is told to whoever submitted last, once', async () => {
  const { organizationId, unitOfWork, database } = bench.agency;
  const itemId = '0190c0de-0000-7000-8000-000000000003';
  for (const [number, who] of [
    [1, 'officer'],
    [2, 'head-office'],
  ] as const) {
    await database.look(
      `insert into item_version (organization_id, id, item_kind, item_id, number, content, content_hash, frozen_by)
       values ($1, gen_random_uuid(), 'report', $2, $3, '{}', 'x', $4)`,
      [organizationId, itemId, number, bench.agency.personId(who)],
    );
  }
  for (let sight = 0; sight < 3; sight += 1) {
    await unitOfWork.inTenant(organizationId, (tx) =>
      tellPublished(tx, { organizationId, itemKind: 'report', itemId }),
    );
    await database.look(`update notice set created_at = created_at - interval '2 hours'`);
  }
  expect(await bench.told()).toEqual(['head-office published']);
});
