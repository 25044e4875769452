import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrganizationId } from '../../src/database/tenant.js';
import type { Tx } from '../../src/database/unit-of-work.js';
import { EditionEntity } from '../../src/editions/edition.entity.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import { StepProcessor } from '../../src/jobs/step-processor.js';
import type { Step } from '../../src/outbox/steps.js';
import { intendPublication } from '../../src/publishing/intend-publication.js';
import { Patrol } from '../../src/publishing/patrol.js';
import { PublicationSending } from '../../src/publishing/publication-sending.js';
import { publicationStatuses, type PublicationStatus } from '../../src/publishing/publications.queries.js';
import type { Intent } from '../../src/publishing/read-intent.js';
import { SecondLook } from '../../src/publishing/second-look.js';
import { PublicSite } from '../../src/publishing/targets/public-site.js';
import type { Targets } from '../../src/publishing/targets/targets.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { HostileSite } from './hostile-site.js';

export interface Sealed {
  readonly editionId: string;
  readonly documentId: string;
  readonly itemId: string;
  readonly sha256: string;
}

/** Sealed editions of one agency, a site to publish them on, and the processor that does it. */
export class PublishingBench {
  /** Every intent that was reported as seen, in order. */
  readonly verified: Intent[] = [];
  /** Every alarm of the patrol, in order. */
  readonly drifted: Intent[] = [];
  readonly processor: StepProcessor;
  readonly targets: Targets;

  private constructor(
    readonly agency: TestAgency,
    readonly blobs: BlobStore,
    readonly site: HostileSite,
    private readonly folder: string,
  ) {
    const { unitOfWork } = agency;
    this.targets = { 'public-site': new PublicSite(unitOfWork, site.url) };
    const sending = new PublicationSending(
      unitOfWork,
      this.targets,
      async (_tx, intent) => void this.verified.push(intent),
    );
    const secondLook = new SecondLook(unitOfWork, this.targets);
    const patrol = new Patrol(unitOfWork, this.targets, async (_tx, intent) => void this.drifted.push(intent));
    const refuse = (): Promise<void> => Promise.reject(new Error('not on this bench'));
    this.processor = new StepProcessor(
      unitOfWork,
      {
        'edition.render': refuse,
        'edition.seal': refuse,
        'publication.send': (claim, signal) => sending.send(claim, signal),
        'publication.recheck': (claim, signal) => secondLook.look(claim, signal),
        'publication.patrol': (claim, signal) => patrol.look(claim, signal),
        'evidence.look': () => Promise.reject(new Error('no links are looked at here')),
        'import.run': () => Promise.reject(new Error('nothing is imported here')),
        'audit.checkpoint': () => Promise.reject(new Error('no log is signed here')),
        'audit.stamp': () => Promise.reject(new Error('no log is stamped here')),
        'audit.cosign': () => Promise.reject(new Error('no log is cosigned here')),
        'audit.export': () => Promise.reject(new Error('no log is exported here')),
      },
      () => undefined,
    );
  }

  static async open(): Promise<PublishingBench> {
    const agency = await testAgency();
    const folder = mkdtempSync(join(tmpdir(), 'publishing-'));
    const blobs = new BlobStore(join(folder, 'blobs'));
    const site = new HostileSite(agency, blobs);
    await site.listen();
    return new PublishingBench(agency, blobs, site, folder);
  }

  get organizationId(): OrganizationId {
    return this.agency.organizationId;
  }

  inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.agency.unitOfWork.inTenant(this.organizationId, work);
  }

  /** The next edition of a document, sealed and wanted on the site. */
  async sealed(documentId: string = randomUUID(), fiscalYear = 2569): Promise<Sealed> {
    const sha256 = await this.blobs.put(randomBytes(20_000));
    const itemId = randomUUID();
    const editionId = await this.inTenant((tx) =>
      freezeEdition(tx, {
        organizationId: this.organizationId,
        itemKind: 'announcement',
        itemId,
        documentId,
        language: 'th',
        template: 'no-gift-announcement.v1',
        title: 'ประกาศตัวอย่าง',
        fiscalYear,
        snapshot: { text: sha256 },
        signedAt: new Date('2026-11-20T02:00:00Z'),
      }),
    );
    await this.inTenant((tx) => this.seal(tx, editionId, sha256));
    return { editionId, documentId, itemId, sha256 };
  }

  /** What the first job of the step would do now, whatever its due time. */
  async run(step: Step): Promise<void> {
    const [work] = await this.agency.database.look<{ id: string }>(
      `update work set next_at = least(next_at, now()) where step = $1 and state = 'open' returning id`,
      [step],
    );
    if (work) await this.process(work.id);
  }

  process(workId: string): Promise<void> {
    return this.processor.process({ v: 1, organizationId: this.organizationId, workId, dispatchNo: 1 });
  }

  async status(editionId: string): Promise<PublicationStatus> {
    const statuses = await this.inTenant((tx) => publicationStatuses(tx, this.organizationId));
    const status = statuses.find((each) => each.editionId === editionId);
    if (!status) throw new Error('there is no such edition');
    return status;
  }

  /** Actions of the audit log about publications, in order. */
  async events(): Promise<string[]> {
    const rows = await this.agency.database.look<{ action: string }>(
      `select event ->> 'action' as action from audit_event where event ->> 'itemKind' = 'publication'
       and organization_id = $1 order by seq`,
      [this.organizationId],
    );
    return rows.map(({ action }) => action);
  }

  async get(path: string): Promise<number> {
    return (await fetch(this.site.url + path)).status;
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.agency.database.close();
    rmSync(this.folder, { recursive: true });
  }

  private async seal(tx: Tx, editionId: string, sha256: string): Promise<void> {
    const { organizationId } = this;
    await tx.update(
      EditionEntity,
      { organizationId, id: editionId },
      { state: 'sealed', sealedSha256: sha256, sealLevel: 'B-B', renderedAt: new Date(), sealedAt: new Date() },
    );
    await tx.query(`update work set state = 'done' where step = 'edition.render' and ref_id = $1`, [editionId]);
    const edition = await tx.findOneByOrFail(EditionEntity, { organizationId, id: editionId });
    await intendPublication(tx, this.targets, edition);
  }
}
