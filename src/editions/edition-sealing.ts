import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
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
  /** The certificate says of itself that it has no legal effect. */
  readonly isDemo: boolean;
}

/** Whose seal it is. */
export interface Sealer {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
}

/** Puts an organization's seal on a file and has checked its own work when it returns. @throws DomainError seal.* */
export type SealFile = (pdf: Uint8Array, sealer: Sealer) => Promise<SealedFile>;

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
    const { edition, organizationName } = await this.unitOfWork.inTenant(organizationId, async (tx) => ({
      edition: await readEdition(tx, claim),
      organizationName: await nameOf(tx, organizationId),
    }));
    if (edition.state !== 'rendered') return this.unitOfWork.inTenant(organizationId, (tx) => finishWork(tx, claim));
    if (!edition.renderedSha256) throw new DomainError('edition.bytes-missing', { editionId: edition.id });

    const { pdf, ...seal } = await this.sealFile(await this.blobs.get(edition.renderedSha256), {
      organizationId,
      organizationName,
    });
    const sha256 = await this.blobs.put(pdf);
    faultPoint('seal.after-storing');
    signal.throwIfAborted();

    await this.unitOfWork.inTenant(organizationId, (tx) => this.record(tx, claim, sha256, seal));
  }

  private async record(tx: Tx, claim: Claim, sha256: string, seal: Omit<SealedFile, 'pdf'>): Promise<void> {
    const { organizationId, refId } = claim;
    await finishWork(tx, claim);
    const { affected } = await tx.update(
      EditionEntity,
      { organizationId, id: refId, state: 'rendered' },
      {
        state: 'sealed',
        sealedSha256: sha256,
        sealLevel: seal.level,
        sealIsDemo: seal.isDemo,
        sealedAt: () => 'now()',
      },
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

async function nameOf(tx: Tx, organizationId: string): Promise<string> {
  const [row]: { name: string }[] = await tx.query('select name from organization where organization_id = $1', [
    organizationId,
  ]);
  return row?.name ?? '';
}
