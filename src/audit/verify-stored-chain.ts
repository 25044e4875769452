import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ChainWalk, type ChainVerdict } from './chain.js';
import { readChain } from './read-chain.js';

/** Recomputes the stored log of a tenant from its first event; null when nothing was ever logged. */
export async function verifyStoredChain(tx: Tx, organizationId: OrganizationId): Promise<ChainVerdict | null> {
  const chain = await readChain(tx, organizationId);
  if (!chain) return null;
  const walk = new ChainWalk(chain);
  for (const { seq, bytes, hash } of chain.events) {
    const broken = walk.accept({ seq: Number(seq), bytes, hash: hash.toString('hex') });
    if (broken) return { intact: false, ...broken };
  }
  return walk.finish({ size: Number(chain.size), head: chain.head.toString('hex') });
}
