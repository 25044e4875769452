import { acceptProposal, dropProposal } from '../../src/assessments/decide-proposal.js';
import { proposeMeasures, unansweredFindings, type Proposal } from '../../src/assessments/proposals.queries.js';
import { saveAssessment } from '../../src/assessments/save-assessment.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsOn } from '../support/deeds.js';
import { anAssessment } from './an-assessment.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
  await agency.as('officer', (tx, actor) =>
    saveAssessment(tx, {
      organizationId: agency.organizationId,
      actor,
      seenVersion: null,
      assessment: anAssessment({
        recommendations: [
          { code: 'e8', text: 'ควรเปิดโอกาสให้มีส่วนร่วม' },
          { code: 'e8', text: 'ควรแจ้งผลการปรับปรุง' },
          { code: 'O22', text: 'ควรเผยแพร่รายงานให้ครบ' },
          { code: 'i11', text: 'ควรแจ้งขั้นตอนการยืม', indicator: 5 },
        ],
      }),
    }),
  );
});
afterAll(() => agency.database.close());

const propose = (): Promise<readonly Proposal[]> =>
  agency.as('officer', (tx) => proposeMeasures(tx, agency.organizationId, 2568));

const proposalOf = async (key: string): Promise<Proposal | undefined> =>
  (await propose()).find(({ finding }) => finding.key === key);

const accept = (findingKey: string, by = 'officer'): Promise<MeasureRow> =>
  agency.as(by, (tx, actor) =>
    acceptProposal(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2568, findingKey }),
  );

const drop = (findingKey: string, reason: string): Promise<void> =>
  agency.as('officer', (tx, actor) =>
    dropProposal(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2568, findingKey, reason }),
  );

const cancel = (measure: MeasureRow): Promise<MeasureRow> =>
  actsOn(agency, 'executive', 'cancel', measure, { reason: 'ร่างผิด' });

describe('a result proposes measures for the year after', () => {
  it('for each instrument below the target, the weakest indicators and every recommendation', async () => {
    const proposals = await propose();
    expect(proposals.map(({ finding }) => [finding.key, finding.indicator, finding.mustBeAnswered])).toEqual([
      ['instrument:eit1', null, true],
      ['indicator:4', 4, false],
      ['indicator:7', 7, true],
      ['indicator:10', 10, false],
      ['code:e8', 8, true],
      ['code:O22', null, true],
      ['code:i11', 5, true],
    ]);
    expect(proposals.every(({ state }) => state === 'open')).toBe(true);
    const merged = proposals.find(({ finding }) => finding.code === 'e8')?.measure;
    expect(merged?.methods.map(({ text }) => text)).toEqual(['ควรเปิดโอกาสให้มีส่วนร่วม', 'ควรแจ้งผลการปรับปรุง']);
    expect(merged?.period).toEqual({
      startsOn: '2025-10-01',
      endsOn: '2026-09-30',
      text: 'ปีงบประมาณ พ.ศ. ๒๕๖๙',
    });
  });

  it('under the code that the item has in that year', async () => {
    const found = await proposalOf('code:O22');
    expect(found?.measure.oCodes).toEqual(['O20']);
  });

  it('not at all without a result', async () => {
    const none = agency.as('officer', (tx) => proposeMeasures(tx, agency.organizationId, 2560));
    await expect(none).rejects.toMatchObject({ code: 'assessment.not-found' });
    expect(await agency.as('officer', (tx) => unansweredFindings(tx, agency.organizationId, 2560))).toEqual([]);
  });
});

describe('an officer', () => {
  it('accepts a proposal once; cancelling its measure opens it again', async () => {
    const measure = await accept('indicator:7');
    expect(measure).toMatchObject({ fiscalYear: 2569, state: 'draft' });
    expect(measure.content.indicators).toEqual([7]);
    expect(await proposalOf('indicator:7')).toMatchObject({ state: 'accepted', measureId: measure.id });
    await expect(accept('indicator:7')).rejects.toMatchObject({ code: 'assessment.proposal-decided' });
    await cancel(measure);
    expect(await proposalOf('indicator:7')).toMatchObject({ state: 'open', measureId: null });
    expect((await accept('indicator:7')).id).not.toBe(measure.id);
  });

  it('drops one with a reason and may think again', async () => {
    await expect(drop('code:O22', ' ')).rejects.toMatchObject({ code: 'lifecycle.reason-missing' });
    await drop('code:O22', 'อยู่ในแผนอื่นแล้ว');
    expect(await proposalOf('code:O22')).toMatchObject({ state: 'dropped', reason: 'อยู่ในแผนอื่นแล้ว' });
    await accept('code:O22');
    expect(await proposalOf('code:O22')).toMatchObject({ state: 'accepted', reason: null });
  });

  it('need not accept what another measure of the year takes up', async () => {
    const other = await agency.as('officer', (tx, actor) =>
      draftMeasure(tx, {
        organizationId: agency.organizationId,
        actor,
        fiscalYear: 2569,
        content: aMeasure([], { indicators: [8], oCodes: [] }),
      }),
    );
    expect(await proposalOf('code:e8')).toMatchObject({ state: 'answered', measureId: other.id });
    const open = await agency.as('officer', (tx) => unansweredFindings(tx, agency.organizationId, 2568));
    expect(open.map(({ key }) => key)).toEqual(['code:i11']);
  });

  it('does not get two measures out of one proposal by pressing twice', async () => {
    const outcomes = await Promise.allSettled([accept('code:i11'), accept('code:i11')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is an officer, and names a proposal that exists', async () => {
    await expect(accept('indicator:4', 'chief')).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(accept('indicator:1')).rejects.toMatchObject({ code: 'assessment.proposal-not-found' });
  });
});
