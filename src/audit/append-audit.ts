import type { Tx } from '../database/unit-of-work.js';

/** What an event may say besides what the database adds itself (tenant, number, time). Absent means "". */
export interface AuditEntry {
  readonly action: string;
  readonly itemKind?: string;
  readonly itemId?: string;
  readonly fromState?: string;
  readonly toState?: string;
  readonly actorPersonId?: string;
  readonly actorPostId?: string;
  readonly onBehalfOf?: string;
  readonly contentHashBefore?: string;
  readonly contentHashAfter?: string;
  readonly fileSha256?: string;
  readonly reasonHash?: string;
  readonly requestId?: string;
  readonly clientAddress?: string;
  readonly sessionHash?: string;
  readonly authMethod?: string;
  readonly authAgeSeconds?: string;
  readonly softwareVersion?: string;
}

/**
 * Appends to the tenant's chain, in the same transaction as the fact. Call it last: it locks the head of the chain.
 * @returns the event's number, a decimal string
 */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<string> {
  const [row]: { seq: string }[] = await tx.query('select audit_append($1) as seq', [JSON.stringify(entry)]);
  return row?.seq ?? '';
}

/** Appends many events in this order with one question to the database. Call it last, as appendAudit. */
export async function appendAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  await tx.query(
    `select audit_append(entry)
     from (select entry from jsonb_array_elements($1::jsonb) with ordinality given (entry, at) order by at) listed`,
    [JSON.stringify(entries)],
  );
}
