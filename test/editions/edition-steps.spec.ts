import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noGiftAnnouncementV1 } from '../../templates/documents/announcements/no-gift-announcement.v1.js';
import { openSeals } from '../../src/app/worker-seal.js';
import { dataPaths } from '../../src/config/paths.js';
import { signedCheckpoint } from '../../src/audit/bundle-expectations.js';
import { pdfCheckpoint } from '../../src/audit/pdf-checkpoint.js';
import { EditionEntity } from '../../src/editions/edition.entity.js';
import { EditionRendering } from '../../src/editions/edition-rendering.js';
import { EditionSealing } from '../../src/editions/edition-sealing.js';
import { freezeEdition, type FreezeRequest } from '../../src/editions/freeze-edition.js';
import { PrintingPool } from '../../src/editions/printing-pool.js';
import { LeaseLost } from '../../src/outbox/claims.js';
import type { Step } from '../../src/outbox/steps.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { logKeys } from '../../src/proofs/checkpoints.queries.js';
import { KeySafe } from '../../src/proofs/key-safe.js';
import { LogSigning } from '../../src/proofs/log-signing.js';
import { WorkBench } from '../outbox/work-bench.js';
import { builtPrintingChild } from './built-program.js';

const NEVER = new AbortController().signal;
const ITEM = '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70';
const DOCUMENT = '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f71';

describe('the steps of an edition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  const blobs = new BlobStore(join(folder, 'blobs'));
  const sealed: string[] = [];
  let bench: WorkBench;
  let printing: PrintingPool;
  let rendering: EditionRendering;
  let sealing: EditionSealing;

  beforeAll(async () => {
    bench = await WorkBench.open();
    printing = new PrintingPool(1, await builtPrintingChild());
    const { unitOfWork } = bench.agency;
    const signing = new LogSigning(unitOfWork, new KeySafe(dataPaths(folder).secrets));
    const checkpointNow = async (): Promise<string> => (await signing.checkpoint(bench.organizationId)).note;
    const status = (): string => 'https://www.example.go.th/status';
    rendering = new EditionRendering(unitOfWork, blobs, printing, status, checkpointNow);
    const sealFile = openSeals({ unitOfWork, paths: dataPaths(folder), timestampUrl: null });
    sealing = new EditionSealing(unitOfWork, blobs, sealFile, async (_tx, { id }) => void sealed.push(id));
  });
  afterAll(async () => {
    printing.close();
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const freeze = (change: Partial<FreezeRequest> = {}): Promise<string> =>
    bench.inTenant((tx) =>
      freezeEdition(tx, {
        organizationId: bench.organizationId,
        itemKind: 'announcement',
        itemId: ITEM,
        documentId: DOCUMENT,
        language: 'th',
        template: noGiftAnnouncementV1.id,
        title: 'ประกาศตัวอย่าง',
        fiscalYear: 2569,
        snapshot: noGiftAnnouncementV1.example, // every template has one
        signedAt: new Date('2026-11-20T02:00:00Z'),
        ...change,
      }),
    );
  const edition = (id: string): Promise<EditionEntity> =>
    bench.inTenant((tx) => tx.findOneByOrFail(EditionEntity, { organizationId: bench.organizationId, id }));
  const claim = async (step: Step, editionId: string): ReturnType<WorkBench['mustClaim']> => {
    const [work] = await bench.agency.database.look<{ id: string }>(
      'select id from work where step = $1 and ref_id = $2',
      [step, editionId],
    );
    return bench.mustClaim(work?.id ?? '');
  };
  const actions = async (editionId: string): Promise<string[]> =>
    (
      await bench.agency.database.look<{ action: string }>(
        `select event ->> 'action' as action from audit_event where event ->> 'itemId' = $1 order by seq`,
        [editionId],
      )
    ).map(({ action }) => action);

  it('counts editions within a document and language, also when several are signed at once', async () => {
    const documentId = '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f72';
    const ids = await Promise.all([1, 2, 3, 4].map(() => freeze({ documentId })));
    const english = await freeze({ documentId, language: 'en' });
    const numbers = await Promise.all(ids.map(async (id) => (await edition(id)).number));
    expect(numbers.sort()).toEqual([1, 2, 3, 4]);
    expect((await edition(english)).number).toBe(1);
  });

  it('freezes nothing when the signature is rolled back', async () => {
    const before = await bench.agency.database.look('select id from edition union all select id from work');
    const failing = bench.inTenant(async (tx) => {
      await freezeEdition(tx, { ...(await edition(await freeze())), signedAt: new Date() });
      throw new Error('the signature failed');
    });
    await expect(failing).rejects.toThrow('the signature failed');
    const after = await bench.agency.database.look('select id from edition union all select id from work');
    expect(after.length - before.length).toBe(2); // the one that was frozen outside the failed transaction
  });

  it('prints the signed words, seals the print, and says so once', async () => {
    const id = await freeze();
    await rendering.render(await claim('edition.render', id), NEVER);
    const { renderedSha256 } = await edition(id);
    expect(await edition(id)).toMatchObject({ state: 'rendered', sealedSha256: null });

    await sealing.seal(await claim('edition.seal', id), NEVER);
    const { state, sealedSha256, sealLevel } = await edition(id);
    expect({ state, sealLevel }).toEqual({ state: 'sealed', sealLevel: 'B-B' });
    const file = await blobs.get(sealedSha256 ?? '');
    expect(verifySealedPdf(file)).toMatchObject({ authentic: true, demo: true });
    const print = await blobs.get(renderedSha256 ?? '');
    expect(Buffer.from(file.subarray(0, print.length)).equals(Buffer.from(print))).toBe(true);
    expect(sealed.filter((each) => each === id)).toHaveLength(1);
    expect(await actions(id)).toEqual(['edition.freeze', 'edition.render', 'edition.seal']);
  });

  it('gives the same file when it is printed again, though the log has grown', async () => {
    const id = await freeze();
    await rendering.render(await claim('edition.render', id), NEVER);
    const first = await edition(id);
    await freeze();
    await bench.agency.database.look(
      `update edition set state = 'frozen', rendered_sha256 = null, rendered_at = null where id = $1`,
      [id],
    );
    await bench.append('edition.render', id);
    await rendering.render(await claim('edition.render', id), NEVER);
    expect(await edition(id)).toMatchObject({ renderedSha256: first.renderedSha256, checkpoint: first.checkpoint });
  });

  it('carries a signed checkpoint of the log that covers its signature, and keeps the first one', async () => {
    const id = await freeze();
    const work = await claim('edition.render', id);
    await expect(rendering.render(work, AbortSignal.abort(new Error('the worker stops')))).rejects.toThrow();
    const { checkpoint } = await edition(id);
    await freeze();
    await rendering.render(work, NEVER);
    const printed = await blobs.get((await edition(id)).renderedSha256 ?? '');
    expect(pdfCheckpoint(printed)).toBe(checkpoint);
    const keys = await bench.inTenant((tx) => logKeys(tx, bench.organizationId));
    const signed = signedCheckpoint(checkpoint ?? '', { organizationId: bench.organizationId }, keys);
    const [frozen] = await bench.agency.database.look<{ seq: string }>(
      `select seq from audit_event where event ->> 'itemId' = $1 and event ->> 'action' = 'edition.freeze'`,
      [id],
    );
    expect(typeof signed === 'string' ? signed : signed.size).toBeGreaterThanOrEqual(Number(frozen?.seq));
    await expect(
      bench.inTenant((tx) => tx.query('update edition set checkpoint = $2 where id = $1', [id, 'another'])),
    ).rejects.toThrow('stands');
  });

  it('does not print words that were changed after the signature', async () => {
    const id = await freeze();
    await bench.agency.database.look(
      `update edition set snapshot = jsonb_set(snapshot, '{title}', '"another"') where id = $1`,
      [id],
    );
    const work = await claim('edition.render', id);
    await expect(rendering.render(work, NEVER)).rejects.toMatchObject({ code: 'edition.bytes-differ' });
    expect(await edition(id)).toMatchObject({ state: 'frozen' });
  });

  it('does not let a late printer overwrite what another has printed', async () => {
    const id = await freeze();
    const late = await claim('edition.render', id);
    await bench.dieHolding(late.workId);
    const second = await bench.mustClaim(late.workId);
    await rendering.render(second, NEVER);
    const before = await edition(id);
    await expect(rendering.render(late, NEVER)).rejects.toBeInstanceOf(LeaseLost);
    expect(await edition(id)).toEqual(before);
    expect(await actions(id)).toEqual(['edition.freeze', 'edition.render']);
  });

  it('does not seal a file that has changed on the disk, or is gone', async () => {
    const snapshot = { ...(noGiftAnnouncementV1.example as object), reportingChannels: 'ช่องทางอื่น' };
    const id = await freeze({ snapshot });
    await rendering.render(await claim('edition.render', id), NEVER);
    const { renderedSha256 } = await edition(id);
    const file = join(folder, 'blobs', renderedSha256?.slice(0, 2) ?? '', renderedSha256 ?? '');
    writeFileSync(file, 'something else');
    const work = await claim('edition.seal', id);
    await expect(sealing.seal(work, NEVER)).rejects.toMatchObject({ code: 'edition.bytes-differ' });
    rmSync(file);
    await expect(sealing.seal(work, NEVER)).rejects.toMatchObject({ code: 'edition.bytes-missing' });
  });

  it('refuses what no template can print, with its code', async () => {
    const id = await freeze({ snapshot: { nothing: 'of use' } });
    const work = await claim('edition.render', id);
    await expect(rendering.render(work, NEVER)).rejects.toMatchObject({ code: 'document.data-invalid' });
  });

  it('stops when the worker is told to', async () => {
    const id = await freeze();
    const stopped = AbortSignal.abort(new Error('the worker stops'));
    await expect(rendering.render(await claim('edition.render', id), stopped)).rejects.toThrow();
    expect(await edition(id)).toMatchObject({ state: 'frozen' });
  });
});
