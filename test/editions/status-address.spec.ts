import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noGiftAnnouncementV1 } from '../../templates/documents/announcements/no-gift-announcement.v1.js';
import { EditionRendering } from '../../src/editions/edition-rendering.js';
import { EditionEntity } from '../../src/editions/edition.entity.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import type { Printing, PrintRequest } from '../../src/editions/print-request.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { WorkBench } from '../outbox/work-bench.js';

const NEVER = new AbortController().signal;

describe('the public address printed into an edition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'status-address-'));
  const printed: PrintRequest[] = [];
  let bench: WorkBench;

  beforeAll(async () => {
    bench = await WorkBench.open();
  });
  afterAll(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const printing: Printing = {
    print: (request) => {
      printed.push(request);
      return printDocument(request);
    },
  };
  const freeze = (): Promise<string> =>
    bench.inTenant((tx) =>
      freezeEdition(tx, {
        organizationId: bench.organizationId,
        itemKind: 'announcement',
        itemId: '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f80',
        documentId: '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f81',
        language: 'th',
        template: noGiftAnnouncementV1.id,
        title: 'ประกาศตัวอย่าง',
        fiscalYear: 2569,
        snapshot: noGiftAnnouncementV1.example,
        signedAt: new Date('2026-11-20T02:00:00Z'),
      }),
    );
  const look = (sql: string, id: string): Promise<{ id: string }[]> => bench.agency.database.look(sql, [id]);

  /** Prints as an installation does that stands at this address. */
  async function printAt(baseUrl: string, id: string): Promise<EditionEntity> {
    await look(`update edition set state = 'frozen', rendered_sha256 = null where id = $1 returning id`, id);
    const [work] = await look(
      `update work set state = 'open', next_at = now(), lease_until = null where step = 'edition.render' and ref_id = $1 returning id`,
      id,
    );
    const rendering = new EditionRendering(
      bench.agency.unitOfWork,
      new BlobStore(join(folder, 'blobs')),
      printing,
      ({ documentId }) => `${baseUrl}/p/a/documents/${documentId}/th`,
      async () => 'a checkpoint',
    );
    await rendering.render(await bench.mustClaim(work?.id ?? ''), NEVER);
    return bench.inTenant((tx) => tx.findOneByOrFail(EditionEntity, { organizationId: bench.organizationId, id }));
  }

  it('stays what it was at the first printing when the installation has moved', async () => {
    const id = await freeze();
    const first = await printAt('https://old.example.go.th', id);
    const second = await printAt('https://new.example.go.th', id);
    expect(second.renderedSha256).toBe(first.renderedSha256);
    expect(second.statusUrl).toMatch(/^https:\/\/old\.example\.go\.th\//);
    expect(printed.at(-1)?.data).toMatchObject({ statusUrl: second.statusUrl });
  });

  it('cannot be changed afterwards', async () => {
    const id = await freeze();
    await printAt('https://old.example.go.th', id);
    await expect(look(`update edition set status_url = 'https://evil.example' where id = $1`, id)).rejects.toThrow(
      'never changes',
    );
  });

  it('is taken from today where an edition has none', async () => {
    const id = await freeze();
    const { statusUrl } = await printAt('https://new.example.go.th', id);
    expect(statusUrl).toMatch(/^https:\/\/new\.example\.go\.th\//);
  });
});
