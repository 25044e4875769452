import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { faultPoint } from '../database/fault-point.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { finishWork, type Claim } from '../outbox/claims.js';
import type { BlobStore } from '../storage/blob-store.js';
import { EditionEntity } from './edition.entity.js';
import { readEdition } from './read-edition.js';

export interface SealedFile {
  readonly pdf: Uint8Array;
  /** PAdES baseline level, for example "B-B". */
  readonly level: string;
}

/** Puts the seal of the installation on a file and has checked its own work when it returns. @throws DomainError seal.* */
export type SealFile = (pdf: Uint8Array) => Promise<SealedFile>;

/** Follow-up in the same transaction; whoever composes the worker says what follows. */
export type OnSealed = (tx: Tx, edition: EditionEntity) => Promise<void>;

/** Step edition.seal: the printed file gets the agency's seal. */
export class EditionSealing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly sealFile: SealFile,
    private readonly onSealed: OnSealed,
  ) {}

  /**
   * Safe to run twice. A seal that was made but not recorded is never shown to anybody.
   * @throws DomainError edition.not-found, edition.bytes-missing, edition.bytes-differ, seal.*
   * @throws LeaseLost when somebody else seals it now
   */
  async seal(claim: Claim, signal: AbortSignal): Promise<void> {
    const { organizationId } = claim;
    const edition = await this.unitOfWork.inTenant(organizationId, (tx) => readEdition(tx, claim));
    if (edition.state !== 'rendered') return this.unitOfWork.inTenant(organizationId, (tx) => finishWork(tx, claim));
    if (!edition.renderedSha256) throw new DomainError('edition.bytes-missing', { editionId: edition.id });

    const { pdf, level } = await this.sealFile(await this.blobs.get(edition.renderedSha256));
    const sha256 = await this.blobs.put(pdf);
    faultPoint('seal.after-storing');
    signal.throwIfAborted();

    await this.unitOfWork.inTenant(organizationId, (tx) => this.record(tx, claim, sha256, level));
  }

  private async record(tx: Tx, claim: Claim, sha256: string, level: string): Promise<void> {
    const { organizationId, refId } = claim;
    await finishWork(tx, claim);
    const { affected } = await tx.update(
      EditionEntity,
      { organizationId, id: refId, state: 'rendered' },
      { state: 'sealed', sealedSha256: sha256, sealLevel: level, sealedAt: () => 'now()' },
    );
    if (affected !== 1) return; // sealed before: that file counts, this one is forgotten
    await this.onSealed(tx, await readEdition(tx, claim));
    await appendAudit(tx, {
      action: 'edition.seal',
      itemKind: 'edition',
      itemId: refId,
      fromState: 'rendered',
      toState: 'sealed',
      fileSha256: sha256,
    });
  }
}
