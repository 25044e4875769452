import type { AssessmentRow } from '../../src/assessments/assessment.entities.js';
import { earlierAssessments, explainAssessment, findAssessment } from '../../src/assessments/assessments.queries.js';
import { saveAssessment } from '../../src/assessments/save-assessment.js';
import type { AssessmentGiven } from '../../src/core/ita/assessment.js';
import { levelSentence } from '../../src/core/thai/level-words.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { anAssessment } from './an-assessment.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const save = (
  given: Partial<AssessmentGiven> | null,
  seenVersion: number | null = null,
  by = 'officer',
): Promise<AssessmentRow> =>
  agency.as(by, (tx, actor) =>
    saveAssessment(tx, {
      organizationId: agency.organizationId,
      actor,
      seenVersion,
      assessment: given === null ? null : anAssessment(given),
    }),
  );

describe('the result of a year', () => {
  it('is kept with codes in their printed form and the level of the rule', async () => {
    const saved = await save({
      fiscalYear: 2567,
      recommendations: [
        { code: ' E๖ ', text: 'ควรอธิบายให้ชัดเจน' },
        { code: 'o8', text: 'ควรเผยแพร่แผนให้ครบ' },
      ],
    });
    expect(saved).toMatchObject({ fiscalYear: 2567, version: 1 });
    expect(saved.content).toMatchObject({ level: 'ผ่าน', recommendations: [{ code: 'e6' }, { code: 'O8' }] });
  });

  it('says why it has its level and which numbers differ from the weights', async () => {
    const { content } = await save({ fiscalYear: 2570, overall: 91.0 });
    const { reason, doubts } = await agency.as('officer', (tx) =>
      explainAssessment(tx, agency.organizationId, content),
    );
    expect(levelSentence(reason).th).toBe(
      'คะแนนภาพรวม 91.00 ไม่ต่ำกว่า 85 แต่ EIT ส่วนที่ 1 ได้ 84.10 ซึ่งต่ำกว่า 85 คะแนน จึงอยู่ในระดับผ่าน',
    );
    expect(doubts).toEqual([{ field: 'overall', given: 91, usual: 91.79 }]);
  });

  it('is changed by a new version, and the earlier one stays', async () => {
    const first = await save({ fiscalYear: 2571 });
    await save({ fiscalYear: 2571, recommendations: [{ code: 'i3', text: 'ควรสื่อสาร' }] }, first.version);
    const versions = await agency.database.look<{ version: number }>(
      'select version from assessment where fiscal_year = 2571 order by version',
    );
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    const newest = await agency.as('officer', (tx) => findAssessment(tx, agency.organizationId, 2571));
    expect(newest?.content.recommendations).toEqual([{ code: 'i3', text: 'ควรสื่อสาร' }]);
  });

  it('is compared with the two years before it, oldest first', async () => {
    await save({ fiscalYear: 2581 });
    await save({ fiscalYear: 2582 });
    await save({ fiscalYear: 2583 });
    await save({ fiscalYear: 2582, recommendations: [] }, 1);
    const earlier = await agency.as('officer', (tx) => earlierAssessments(tx, agency.organizationId, 2584, 2));
    expect(earlier.map(({ fiscalYear }) => fiscalYear)).toEqual([2582, 2583]);
    const afterGap = await agency.as('officer', (tx) => earlierAssessments(tx, agency.organizationId, 2585, 2));
    expect(afterGap).toEqual([]);
  });
});

describe('a result is refused', () => {
  it.each([
    [
      'when its level does not follow from the four instruments',
      { level: 'ผ่านดี' as const },
      'assessment.level-contradicts',
      { field: 'level', given: 'ผ่านดี', expected: 'ผ่าน' },
    ],
    [
      'when the overall score lies outside its parts',
      { overall: 96 },
      'assessment.overall-impossible',
      { field: 'overall', given: '96.00', expected: '84.10–94.50' },
    ],
    [
      'when an instrument lies outside its indicators',
      { instruments: { iit: 80, eit1: 84.1, eit2: 91.2, oit: 94.5 } },
      'assessment.instrument-impossible',
      { field: 'instruments.iit', expected: '90.25–94.00' },
    ],
    [
      'when a code is none of the year',
      { recommendations: [{ code: 'O29', text: 'ไม่มีข้อนี้ในปี 2568' }] },
      'assessment.code-unknown',
      { field: 'recommendations[0].code', given: 'O29' },
    ],
    [
      'when a zero stands for the letter O',
      { recommendations: [{ code: '020', text: 'พิมพ์เลขศูนย์' }] },
      'assessment.code-unknown',
      { given: '020' },
    ],
    ['when an indicator is missing', { indicators: [1, 2, 3] }, 'input.invalid', { field: 'indicators' }],
    ['when a score is above 100', { overall: 100.01 }, 'input.invalid', { field: 'overall' }],
    ['before the years of these levels', { fiscalYear: 2565 }, 'input.invalid', { field: 'fiscalYear' }],
    ['when it is nothing at all', null, 'input.invalid', { field: '' }],
  ])('%s', async (_case, given, code, details) => {
    await expect(save(given)).rejects.toMatchObject({ code, details });
  });

  it('from a person who may not, and when somebody saved meanwhile', async () => {
    await expect(save({ fiscalYear: 2576 }, null, 'executive')).rejects.toMatchObject({ code: 'permission.denied' });
    await save({ fiscalYear: 2576 });
    await expect(save({ fiscalYear: 2576 })).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
    await expect(save({ fiscalYear: 2577 }, 1)).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
  });

  it('for one of two officers who save at once', async () => {
    const outcomes = await Promise.allSettled([save({ fiscalYear: 2578 }), save({ fiscalYear: 2578 })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
