import { historyOf } from '../../src/audit/history.queries.js';
import { contentHash } from '../../src/approvals/content-hash.js';
import type { Figure, InterimResults, MeasureResults } from '../../src/core/measure/measure.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { amendMeasure } from '../../src/measures/amend-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { findMeasure } from '../../src/measures/measures.queries.js';
import { draftMeasure, recordInterim, recordResults } from '../../src/measures/save-measure.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsOn } from '../support/deeds.js';

let agency: TestAgency;
let approved: MeasureRow;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());
beforeEach(async () => {
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  const { id } = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2568, content }),
  );
  await approve(id);
  approved = await read(id);
});

const FIGURE: Figure = { name: 'ผู้เข้าร่วม', value: 45, unit: 'คน', target: 40 };
const INTERIM: InterimResults = {
  asOf: '2025-03-31',
  progress: 'in_progress',
  results: [{ kind: 'dash', text: 'เผยแพร่สองไตรมาส', on: '2025-01-10', until: '2025-01-12' }],
  outcomes: [],
};
const FINAL = {
  results: [{ kind: 'dash' as const, text: 'เผยแพร่สี่ไตรมาส', on: '2025-09-01' }],
  outcomes: [{ kind: 'dash' as const, text: 'ตรวจสอบได้' }],
  evidence: [],
};

async function act(userName: string, transition: MeasureTransition, itemId: string): Promise<void> {
  await actsOn(agency, userName, transition, await read(itemId), { reason: 'ขอแก้ไข' });
}

async function approve(id: string): Promise<void> {
  await act('officer', 'submit', id);
  await act('head-finance', 'sign_off', id);
  await act('executive', 'approve', id);
}

async function read(id: string): Promise<MeasureRow> {
  const found = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    findMeasure(tx, agency.organizationId, id),
  );
  if (!found) throw new Error('the measure is gone');
  return found;
}

const interim = (fields: InterimResults, seenVersion = approved.version, userName = 'officer'): Promise<MeasureRow> =>
  agency.as(userName, (tx, actor) =>
    recordInterim(tx, { organizationId: agency.organizationId, actor, measureId: approved.id, seenVersion, fields }),
  );
const final = (fields: Omit<MeasureResults, 'interim'>, seenVersion: number): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    recordResults(tx, { organizationId: agency.organizationId, actor, measureId: approved.id, seenVersion, fields }),
  );

describe('interim results', () => {
  it('are kept beside the final ones, neither changes the other', async () => {
    const { version } = await interim(INTERIM);
    await final({ ...FINAL, figures: [FIGURE] }, version);
    const { content, contentHash: hash } = await read(approved.id);
    expect(content).toEqual({ ...approved.content, ...FINAL, figures: [FIGURE], interim: INTERIM });
    expect(hash).toBe(contentHash(content));
  });

  it('stand in the history with the text before and after, by whom', async () => {
    const recorded = await interim(INTERIM);
    const history = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      historyOf(tx, agency.organizationId, 'measure', approved.id),
    );
    expect(history.at(-1)).toMatchObject({ action: 'record_interim', personId: agency.personId('officer') });
    const [event] = await agency.database.look<{ before: string; after: string }>(
      `select event ->> 'contentHashBefore' as before, event ->> 'contentHashAfter' as after from audit_event
       where event ->> 'action' = 'record_interim' and item_id = $1`,
      [approved.id],
    );
    expect(event).toEqual({ before: approved.contentHash, after: recorded.contentHash });
  });

  it('are recorded by officers, from the version they saw, while the measure is approved', async () => {
    await expect(interim(INTERIM, approved.version, 'head-finance')).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect(interim(INTERIM, approved.version - 1)).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
    await act('officer', 'submit_results', approved.id);
    const { version } = await read(approved.id);
    await expect(interim(INTERIM, version)).rejects.toMatchObject({ code: 'item.refused' });
  });

  it.each<[Partial<InterimResults>, object]>([
    [{ asOf: '2025-10-01' }, { code: 'measure.interim-outside-year', details: { field: 'interim.asOf' } }],
    [
      { results: [{ kind: 'dash', text: 'ก', on: '2025-02-30' }] },
      { code: 'measure.result-date-impossible', details: { field: 'interim.results.0.on', row: 1 } },
    ],
    [
      { figures: [{ ...FIGURE, unit: ' ' }] },
      { code: 'measure.figure-incomplete', details: { field: 'interim.figures.0.unit' } },
    ],
    [
      { outcomes: [{ kind: 'dash', text: 'ก\u202eข' }] },
      { code: 'input.control-character', details: { field: 'interim' } },
    ],
  ])('that cannot be kept are refused by field: %j', async (change, refusal) => {
    await expect(interim({ ...INTERIM, ...change })).rejects.toMatchObject(refusal);
    expect((await read(approved.id)).version).toBe(approved.version);
  });

  it('stay with the measure in force when an amendment of its plan is approved', async () => {
    const amendment = await agency.as('officer', (tx, actor) =>
      amendMeasure(tx, { organizationId: agency.organizationId, actor, measureId: approved.id }),
    );
    const { version } = await interim(INTERIM);
    await final({ ...FINAL, figures: [FIGURE] }, version);
    await approve(amendment.id);
    expect((await read(approved.id)).content).toMatchObject({ ...FINAL, figures: [FIGURE], interim: INTERIM });
  });
});

describe('the endorsement of interim results', () => {
  const events = async (): Promise<string[]> => {
    const history = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      historyOf(tx, agency.organizationId, 'measure', approved.id),
    );
    return history.map(({ action }) => action).slice(-4);
  };
  const refusedFor = (...problems: string[]): object => ({ code: 'item.refused', details: { problems } });

  it('is given by the divisions and leads back to the approved measure', async () => {
    await interim(INTERIM);
    await act('officer', 'submit_interim', approved.id);
    expect(await read(approved.id)).toMatchObject({ state: 'results_review', reviewing: 'interim' });
    await expect(act('head-finance', 'endorse', approved.id)).rejects.toMatchObject(
      refusedFor('lifecycle.wrong-state'),
    );
    await act('head-finance', 'endorse_interim', approved.id);
    const { state, reviewing, interimEndorsed, content } = await read(approved.id);
    expect([state, reviewing, interimEndorsed, content.interim]).toEqual(['approved', null, true, INTERIM]);
    expect(await events()).toEqual(['record_interim', 'submit_interim', 'endorse_interim', 'complete_interim']);
    const [decision] = await agency.database.look<object>(
      `select act, stage, round, person_id as "personId" from decision where item_id = $1 order by decided_at desc limit 1`,
      [approved.id],
    );
    const personId = agency.personId('head-finance');
    expect(decision).toEqual({ act: 'endorse_interim', stage: 'results', round: 2, personId });
    await expect(act('officer', 'submit_interim', approved.id)).rejects.toMatchObject(
      refusedFor('measure.interim-endorsed'),
    );
  });

  it('counts no more once they are changed, and outlives the recording of final results', async () => {
    await interim(INTERIM);
    await act('officer', 'submit_interim', approved.id);
    await act('head-finance', 'endorse_interim', approved.id);
    const again = await interim(INTERIM, (await read(approved.id)).version);
    const recorded = await final({ ...FINAL, figures: [FIGURE] }, again.version);
    expect((await read(approved.id)).interimEndorsed).toBe(true);
    const changed = await interim({ ...INTERIM, progress: 'done' }, recorded.version);
    expect((await read(approved.id)).interimEndorsed).toBe(false);
    await act('officer', 'submit_results', changed.id);
    await expect(act('head-finance', 'endorse_interim', approved.id)).rejects.toMatchObject(
      refusedFor('lifecycle.wrong-state'),
    );
    await act('head-finance', 'endorse', approved.id);
    expect((await read(approved.id)).state).toBe('completed');
  });

  it.each([
    ['returned', 'head-finance', 'return_results'],
    ['taken back', 'officer', 'recall_results'],
  ] as const)('is open again when they are %s', async (_how, userName, transition) => {
    await interim(INTERIM);
    await act('officer', 'submit_interim', approved.id);
    await act(userName, transition, approved.id);
    const { state, reviewing, interimEndorsed } = await read(approved.id);
    expect([state, reviewing, interimEndorsed]).toEqual(['approved', null, false]);
  });

  it('needs interim results', async () => {
    await expect(act('officer', 'submit_interim', approved.id)).rejects.toMatchObject(
      refusedFor('measure.interim-missing'),
    );
  });
});

describe('figures of final results', () => {
  it('stay where they are left out, and go when none is left', async () => {
    const first = await final({ ...FINAL, figures: [FIGURE] }, approved.version);
    const second = await final(FINAL, first.version);
    expect(second.content.figures).toEqual([FIGURE]);
    const third = await final({ ...FINAL, figures: [] }, second.version);
    expect(third.content).not.toHaveProperty('figures');
  });

  it('change nothing in the hash of a text that has none', async () => {
    const { results, outcomes, evidence } = approved.content;
    const same = await final({ results, outcomes, evidence, figures: [] }, approved.version);
    expect(same.contentHash).toBe(approved.contentHash);
  });
});
