import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { finishWork, type Claim } from '../outbox/claims.js';
import { EvidenceLinkRow } from './evidence-link.entity.js';
import { lookAtLink } from './look-at-link.js';

/** Asks for a look at each address, now and again whenever it is saved. */
export async function watchLinks(
  tx: Tx,
  organizationId: OrganizationId,
  links: readonly { readonly url: string }[],
): Promise<void> {
  for (const url of new Set(links.map((link) => link.url))) {
    const [row]: { id: string }[] = await tx.query(
      `with added as (
         insert into evidence_link (organization_id, id, url, url_sha256) values ($1, $2, $3, $4)
         on conflict (organization_id, url_sha256) do nothing returning id
       )
       select id from added
       union all select id from evidence_link where organization_id = $1 and url_sha256 = $4`,
      [organizationId, uuidv7(), url, hashOf(url)],
    );
    if (row) await appendWork(tx, organizationId, 'evidence.look', row.id);
  }
}

/** What was found, by address; addresses nobody asked yet are absent. */
export async function linkSights(
  tx: Tx,
  organizationId: OrganizationId,
  links: readonly { readonly url: string }[],
): Promise<Map<string, EvidenceLinkRow>> {
  if (links.length === 0) return new Map();
  const hashes = links.map(({ url }) => hashOf(url));
  const rows = await tx.findBy(EvidenceLinkRow, { organizationId, urlSha256: In(hashes) });
  return new Map(rows.filter(({ checkedAt }) => checkedAt !== null).map((row) => [row.url, row]));
}

/** Step evidence.look: what the address answers a stranger. The finding is told, nothing is stopped by it. */
export class LinkLooking {
  /** @param insideAllowed "host:port" that may be asked although it lies inside; for tests */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly insideAllowed: readonly string[],
  ) {}

  /** Safe to run twice. @throws LeaseLost when somebody else looks now */
  async look(claim: Claim, signal: AbortSignal): Promise<void> {
    const { organizationId, refId: id } = claim;
    const link = await this.unitOfWork.inTenant(organizationId, (tx) =>
      tx.findOneByOrFail(EvidenceLinkRow, { organizationId, id }),
    );
    const found = await lookAtLink(link.url, this.insideAllowed, signal);
    await this.unitOfWork.inTenant(organizationId, async (tx) => {
      await finishWork(tx, claim);
      await tx.update(EvidenceLinkRow, { organizationId, id }, { ...found, checkedAt: () => 'now()' });
    });
  }
}

const hashOf = (url: string): string => createHash('sha256').update(url).digest('hex');
