import { catalogueOf } from '../../src/assessments/catalogues.queries.js';
import { resetCatalogue, saveCatalogue } from '../../src/assessments/save-catalogue.js';
import { itemsOf, weightsOf, type CatalogueItem, type YearCatalogue } from '../../src/core/ita/catalogue.js';
import { findMeasure } from '../../src/measures/measures.queries.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const line = (overrides: object): object => ({
  kind: 'o-code',
  code: 'O27',
  title: 'ชื่อที่หน่วยงานแก้',
  weight: null,
  verified: true,
  isRemoved: false,
  ...overrides,
});

const save = (fiscalYear: number, changes: unknown, by = 'officer'): Promise<YearCatalogue> =>
  agency.as(by, (tx, actor) =>
    saveCatalogue(tx, { organizationId: agency.organizationId, actor, fiscalYear, changes }),
  );

const catalogue = (fiscalYear: number): Promise<YearCatalogue> =>
  agency.as('officer', (tx) => catalogueOf(tx, agency.organizationId, fiscalYear));

const found = async (fiscalYear: number, code: string): Promise<CatalogueItem | undefined> =>
  itemsOf(await catalogue(fiscalYear), 'o-code').find((item) => item.code === code);

describe('the catalogue of a year', () => {
  it.each([
    [2566, 43],
    [2567, 35],
    [2568, 28],
    [2569, 26],
    [2570, 0],
  ])('of %i has %i disclosure items, ten indicators and three instruments', async (fiscalYear, items) => {
    const year = await catalogue(fiscalYear);
    expect(itemsOf(year, 'o-code')).toHaveLength(items);
    expect(itemsOf(year, 'indicator')).toHaveLength(10);
    expect(itemsOf(year, 'instrument').map(({ code }) => code)).toEqual(['IIT', 'EIT', 'OIT']);
    expect(Object.values(weightsOf(year)).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });

  it('marks what the sources do not settle', async () => {
    expect(await found(2568, 'O27')).toMatchObject({ verified: false, isOwn: false });
    expect(await found(2568, 'O26')).toMatchObject({ verified: true });
  });

  it('is changed line by line and can be taken back', async () => {
    const before = await catalogue(2569);
    await save(2569, [line({ code: 'O5' }), line({ code: 'O26', isRemoved: true }), line({ code: 'O30' })]);
    expect(await found(2569, 'O5')).toMatchObject({ title: 'ชื่อที่หน่วยงานแก้', isOwn: true });
    expect(await found(2569, 'O26')).toBeUndefined();
    expect(itemsOf(await catalogue(2569), 'o-code').at(-1)?.code).toBe('O30');
    await agency.as('officer', (tx, actor) =>
      resetCatalogue(tx, { organizationId: agency.organizationId, actor, fiscalYear: 2569 }),
    );
    expect(await catalogue(2569)).toEqual(before);
  });

  it('leaves measures as they are when a code gets another meaning', async () => {
    const measure = await agency.as('officer', (tx, actor) =>
      draftMeasure(tx, {
        organizationId: agency.organizationId,
        actor,
        fiscalYear: 2568,
        content: aMeasure([], { oCodes: ['O27'] }),
      }),
    );
    await save(2568, [line({ code: 'O27', title: 'รายการใหม่' }), line({ code: 'O28', isRemoved: true })]);
    const kept = await agency.as('officer', (tx) => findMeasure(tx, agency.organizationId, measure.id));
    expect(kept).toMatchObject({ id: measure.id, contentHash: measure.contentHash, version: measure.version });
  });
});

describe('a change is refused', () => {
  const instrument = (code: string, weight: number): object => line({ kind: 'instrument', code, weight });

  it.each([
    ['a code with the digit zero', [line({ code: '027' })], 'input.invalid'],
    ['an eleventh indicator', [line({ kind: 'indicator', code: '11' })], 'input.invalid'],
    ['an indicator taken out', [line({ kind: 'indicator', code: '8', isRemoved: true })], 'catalogue.line-needed'],
    ['weights that do not add up', [instrument('IIT', 0.5)], 'catalogue.weights-not-whole'],
    ['a kind that does not exist', [line({ kind: 'moit' })], 'input.invalid'],
    ['something else than a list', { changes: [] }, 'input.invalid'],
  ])('for %s', async (_case, changes, code) => {
    await expect(save(2567, changes)).rejects.toMatchObject({ code });
  });

  it('for a person who may not; weights that add up are taken', async () => {
    await expect(save(2567, [line({})], 'head-finance')).rejects.toMatchObject({ code: 'permission.denied' });
    const changed = await save(2567, [instrument('IIT', 0.25), instrument('EIT', 0.35)]);
    expect(weightsOf(changed)).toEqual({ IIT: 0.25, EIT: 0.35, OIT: 0.4 });
  });
});
