import type { BundleRecords } from '../audit/bundle-records.js';
import { leafHash, MerkleTree } from '../audit/merkle.js';
import { eventsUpTo, openingOf } from './logged-events.queries.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import type { BlobStore } from '../storage/blob-store.js';
import { isStatedBetween, recordsNow } from './bundle-records.queries.js';
import { checkpointsUpTo, logKeys } from './checkpoints.queries.js';
import { cosignaturesUpTo } from './cosignatures.queries.js';
import { excerptOf, type ItemRef } from './excerpt.js';
import type { Period } from './period.js';
import { periodParts } from './period-parts.js';
import type { LogSigning } from './log-signing.js';
import { bundleOf, type BundleParts } from './make-bundle.js';
import { stampsUpTo } from './stamps.queries.js';

export interface MadeBundle {
  readonly bytes: Buffer;
  /** Number of events the log had. */
  readonly size: number;
}

/** Makes bundles that verify offline. Only a process that may open the keys of the logs can. */
export class BundleMaking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: LogSigning,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * The log until now, closed by a checkpoint, with all that is needed to understand it; of one item only its events,
   * each with its proof, and its sealed files.
   * @throws DomainError audit.log-key-missing, audit.log-broken, edition.bytes-missing
   */
  async bundle(organizationId: OrganizationId, item: ItemRef | null): Promise<MadeBundle> {
    const { all, size } = await this.momentOf(organizationId);
    const key = await this.signing.keyInForce(organizationId);
    const records = item ? excerptOf(all, item, await this.ownPostsIn(organizationId, item)) : all;
    const parts = await this.unitOfWork.inTenant(organizationId, (tx) =>
      partsOf(tx, { organizationId, item, size, records }),
    );
    const sealed = item ? records.editions.flatMap(({ sealedSha256 }) => sealedSha256 || []) : [];
    const artefacts = await Promise.all(sealed.map((sha256) => this.blobs.get(sha256)));
    return { bytes: bundleOf({ ...parts, artefacts }, key), size };
  }

  /**
   * The part of the log that covers some days, from the last checkpoint before them to the first that lies past them. Once the
   * log has gone past its days, a part is the same whenever it is made.
   * @throws DomainError audit.period-empty, audit.log-key-missing, audit.log-broken
   */
  async period(organizationId: OrganizationId, period: Period): Promise<MadeBundle> {
    const { all, size: until } = await this.momentOf(organizationId);
    const { parts, size } = await this.unitOfWork.inTenant(organizationId, (tx) =>
      periodParts(tx, { organizationId, period, until, all }),
    );
    const key = await this.signing.keyAt(organizationId, size);
    return { bytes: bundleOf({ ...parts, artefacts: [] }, key), size };
  }

  /** Records and a checkpoint that tell of the same names and orders: a renaming between the two asks for another look. */
  private async momentOf(organizationId: OrganizationId): Promise<{ all: BundleRecords; size: number }> {
    for (;;) {
      const seen = await this.unitOfWork.inTenant(organizationId, (tx) => recordsNow(tx, organizationId));
      const { size } = await this.signing.checkpoint(organizationId);
      const isOld = await this.unitOfWork.inTenant(organizationId, (tx) =>
        isStatedBetween(tx, organizationId, seen.size, size),
      );
      if (!isOld) return { all: seen.records, size };
    }
  }

  /** Posts that signers of an item held themselves while they acted for another. */
  private async ownPostsIn(
    organizationId: OrganizationId,
    { itemKind, itemId }: ItemRef,
  ): Promise<ReadonlySet<string>> {
    const rows: { postId: string }[] = await this.unitOfWork.inTenant(organizationId, (tx) =>
      tx.query(
        `select distinct event ->> 'actorPostId' as "postId" from audit_event
         where organization_id = $1 and item_kind = $2 and item_id = $3`,
        [organizationId, itemKind, itemId],
      ),
    );
    return new Set(rows.map(({ postId }) => postId));
  }
}

interface Wanted extends Pick<BundleParts, 'item' | 'records'> {
  readonly organizationId: OrganizationId;
  readonly size: number;
}

async function partsOf(tx: Tx, wanted: Wanted): Promise<Omit<BundleParts, 'artefacts'>> {
  const { organizationId, item, size, records } = wanted;
  const all = await eventsUpTo(tx, organizationId, size);
  const keys = await logKeys(tx, organizationId);
  const checkpoints = await checkpointsUpTo(tx, organizationId, size);
  const stamps = (await stampsUpTo(tx, organizationId, size)).slice(item ? -1 : 0);
  const cosigned = await cosignaturesUpTo(tx, organizationId, size);
  const cosignatures = item ? cosigned.filter((each) => each.size === cosigned.at(-1)?.size) : cosigned;
  const witnessed = new Set([...stamps, ...cosignatures].map((each) => each.size));
  const about = new Set([item?.itemId, ...records.editions.map(({ id }) => id)]);
  const named = new Set([...records.people, ...records.posts, ...records.orders].map(({ id }) => id));
  const seqs = new Set(keys.map(({ since }) => since));
  const events = item
    ? all.filter(
        ({ seq, itemId, isStatement }) => about.has(itemId) || seqs.has(seq) || (isStatement && named.has(itemId)),
      )
    : all;
  const proven = item ? events : all.filter(({ action }) => action === 'edition.seal');
  return {
    organizationId,
    createdAt: await openingOf(tx, organizationId),
    item,
    period: null,
    head: all.at(-1)?.hash ?? '',
    events,
    keys,
    checkpoints: item ? checkpoints.filter((each) => each.size === size || witnessed.has(each.size)) : checkpoints,
    stamps,
    cosignatures,
    records,
    tree: new MerkleTree(all.map(({ bytes }) => leafHash(bytes))),
    proven: proven.map(({ seq }) => seq),
  };
}
