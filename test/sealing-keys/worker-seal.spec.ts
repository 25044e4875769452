import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSeals } from '../../src/app/worker-seal.js';
import { dataPaths } from '../../src/config/paths.js';
import { EditionSealing } from '../../src/editions/edition-sealing.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import { StepProcessor, type StepHandler } from '../../src/jobs/step-processor.js';
import { appendWork } from '../../src/outbox/append-work.js';
import { verifyKnownSeal } from '../../src/sealing/verify-known-seal.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { KnownSeals } from '../../src/sealing-keys/known-seals.js';
import { uploadCertificate } from '../../src/sealing-keys/upload-certificate.js';
import { Vault } from '../../src/sealing-keys/vault.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { WorkBench } from '../outbox/work-bench.js';
import { LoopbackAuthority } from '../sealing/loopback-authority.js';
import { hasOpenssl, hasPdfsig, opensslAccepts, pdfsigSays } from '../sealing/other-verifiers.js';
import { samplePdf } from '../sealing/sample-pdf.js';
import { anAgencysPkcs12, PASSWORD } from './pkcs12-file.js';

const AGENCY = 'องค์การบริหารส่วนตำบลตัวอย่าง';
const NOBODY = 'http://127.0.0.1:9/';

(hasOpenssl ? describe : describe.skip)('the seal of a worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-seal-'));
  const paths = dataPaths(folder);
  const blobs = new BlobStore(paths.blobs);
  const followed: string[] = [];
  let bench: WorkBench;

  beforeAll(async () => {
    bench = await WorkBench.open();
  });
  afterEach(() => bench.agency.database.look('delete from organization_certificate'));
  afterAll(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const upload = (pkcs12: Uint8Array): Promise<object> =>
    bench.agency.as('admin', (tx, actor) =>
      uploadCertificate(tx, Vault.open(paths.secrets), {
        organizationId: bench.organizationId,
        actor,
        pkcs12,
        password: PASSWORD,
      }),
    );

  /** An edition that was printed and waits for its seal. @returns ids of edition and work */
  const printed = async (): Promise<{ editionId: string; workId: string }> => {
    const { organizationId } = bench;
    const rendered = await blobs.put(await samplePdf());
    const editionId = await bench.inTenant(async (tx) => {
      const id = await freezeEdition(tx, {
        organizationId,
        itemKind: 'report',
        itemId: randomUUID(),
        documentId: randomUUID(),
        language: 'th',
        template: 'measure-sheet.v1',
        title: 'รายงานตัวอย่าง',
        fiscalYear: 2568,
        snapshot: {},
        signedAt: new Date(),
      });
      await tx.query(`update edition set state = 'rendered', rendered_sha256 = $2 where id = $1`, [id, rendered]);
      await appendWork(tx, organizationId, 'edition.seal', id);
      return id;
    });
    return { editionId, workId: await workOf(editionId) };
  };
  const workOf = async (editionId: string): Promise<string> => {
    const [row] = await bench.agency.database.look<{ id: string }>(
      `select id from work where step = 'edition.seal' and ref_id = $1`,
      [editionId],
    );
    return row?.id ?? '';
  };

  /** As the worker does the work, through its one door. */
  const doWork = (workId: string, settings: { timestampUrl?: string; now?: () => Date } = {}): Promise<void> => {
    const { unitOfWork } = bench.agency;
    const sealFile = openSeals({ unitOfWork, paths, timestampUrl: null, ...settings });
    const sealing = new EditionSealing(unitOfWork, blobs, sealFile, async (_tx, { id }) => void followed.push(id));
    const seal: StepHandler = (claim, signal) => sealing.seal(claim, signal);
    const handlers = {
      'edition.render': seal,
      'edition.seal': seal,
      'publication.send': seal,
      'publication.recheck': seal,
      'publication.patrol': seal,
      'evidence.look': seal,
      'import.run': seal,
      'audit.checkpoint': seal,
      'audit.stamp': seal,
      'audit.cosign': seal,
      'audit.export': seal,
    };
    const processor = new StepProcessor(unitOfWork, handlers, () => undefined);
    return processor.process({ v: 1, organizationId: bench.organizationId, workId, dispatchNo: 1 });
  };
  const edition = async (
    id: string,
  ): Promise<{ state: string; level: string | null; demo: boolean; sha256: string }> => {
    const [row] = await bench.agency.database.look<Awaited<ReturnType<typeof edition>>>(
      'select state, seal_level as level, seal_is_demo as demo, sealed_sha256 as sha256 from edition where id = $1',
      [id],
    );
    if (!row) throw new Error('there is no such edition');
    return row;
  };

  it('is a demonstration until the organization sets its own, and from then on its own', async () => {
    const [first, second] = [await printed(), await printed()];
    await doWork(first.workId);
    expect(await edition(first.editionId)).toMatchObject({ state: 'sealed', demo: true });
    await upload(anAgencysPkcs12(AGENCY));
    await doWork(second.workId);
    const { sha256, ...sealed } = await edition(second.editionId);
    expect(sealed).toEqual({ state: 'sealed', level: 'B-B', demo: false });
    expect(verifySealedPdf(await blobs.get(sha256))).toMatchObject({
      authentic: true,
      signer: { name: AGENCY, issuer: AGENCY },
      notes: ['identity-not-checked', 'time-not-proven'],
    });
  });

  it('changes with the certificate in a worker that runs', async () => {
    const seal = openSeals({ unitOfWork: bench.agency.unitOfWork, paths, timestampUrl: null });
    const sealer = { organizationId: bench.organizationId, organizationName: AGENCY };
    const signers: (string | undefined)[] = [];
    for (const name of ['เทศบาลตำบลหนึ่ง', 'เทศบาลตำบลสอง']) {
      await upload(anAgencysPkcs12(name));
      signers.push(verifySealedPdf((await seal(await samplePdf(), sealer)).pdf).signer?.name);
    }
    expect(signers).toEqual(['เทศบาลตำบลหนึ่ง', 'เทศบาลตำบลสอง']);
  });

  it('is not put on with an ended certificate, nor with the demonstration instead: the work is set aside', async () => {
    await upload(anAgencysPkcs12(AGENCY));
    const { editionId, workId } = await printed();
    await doWork(workId, { now: () => new Date(Date.now() + 40 * 86_400_000) });
    expect(await bench.state(workId)).toMatchObject({
      state: 'quarantined',
      last_problem: expect.stringMatching(/^seal\.certificate-expired /) as unknown,
    });
    expect(await edition(editionId)).toMatchObject({ state: 'rendered', sha256: null });
    expect(followed).not.toContain(editionId);

    await upload(anAgencysPkcs12(AGENCY));
    expect(await bench.state(workId)).toMatchObject({ state: 'open' });
    await doWork(workId);
    expect(await edition(editionId)).toMatchObject({ state: 'sealed', demo: false });
  });

  it('is not put on with the demonstration either when the key of the vault is lost', async () => {
    await upload(anAgencysPkcs12(AGENCY));
    const { editionId, workId } = await printed();
    rmSync(join(paths.secrets, 'certificate-key'));
    await doWork(workId);
    expect(await bench.state(workId)).toMatchObject({
      state: 'quarantined',
      last_problem: 'seal.certificate-invalid {"reason":"vault-closed"}',
    });
    expect(await edition(editionId)).toMatchObject({ state: 'rendered' });
  });

  it('waits for the time-stamping authority and publishes nothing without it', async () => {
    const { editionId, workId } = await printed();
    await doWork(workId, { timestampUrl: NOBODY });
    expect(await bench.state(workId)).toMatchObject({
      state: 'open',
      failures: 1,
      last_problem: expect.stringMatching(/^seal\.timestamp-pending /) as unknown,
    });
    expect(await edition(editionId)).toMatchObject({ state: 'rendered', sha256: null });
    expect(followed).not.toContain(editionId);

    const authority = await LoopbackAuthority.start();
    try {
      authority.answer = Buffer.from('<html>under maintenance</html>');
      await bench.makeDue(workId);
      await doWork(workId, { timestampUrl: authority.url });
      expect(await bench.state(workId)).toMatchObject({
        state: 'open',
        last_problem: 'seal.timestamp-pending {"cause":"timestamp-malformed"}',
      });

      authority.answer = null;
      await bench.makeDue(workId);
      await doWork(workId, { timestampUrl: authority.url });
    } finally {
      await authority.stop();
    }
    expect(await bench.state(workId)).toMatchObject({ state: 'done', last_problem: null });
    const { sha256, ...sealed } = await edition(editionId);
    expect(sealed).toMatchObject({ state: 'sealed', level: 'B-T' });
    expect(verifySealedPdf(await blobs.get(sha256), { minimumLevel: 'B-T' })).toMatchObject({ authentic: true });
    expect(followed).toContain(editionId);
  });

  it('convinces OpenSSL and poppler too, with the own certificate and a time stamp', async () => {
    await upload(anAgencysPkcs12(AGENCY));
    const authority = await LoopbackAuthority.start();
    const { unitOfWork } = bench.agency;
    const seal = openSeals({ unitOfWork, paths, timestampUrl: authority.url });
    const sealer = { organizationId: bench.organizationId, organizationName: AGENCY };
    const { pdf, level } = await seal(await samplePdf(), sealer).finally(() => authority.stop());
    expect(level).toBe('B-T');
    const known = await new KnownSeals(paths.knownSeals).certificates();
    // one at a time: among certificates of one name OpenSSL takes the first and looks no further
    const accepts = (file: Uint8Array): boolean =>
      known.some((certificate) => opensslAccepts(file, certificate.toString(), new Date()));
    expect(accepts(pdf)).toBe(true);
    const changed = Buffer.from(pdf);
    changed[600] = (changed[600] ?? 0) ^ 1;
    expect(accepts(changed)).toBe(false);
    if (hasPdfsig) expect(pdfsigSays(pdf)).toMatchObject({ isValid: true, isWhole: true });
  });

  it("is known to the installation's own checkers when it bears the organization's name, and only then", async () => {
    const seal = openSeals({ unitOfWork: bench.agency.unitOfWork, paths, timestampUrl: null });
    const sealer = { organizationId: bench.organizationId, organizationName: AGENCY };
    const notesOf = async (): Promise<readonly string[]> => {
      const { pdf } = await seal(await samplePdf(), sealer);
      const verdict = verifyKnownSeal(pdf, await new KnownSeals(paths.knownSeals).certificates());
      expect(verdict.authentic).toBe(true);
      return verdict.notes;
    };
    expect(await notesOf()).not.toContain('identity-not-checked'); // the demonstration is of our own making
    await upload(anAgencysPkcs12(AGENCY));
    expect(await notesOf()).toEqual(['time-not-proven']);
    await upload(anAgencysPkcs12('กรมของคนอื่น'));
    expect(await notesOf()).toEqual(['identity-not-checked', 'time-not-proven']);
  });
});
