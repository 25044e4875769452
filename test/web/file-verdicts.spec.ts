import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealPdf } from '../../src/sealing/seal-pdf.js';
import { KnownSeals } from '../../src/sealing-keys/known-seals.js';
import { FileVerdicts } from '../../src/web/file-verdicts.js';
import { samplePdf } from '../sealing/sample-pdf.js';
import { aSigner } from '../sealing/signers.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** The entry of a document on the public site; a later generation supersedes it, a tombstone withdraws it. */
const ENTER = `
  with frozen as (
    insert into edition (organization_id, id, item_kind, item_id, document_id, number, language, template, title, fiscal_year, snapshot, snapshot_hash, signed_at)
    values ($1, gen_random_uuid(), 'report', $2, $2, $3, 'th', 't.v1', 't', 2568, '{}', 'x', now()) returning id
  )
  insert into public_entry (organization_id, document_id, language, generation, presence, kind, fiscal_year, title, sha256, edition_id, signed_at)
  select $1, $2, 'th', $3, $4, 'report', 2568, 'รายงานตัวอย่าง', $5, id, now() from frozen`;

describe('the verdict on a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdicts-'));
  const documentId = '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70';
  let database: TestDatabase;
  let agency: TestAgency;
  let knownSeals: KnownSeals;
  let verdicts: FileVerdicts;

  beforeAll(async () => {
    database = await testDatabase();
    await testAgency('first-agency', database);
    agency = await testAgency('tua-yang', database);
    knownSeals = new KnownSeals(folder);
    verdicts = new FileVerdicts(agency.unitOfWork, knownSeals);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const sealed = async (): Promise<{ pdf: Uint8Array; certificate: Uint8Array }> => {
    const { signer } = await aSigner();
    return { pdf: await sealPdf(await samplePdf(), signer, { sealedAt: new Date() }), certificate: signer.certificate };
  };
  const enter = (generation: number, presence: string, sha256: string): Promise<object[]> =>
    database.look(ENTER, [agency.organizationId, documentId, generation, presence, sha256]);

  it('says where it was published, and follows it from current over superseded to withdrawn', async () => {
    const { pdf } = await sealed();
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(await verdicts.of(pdf)).toMatchObject({ kind: 'sealed', publication: null });
    for (const [generation, presence, hash, kind] of [
      [1, 'present', sha256, 'current'],
      [2, 'present', 'cd'.repeat(32), 'superseded'],
      [3, 'tombstone', 'cd'.repeat(32), 'withdrawn'],
    ] as const) {
      await enter(generation, presence, hash);
      const { publication, ...verdict } = await verdicts.of(pdf);
      expect(verdict.kind).toBe(kind);
      expect(publication).toMatchObject({ title: 'รายงานตัวอย่าง', agency: expect.stringMatching(/ตัวอย่าง/) as unknown });
      expect(publication?.address).toContain(documentId);
      expect(publication?.address).toContain('tua-yang');
    }
  });

  it('checks the identity of a seal of this installation, and says of another that it did not', async () => {
    const [own, other] = [await sealed(), await sealed()];
    await knownSeals.remember(own.certificate);
    expect((await verdicts.of(own.pdf)).seal).toMatchObject({
      authentic: true,
      notes: ['demo-certificate', 'time-not-proven'],
    });
    expect((await verdicts.of(other.pdf)).seal).toMatchObject({
      authentic: true,
      notes: ['demo-certificate', 'identity-not-checked', 'time-not-proven'],
    });
  });

  it('passes over a file of the folder that is not what its name says', async () => {
    const { pdf, certificate } = await sealed();
    writeFileSync(join(folder, `${'0'.repeat(64)}.pem`), new X509Certificate(certificate).toString());
    writeFileSync(join(folder, `${'1'.repeat(64)}.pem`), 'half a certif');
    expect((await verdicts.of(pdf)).seal.notes).toContain('identity-not-checked');
  });

  it('is the same for an altered file, known seal or not', async () => {
    const { pdf, certificate } = await sealed();
    await knownSeals.remember(certificate);
    const altered = Buffer.concat([pdf, Buffer.from('\n% more')]);
    expect(await verdicts.of(altered)).toMatchObject({ kind: 'altered', seal: { authentic: false } });
  });
});
