import type { DomainError } from '../../src/core/errors.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { compareMeasures } from '../../src/core/measure/compare-measures.js';
import { amendMeasure } from '../../src/measures/amend-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { findMeasure, listMeasures, measuresOfYear } from '../../src/measures/measures.queries.js';
import { draftMeasure, editPlan, recordResults } from '../../src/measures/save-measure.js';
import { appoint } from '../../src/organizations/appoint.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsOn } from '../support/deeds.js';

let agency: TestAgency;
let approved: MeasureRow;
beforeEach(async () => {
  agency = await testAgency();
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  const draft = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2568, content }),
  );
  await approve(draft);
  approved = await read(draft.id);
});
afterEach(() => agency.database.close());

const act = (
  userName: string,
  transition: MeasureTransition,
  measure: MeasureRow,
  reason: string | null = null,
): Promise<MeasureRow> => actsOn(agency, userName, transition, measure, { reason });

async function approve(measure: MeasureRow): Promise<void> {
  await act('officer', 'submit', measure);
  await act('head-finance', 'sign_off', measure);
  await act('executive', 'approve', measure);
}

async function read(id: string): Promise<MeasureRow> {
  const found = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    findMeasure(tx, agency.organizationId, id),
  );
  if (!found) throw new Error('the measure is gone');
  return found;
}

const amend = (): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    amendMeasure(tx, { organizationId: agency.organizationId, actor, measureId: approved.id }),
  );

const changed = async (amendment: MeasureRow): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    editPlan(tx, {
      organizationId: agency.organizationId,
      actor,
      measureId: amendment.id,
      seenVersion: amendment.version,
      fields: { ...amendment.content, methods: [{ kind: 'dash', text: 'เผยแพร่ทุกเดือน' }] },
    }),
  );

it('the approved version stays in force until the amendment is approved, then the amendment is', async () => {
  const amendment = await changed(await amend());
  await act('officer', 'submit', amendment);
  await act('head-finance', 'sign_off', amendment);
  expect((await read(approved.id)).content.methods).toEqual(approved.content.methods);

  await act('executive', 'approve', amendment);
  const after = await read(approved.id);
  expect(after.state).toBe('approved');
  expect(after.content.methods).toEqual([{ kind: 'dash', text: 'เผยแพร่ทุกเดือน' }]);
  expect(after.content.results).toEqual(approved.content.results);
});

it("an amendment that took effect is over: its results and its cancellation are the measure's", async () => {
  const amendment = await changed(await amend());
  await approve(amendment);
  const spent = await read(amendment.id);
  const problemsOf = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => 'done',
      (error: DomainError) => error.details.problems,
    );
  expect(await problemsOf(act('officer', 'submit_results', spent))).toEqual(['lifecycle.wrong-state']);
  expect(await problemsOf(act('executive', 'cancel', spent))).toEqual([
    'lifecycle.wrong-state',
    'lifecycle.reason-missing',
  ]);
  const { id: measureId, version: seenVersion, content: fields } = spent;
  const { organizationId } = agency;
  const recorded = agency.as('officer', (tx, actor) =>
    recordResults(tx, { organizationId, actor, measureId, seenVersion, fields }),
  );
  expect(await problemsOf(recorded)).toEqual(['lifecycle.wrong-state']);
});

it('every text that was ever in force stays as a version', async () => {
  await approve(await changed(await amend()));
  const versions = await agency.database.look<{ hash: string }>(
    'select content_hash as hash from item_version where item_id = $1 order by number',
    [approved.id],
  );
  expect(versions.map(({ hash }) => hash)).toEqual([approved.contentHash, (await read(approved.id)).contentHash]);
});

it('a report and the list count the measure once', async () => {
  await approve(await changed(await amend()));
  await agency.unitOfWork.inTenant(agency.organizationId, async (tx) => {
    expect(await measuresOfYear(tx, agency.organizationId, 2568)).toHaveLength(1);
    expect((await listMeasures(tx, agency.organizationId, {}, { page: 1, size: 20 })).total).toBe(1);
  });
});

it('a second amendment waits for the first', async () => {
  await amend();
  await expect(amend()).rejects.toMatchObject({ code: 'amendment.exists' });
});

it('an amendment of a measure that was cancelled meanwhile cannot be approved', async () => {
  const amendment = await changed(await amend());
  await act('officer', 'submit', amendment);
  await act('head-finance', 'sign_off', amendment);
  await act('executive', 'cancel', approved, 'งบประมาณไม่พอ');
  const refusal = await act('executive', 'approve', amendment).then(
    () => null,
    (error: DomainError) => error.details,
  );
  expect(refusal).toMatchObject({ problems: ['amendment.base-moved'] });
  expect((await read(amendment.id)).state).toBe('executive_review');

  await act('executive', 'return', amendment, 'มาตรการเดิมยกเลิกแล้ว');
  expect(await act('officer', 'drop_amendment', amendment)).toMatchObject({ state: 'cancelled' });
});

it('results wait until the amendment is decided or given up', async () => {
  const amendment = await changed(await amend());
  const refused = { details: { problems: ['amendment.open'] } };
  await expect(act('officer', 'submit_results', approved)).rejects.toMatchObject(refused);
  await act('officer', 'submit', amendment);
  await expect(act('officer', 'submit_results', approved)).rejects.toMatchObject(refused);

  await act('head-finance', 'return', amendment, 'ไม่ต้องแก้ไข');
  await act('officer', 'drop_amendment', amendment);
  expect(await act('officer', 'submit_results', approved)).toMatchObject({ state: 'results_review' });
});

it('only the author gives an amendment up, once, and another may begin', async () => {
  const amendment = await amend();
  const { organizationId } = agency;
  const [post] = await agency.database.look<{ id: string }>(`select id from post where kind = 'officer'`);
  await agency.unitOfWork.inTenant(organizationId, (tx) =>
    appoint(tx, {
      organizationId,
      personId: agency.personId('auditor'),
      postId: post?.id ?? '',
      startsOn: '2024-10-01',
      endsOn: null,
      recordedBy: agency.personId('admin'),
    }),
  );
  await expect(act('auditor', 'drop_amendment', amendment)).rejects.toMatchObject({
    details: { problems: ['amendment.not-own'] },
  });
  await act('officer', 'drop_amendment', amendment);
  await expect(act('officer', 'drop_amendment', amendment)).rejects.toMatchObject({
    details: { problems: ['lifecycle.wrong-state'] },
  });
  await expect(act('officer', 'drop_amendment', approved)).rejects.toMatchObject({
    details: { problems: ['lifecycle.wrong-state'] },
  });
  expect((await amend()).state).toBe('draft');
});

it('the comparison names exactly what differs', async () => {
  const amendment = await changed(await amend());
  expect(compareMeasures(approved.content, amendment.content)).toEqual([
    { field: 'methods', before: ['จัดทำสรุปแผนการใช้จ่าย'], after: ['เผยแพร่ทุกเดือน'] },
  ]);
  expect(compareMeasures(approved.content, approved.content)).toEqual([]);
});
