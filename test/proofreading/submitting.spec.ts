import type { MeasureContent } from '../../src/core/measure/measure.js';
import { historyOf } from '../../src/audit/history.queries.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { findMeasure } from '../../src/measures/measures.queries.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { actChecked } from '../../src/proofreading/act-checked.js';
import { clearPersonalData } from '../../src/proofreading/clear-personal-data.js';
import { findingsOfMeasure, type ItemFinding } from '../../src/proofreading/item-findings.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

const ANOTHER_AGENCY = 'จัดทำประกาศขององค์การบริหารส่วนตำบลหนองสมมติ';
const IDENTITY_NUMBER = '1101700230708';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const method = (text: string): Partial<MeasureContent> => ({ methods: [{ kind: 'numbered', text }] });

const drafted = (overrides: Partial<MeasureContent> = {}): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    draftMeasure(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: 2568,
      content: aMeasure([agency.divisions.get('กองคลัง') ?? ''], { results: [], outcomes: [], ...overrides }),
    }),
  );

const submitted = (measure: MeasureRow, overrideReason: string | null = null): Promise<MeasureRow> =>
  agency.as('officer', (tx, actor) =>
    actChecked(tx, measureKind, findingsOfMeasure, {
      organizationId: agency.organizationId,
      itemId: measure.id,
      transition: 'submit',
      actor,
      seenVersion: measure.version,
      shownHash: null,
      overrideReason,
    }),
  );

const findingsNow = (measure: MeasureRow): Promise<ItemFinding[]> =>
  agency.as('officer', (tx) => findingsOfMeasure(tx, agency.organizationId, measure));

const stateNow = async ({ id }: MeasureRow): Promise<string | undefined> =>
  (await agency.as('officer', (tx) => findMeasure(tx, agency.organizationId, id)))?.state;

describe('a submission', () => {
  it('passes when the proof-reader finds no error', async () => {
    expect((await submitted(await drafted())).state).toBe('division_review');
  });

  it('is refused with the number and the first quotes of the errors, and leaves the draft as it was', async () => {
    const draft = await drafted(method(ANOTHER_AGENCY));
    await expect(submitted(draft)).rejects.toMatchObject({
      code: 'proofreading.errors-found',
      details: { count: 1, quotes: [expect.stringContaining('หนองสมมติ')] },
    });
    expect(await stateNow(draft)).toBe('draft');
  });

  it('is refused by its own rules first', async () => {
    const draft = await drafted(method(ANOTHER_AGENCY));
    await expect(submitted({ ...draft, version: draft.version + 1 })).rejects.toMatchObject({
      code: 'item.changed-meanwhile',
    });
  });

  it('is not overridden by an empty reason', async () => {
    const draft = await drafted(method(ANOTHER_AGENCY));
    await expect(submitted(draft, '  ')).rejects.toMatchObject({ code: 'proofreading.errors-found' });
  });

  it('goes through with a reason, which the history keeps beside who gave it', async () => {
    const moved = await submitted(await drafted(method(ANOTHER_AGENCY)), 'เป็นโครงการร่วมกับหน่วยงานนั้น');
    expect(moved.state).toBe('division_review');
    const history = await agency.as('officer', (tx) => historyOf(tx, agency.organizationId, 'measure', moved.id));
    expect(history.at(-1)).toMatchObject({
      action: 'proofreading.override',
      reason: 'เป็นโครงการร่วมกับหน่วยงานนั้น',
      person: expect.any(String),
    });
  });

  it('records no override when there was nothing to override', async () => {
    const moved = await submitted(await drafted(), 'เผื่อไว้');
    const history = await agency.as('officer', (tx) => historyOf(tx, agency.organizationId, 'measure', moved.id));
    expect(history.map(({ action }) => action)).not.toContain('proofreading.override');
  });
});

describe('personal data', () => {
  const clear = (measure: MeasureRow, findings: readonly ItemFinding[], findingKey: string, reason = 'เจ้าของยินยอม') =>
    agency.as('officer', (tx, actor) =>
      clearPersonalData(tx, {
        organizationId: agency.organizationId,
        actor,
        itemKind: 'measure',
        item: measure,
        findings,
        findingKey,
        reason,
      }),
    );
  const PLACES = method(`ติดต่อ 081-234-5678 เลขประจำตัว ${IDENTITY_NUMBER}`);

  it('stops a submission whatever the reason, and is not quoted by the refusal', async () => {
    const refusal = await submitted(await drafted(PLACES), 'มีเหตุผล').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'proofreading.personal-data', details: { count: 2 } });
    expect(JSON.stringify(refusal)).not.toContain(IDENTITY_NUMBER);
  });

  it('stops it until each place is cleared', async () => {
    const draft = await drafted(PLACES);
    const findings = await findingsNow(draft);
    const [first, second] = findings.filter(({ rule }) => rule === 'personal.data');
    await clear(draft, findings, first?.key ?? '');
    await expect(submitted(draft)).rejects.toMatchObject({ details: { count: 1 } });
    await clear(draft, findings, second?.key ?? '');
    expect((await findingsNow(draft)).map(({ clearance }) => clearance?.reason).filter(Boolean)).toHaveLength(2);
    expect((await submitted(draft)).state).toBe('division_review');
  });

  it('keeps the reason of each clearance in the history', async () => {
    const draft = await drafted(PLACES);
    const findings = await findingsNow(draft);
    const [first] = findings.filter(({ rule }) => rule === 'personal.data');
    for (let press = 0; press < 2; press += 1) await clear(draft, findings, first?.key ?? '', 'เป็นเบอร์ของสำนักงาน');
    const history = await agency.as('officer', (tx) => historyOf(tx, agency.organizationId, 'measure', draft.id));
    expect(history.filter(({ action }) => action === 'personal-data.clear')).toMatchObject([
      { reason: 'เป็นเบอร์ของสำนักงาน', person: expect.any(String) },
    ]);
  });

  it('is asked about again when the text changed', async () => {
    const draft = await drafted(PLACES);
    const findings = await findingsNow(draft);
    for (const { key } of findings.filter(({ rule }) => rule === 'personal.data')) await clear(draft, findings, key);
    const changed = { ...draft, contentHash: 'another' };
    expect((await findingsNow(changed)).every(({ clearance }) => clearance === null)).toBe(true);
  });

  it('is not cleared without a reason, nor where no such finding stands', async () => {
    const draft = await drafted(PLACES);
    const findings = await findingsNow(draft);
    await expect(clear(draft, findings, findings[0]?.key ?? '', ' ')).rejects.toMatchObject({
      code: 'lifecycle.reason-missing',
    });
    await expect(clear(draft, findings, 'unknown')).rejects.toMatchObject({ code: 'proofreading.finding-unknown' });
  });
});
