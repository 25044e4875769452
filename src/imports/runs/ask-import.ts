import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../../approvals/actor.js';
import type { RequestFacts } from '../../approvals/run-transition.js';
import { appendAudit } from '../../audit/append-audit.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { appendWork } from '../../outbox/append-work.js';

/** Up to so many measures are drafted while the person waits: about a tenth of a second. */
const MOST_AT_ONCE = 50;

/** Whether a file is left to a worker. @param measures how many the file brings */
export const isLongImport = (measures: number): boolean => measures > MOST_AT_ONCE;

export interface ImportToAsk {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly request: RequestFacts;
  readonly fiscalYear: number;
  /** Its bytes are in the store already. */
  readonly file: { readonly name: string; readonly sha256: string };
  readonly closeSpaces: boolean;
  /** How many the file brings, as it was read when it was asked for. */
  readonly measures: number;
}

/**
 * Asks a worker for an import; it acts for the person who asked.
 * @returns the id of the run
 * @throws DomainError permission.denied
 */
export async function askImport(tx: Tx, asked: ImportToAsk): Promise<string> {
  const { organizationId, actor, request, fiscalYear, file, closeSpaces, measures } = asked;
  requireCapacity(actor, 'officer');
  const id = uuidv7();
  await tx.query(
    `insert into import_run
       (organization_id, id, fiscal_year, file_name, file_sha256, close_spaces, measures, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organizationId, id, fiscalYear, file.name, file.sha256, closeSpaces, measures, actor.personId],
  );
  await appendWork(tx, organizationId, 'import.run', id);
  await appendAudit(tx, {
    ...request,
    action: 'import.ask',
    itemKind: 'import',
    itemId: id,
    actorPersonId: actor.personId,
    actorPostId: actor.posts[0]?.postId ?? '',
    fileSha256: file.sha256,
  });
  return id;
}
