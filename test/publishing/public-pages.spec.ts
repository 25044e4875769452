import { documentPage, fileByHash, listDocuments, listFacets } from '../../src/publishing/public-pages.queries.js';
import { withdrawPublications } from '../../src/publishing/withdraw-publications.js';
import { testAgency } from '../support/agency.js';
import { PublishingBench, type Sealed } from './publishing-bench.js';

describe('what the public sees', () => {
  let bench: PublishingBench;
  beforeEach(async () => (bench = await PublishingBench.open()));
  afterEach(() => bench.close());

  const published = async (documentId?: string, fiscalYear?: number): Promise<Sealed> => {
    const sealed = await bench.sealed(documentId, fiscalYear);
    await bench.run('publication.send');
    return sealed;
  };
  const withdraw = (itemId: string): Promise<void> =>
    bench.inTenant((tx) =>
      withdrawPublications(tx, {
        organizationId: bench.organizationId,
        itemKind: 'announcement',
        itemId,
        reason: 'ประกาศซ้ำ',
      }),
    );
  const list = (filter = {}): Promise<{ documentId: string }[]> =>
    bench.inTenant((tx) => listDocuments(tx, bench.organizationId, filter));
  const stateOf = async (sha256: string): Promise<string | undefined> =>
    (await bench.inTenant((tx) => fileByHash(tx, bench.organizationId, sha256)))?.state;

  it('is nothing of what was not sent yet', async () => {
    const { documentId, sha256 } = await bench.sealed();
    expect(await list()).toEqual([]);
    expect(await bench.inTenant((tx) => documentPage(tx, bench.organizationId, documentId, 'th'))).toBeNull();
    expect(await stateOf(sha256)).toBeUndefined();
  });

  it('is a list by year and kind', async () => {
    const older = await published(undefined, 2568);
    const newer = await published(undefined, 2569);
    expect((await list()).map(({ documentId }) => documentId)).toEqual([newer.documentId, older.documentId]);
    expect(await list({ fiscalYear: 2568 })).toMatchObject([{ documentId: older.documentId, isWithdrawn: false }]);
    expect(await list({ kind: 'report' })).toEqual([]);
    expect(await bench.inTenant((tx) => listFacets(tx, bench.organizationId))).toEqual({
      fiscalYears: [2569, 2568],
      kinds: ['announcement'],
    });
  });

  it('is one current version and all that came before', async () => {
    const first = await published();
    const second = await published(first.documentId);
    const page = await bench.inTenant((tx) => documentPage(tx, bench.organizationId, first.documentId, 'th'));
    expect(page).toMatchObject({
      withdrawal: null,
      versions: [
        { number: 2, sha256: second.sha256, state: 'current' },
        { number: 1, sha256: first.sha256, state: 'superseded' },
      ],
    });
    expect(await list()).toHaveLength(1);
    expect([await stateOf(first.sha256), await stateOf(second.sha256)]).toEqual(['superseded', 'current']);
  });

  it('is the notice and the reason after a withdrawal, until a new edition comes', async () => {
    const first = await published();
    await withdraw(first.itemId);
    await bench.run('publication.send');
    expect(await bench.inTenant((tx) => documentPage(tx, bench.organizationId, first.documentId, 'th'))).toMatchObject({
      withdrawal: { reason: 'ประกาศซ้ำ' },
      versions: [{ state: 'withdrawn' }],
    });
    expect(await list()).toMatchObject([{ documentId: first.documentId, isWithdrawn: true }]);

    const second = await published(first.documentId);
    expect(await bench.inTenant((tx) => documentPage(tx, bench.organizationId, first.documentId, 'th'))).toMatchObject({
      withdrawal: null,
      versions: [
        { sha256: second.sha256, state: 'current' },
        { sha256: first.sha256, state: 'withdrawn' },
      ],
    });
    expect(await list()).toMatchObject([{ isWithdrawn: false }]);
  });

  it('is never a document of another organization', async () => {
    const { documentId, sha256 } = await published();
    const other = await testAgency('other-agency', bench.agency.database);
    await other.unitOfWork.inTenant(other.organizationId, async (tx) => {
      expect(await listDocuments(tx, bench.organizationId)).toEqual([]);
      expect(await documentPage(tx, bench.organizationId, documentId, 'th')).toBeNull();
      expect(await fileByHash(tx, other.organizationId, sha256)).toBeNull();
    });
  });
});
