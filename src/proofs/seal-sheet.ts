import { keyFingerprint, keyInForce } from '../audit/log-keys.js';
import { originOf } from '../audit/checkpoint.js';
import { DomainError } from '../core/errors.js';
import { bangkokDay, bangkokMinute } from '../core/time/calendar-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { organizationOf } from '../organizations/organizations.queries.js';
import { printedAgency } from '../organizations/printed.queries.js';
import { checkpointOfMonth, latestCheckpoint, logKeys } from './checkpoints.queries.js';

/** What is printed on the page for the paper file, and the checkpoint that its metadata carries. */
export interface SealSheet {
  readonly template: 'log-seal-sheet.v1';
  readonly language: 'th';
  readonly data: object;
  /** Of the checkpoint, so that printing again gives the same bytes. */
  readonly createdAt: string;
  readonly checkpoint: string;
}

/**
 * The sheet of the last checkpoint of a month, or of the newest.
 * @param month YYYY-MM in Thailand, null for the newest @throws DomainError audit.checkpoint-not-found
 */
export async function sealSheet(
  tx: Tx,
  organizationId: OrganizationId,
  { month, publicBaseUrl }: { readonly month: string | null; readonly publicBaseUrl: string },
): Promise<SealSheet> {
  const checkpoint =
    month === null ? await latestCheckpoint(tx, organizationId) : await checkpointOfMonth(tx, organizationId, month);
  const signer = checkpoint && keyInForce(await logKeys(tx, organizationId), checkpoint.size);
  if (!checkpoint || !signer) throw new DomainError('audit.checkpoint-not-found');
  const { size, root, note, madeAt } = checkpoint;
  const { slug, digits } = await organizationOf(tx, organizationId);
  const [signedOn, signedTime] = [bangkokDay(madeAt), timeOf(madeAt)];
  const data = {
    agency: await printedAgency(tx, organizationId),
    size,
    root: root.toString('hex'),
    origin: originOf(organizationId),
    keyFingerprint: keyFingerprint(signer.key),
    signedOn,
    signedTime,
    digits,
    statusUrl: `${publicBaseUrl}/p/${slug}/checkpoints/${size}.txt`,
  };
  const createdAt = `${signedOn}T${signedTime}:00+07:00`;
  return { template: 'log-seal-sheet.v1', language: 'th', data, createdAt, checkpoint: note };
}

function timeOf(instant: Date): string {
  const minute = bangkokMinute(instant);
  const padded = (value: number): string => String(value).padStart(2, '0');
  return `${padded(Math.floor(minute / 60))}:${padded(minute % 60)}`;
}
