import { tellPublished } from '../../src/schedule/tell-published.js';
import { ScheduleBench } from './schedule-bench.js';

let bench: ScheduleBench;
beforeAll(async () => (bench = await ScheduleBench.open()));
afterAll(() => bench.close());

it.each([
  ['whoever submitted last', 'head-office', null],
  ['whoever took over from the submitter', 'head-office', 'auditor'],
])('a publication is told to %s, once', async (_sentence, submitter, successor) => {
  const { organizationId, unitOfWork, database } = bench.agency;
  await bench.forget();
  const { id: itemId } = await bench.submitted();
  await database.look('update measure set submitted_by = $2, succeeded_by = $3 where id = $1', [
    itemId,
    bench.agency.personId(submitter),
    successor && bench.agency.personId(successor),
  ]);
  await database.look('truncate notice cascade');
  for (let sight = 0; sight < 3; sight += 1) {
    await unitOfWork.inTenant(organizationId, (tx) =>
      tellPublished(tx, { organizationId, itemKind: 'measure', itemId }),
    );
    await database.look(`update notice set created_at = created_at - interval '2 hours'`);
  }
  expect(await bench.told()).toEqual([`${successor ?? submitter} published`]);
});
