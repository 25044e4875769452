import type { ConsistencyProof, InclusionProof } from '../audit/bundle-proofs.js';
import { MerkleTree } from '../audit/merkle.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/**
 * That event `seq` stands in the tree which the checkpoint of `size` events signs. @param seq 1 for the first event
 * @throws DomainError audit.checkpoint-not-found, audit.event-not-found
 */
export async function proveInclusion(
  tx: Tx,
  organizationId: OrganizationId,
  { seq, size }: { readonly seq: number; readonly size: number },
): Promise<InclusionProof> {
  await assertSigned(tx, organizationId, size);
  if (seq < 1 || seq > size) throw new DomainError('audit.event-not-found', { seq, size });
  const tree = await treeOf(tx, organizationId, size);
  return { seq, size, path: tree.inclusionPath(seq - 1) };
}

/**
 * That the checkpoint of `from` events is the beginning of the one of `to` events.
 * @throws DomainError audit.checkpoint-not-found
 */
export async function proveConsistency(
  tx: Tx,
  organizationId: OrganizationId,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ConsistencyProof> {
  await assertSigned(tx, organizationId, from);
  await assertSigned(tx, organizationId, to);
  if (from > to) throw new DomainError('audit.checkpoint-not-found', { size: from });
  const tree = await treeOf(tx, organizationId, to);
  return { from, to, path: tree.consistencyPath(from) };
}

/** The same towards a tree of any size, as a witness may know one; empty from 0 and between equal sizes. @returns the path */
export async function growthOf(
  tx: Tx,
  organizationId: OrganizationId,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Buffer[]> {
  return from === 0 || from === to ? [] : (await treeOf(tx, organizationId, to)).consistencyPath(from);
}

async function assertSigned(tx: Tx, organizationId: OrganizationId, size: number): Promise<void> {
  const rows: unknown[] = await tx.query('select 1 from audit_checkpoint where organization_id = $1 and size = $2', [
    organizationId,
    size,
  ]);
  if (rows.length === 0) throw new DomainError('audit.checkpoint-not-found', { size });
}

/** Hashed by PostgreSQL, so that a log of a hundred thousand events travels as three megabytes. */
async function treeOf(tx: Tx, organizationId: OrganizationId, size: number): Promise<MerkleTree> {
  const rows: { leaf: Buffer }[] = await tx.query(
    `select sha256('\\x00'::bytea || bytes) as leaf from audit_event where organization_id = $1 and seq <= $2 order by seq`,
    [organizationId, size],
  );
  return new MerkleTree(rows.map(({ leaf }) => leaf));
}
