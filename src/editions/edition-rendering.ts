import { IsNull } from 'typeorm';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import { faultPoint } from '../database/fault-point.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { finishWork, type Claim } from '../outbox/claims.js';
import type { BlobStore } from '../storage/blob-store.js';
import { printFontOf } from './edition-font.js';
import { EditionEntity } from './edition.entity.js';
import { checkPrinted } from './pdf-checks.js';
import type { Printing, PrintRequest } from './print-request.js';
import { readEdition } from './read-edition.js';
import { snapshotHash } from './snapshot-hash.js';

/** Where the public will find the document and what became of it; printed as a QR code. */
export type StatusUrlOf = (edition: EditionEntity, organizationSlug: string) => string;

/** A signed checkpoint of the organization's log that covers everything until now. @throws DomainError audit.* */
export type CheckpointNow = (organizationId: OrganizationId) => Promise<string>;

/** Step edition.render: frozen words become a file. */
export class EditionRendering {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly printing: Printing,
    private readonly statusUrlOf: StatusUrlOf,
    private readonly checkpointNow: CheckpointNow,
  ) {}

  /**
   * Safe to run twice: the second run finds the work done and returns.
   * @throws DomainError edition.not-found; edition.bytes-differ when the frozen words or an earlier printing differ;
   *   edition.bytes-missing for a font that is gone; what printing refuses; audit.* when the log cannot be signed
   * @throws LeaseLost when somebody else prints it now
   */
  async render(claim: Claim, signal: AbortSignal): Promise<void> {
    const { edition, slug } = await this.unitOfWork.inTenant(claim.organizationId, async (tx) => ({
      edition: await readEdition(tx, claim),
      slug: await slugOf(tx, claim.organizationId),
    }));
    if (edition.state !== 'frozen') return this.finish(claim);
    assertStillTheSignedWords(edition);

    const checkpoint = edition.checkpoint ?? (await this.takeCheckpoint(claim));
    const statusUrl = edition.statusUrl ?? (await this.fixStatusUrl(claim, this.statusUrlOf(edition, slug)));
    const request = { ...(await this.requestFor(edition, statusUrl)), checkpoint };
    const pdf = await this.printing.print(request, signal);
    checkPrinted(pdf);
    const sha256 = await this.blobs.put(pdf);
    faultPoint('render.after-storing');
    signal.throwIfAborted();

    await this.unitOfWork.inTenant(claim.organizationId, (tx) => this.record(tx, claim, sha256));
  }

  /** Everything the file is made of was fixed when it was signed, the typeface too; the address before the first printing. */
  private async requestFor(edition: EditionEntity, statusUrl: string): Promise<PrintRequest> {
    const { template, language, snapshot, font, signedAt } = edition;
    return {
      template,
      language,
      data: { ...snapshot, statusUrl },
      createdAt: signedAt.toISOString(),
      ...(font ? { font: await printFontOf(this.blobs, font) } : {}),
    };
  }

  /** The address of today's PUBLIC_BASE_URL stays in the edition, wherever the installation moves later. */
  private fixStatusUrl(claim: Claim, today: string): Promise<string> {
    const { organizationId, refId } = claim;
    return this.unitOfWork.inTenant(organizationId, async (tx) => {
      await tx.update(EditionEntity, { organizationId, id: refId, statusUrl: IsNull() }, { statusUrl: today });
      return (await readEdition(tx, claim)).statusUrl ?? today;
    });
  }

  /** Of several workers the first decides: the same edition is printed with the same checkpoint, however often. */
  private async takeCheckpoint(claim: Claim): Promise<string> {
    const { organizationId, refId } = claim;
    const note = await this.checkpointNow(organizationId);
    return this.unitOfWork.inTenant(organizationId, async (tx) => {
      await tx.update(EditionEntity, { organizationId, id: refId, checkpoint: IsNull() }, { checkpoint: note });
      return (await readEdition(tx, claim)).checkpoint ?? note;
    });
  }

  private async record(tx: Tx, claim: Claim, sha256: string): Promise<void> {
    const { organizationId, refId } = claim;
    await finishWork(tx, claim);
    const { affected } = await tx.update(
      EditionEntity,
      { organizationId, id: refId, state: 'frozen' },
      { state: 'rendered', renderedSha256: sha256, renderedAt: () => 'now()' },
    );
    if (affected !== 1) return assertSameFile(await readEdition(tx, claim), sha256);
    await appendWork(tx, organizationId, 'edition.seal', refId);
    await appendAudit(tx, {
      action: 'edition.render',
      itemKind: 'edition',
      itemId: refId,
      fromState: 'frozen',
      toState: 'rendered',
      fileSha256: sha256,
    });
  }

  private finish(claim: Claim): Promise<void> {
    return this.unitOfWork.inTenant(claim.organizationId, (tx) => finishWork(tx, claim));
  }
}

async function slugOf(tx: Tx, organizationId: string): Promise<string> {
  const [row]: { slug: string }[] = await tx.query('select slug from organization where organization_id = $1', [
    organizationId,
  ]);
  return row?.slug ?? '';
}

/** Whoever could change the row could otherwise have the seal put on other words than were signed. */
function assertStillTheSignedWords({ id, snapshot, font, snapshotHash: signed }: EditionEntity): void {
  if (snapshotHash(snapshot, font) !== signed)
    throw new DomainError('edition.bytes-differ', { editionId: id, of: 'snapshot' });
}

function assertSameFile({ id, renderedSha256 }: EditionEntity, sha256: string): void {
  if (renderedSha256 !== sha256) {
    throw new DomainError('edition.bytes-differ', { editionId: id, first: renderedSha256, second: sha256 });
  }
}
