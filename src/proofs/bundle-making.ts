import type { ChainedEvent } from '../audit/chain.js';
import type { BundleRecords } from '../audit/bundle-records.js';
import { leafHash, MerkleTree } from '../audit/merkle.js';
import { STATED } from '../audit/stated-record.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import type { BlobStore } from '../storage/blob-store.js';
import { isStatedBetween, recordsNow } from './bundle-records.queries.js';
import { checkpointsUpTo, logKeys } from './checkpoints.queries.js';
import { excerptOf, type ItemRef } from './excerpt.js';
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
  const [head]: { createdAt: string }[] = await tx.query(
    'select created_at as "createdAt" from audit_head where organization_id = $1',
    [organizationId],
  );
  const all = await eventsUpTo(tx, organizationId, size);
  const keys = await logKeys(tx, organizationId);
  const checkpoints = await checkpointsUpTo(tx, organizationId, size);
  const stamps = (await stampsUpTo(tx, organizationId, size)).slice(item ? -1 : 0);
  const stamped = new Set(stamps.map((stamp) => stamp.size));
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
    createdAt: head?.createdAt ?? '',
    item,
    head: all.at(-1)?.hash ?? '',
    events,
    keys,
    checkpoints: item ? checkpoints.filter((each) => each.size === size || stamped.has(each.size)) : checkpoints,
    stamps,
    records,
    tree: new MerkleTree(all.map(({ bytes }) => leafHash(bytes))),
    proven: proven.map(({ seq }) => seq),
  };
}

type LocatedEvent = ChainedEvent & {
  readonly action: string;
  readonly itemId: string;
  /** Says what a person, a post or an order is called. */
  readonly isStatement: boolean;
};

async function eventsUpTo(tx: Tx, organizationId: OrganizationId, size: number): Promise<LocatedEvent[]> {
  const rows: (Omit<LocatedEvent, 'seq' | 'hash'> & { seq: string; hash: Buffer })[] = await tx.query(
    `select seq, bytes, hash, event ->> 'action' as action, item_id as "itemId",
       item_kind = any ($3) and event ->> 'contentHashAfter' <> '' as "isStatement"
     from audit_event where organization_id = $1 and seq <= $2 order by seq`,
    [organizationId, size, Object.values(STATED).map(({ itemKind }) => itemKind)],
  );
  return rows.map(({ seq, hash, ...event }) => ({ ...event, seq: Number(seq), hash: hash.toString('hex') }));
}
