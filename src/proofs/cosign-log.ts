import { addCheckpointBody } from '../audit/add-checkpoint.js';
import { isCosignedBy, momentOf, readCosignature } from '../audit/cosignature.js';
import { splitNote } from '../audit/signed-note.js';
import { DomainError } from '../core/errors.js';
import { organizationId as tenant, type OrganizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { finishWork, type Claim } from '../outbox/claims.js';
import { askOnce } from './ask-once.js';
import { latestCheckpoint, type StoredCheckpoint } from './checkpoints.queries.js';
import { cosignedSize, keepCosignature, type StoredCosignature } from './cosignatures.queries.js';
import { growthOf } from './proofs.queries.js';
import { witnessById, type Witness } from './witnesses.queries.js';

/** What a witness answered, shortened to what can be an answer. */
export interface WitnessReply {
  readonly status: number;
  readonly body: string;
}

/** Sends a request to `add-checkpoint` of a witness. @throws DomainError audit.witness-pending when it cannot be reached */
export type AskWitness = (url: string, body: string) => Promise<WitnessReply>;

/** A checkpoint that a witness is to see. */
interface Shown {
  readonly organizationId: OrganizationId;
  readonly checkpoint: StoredCheckpoint;
  readonly witness: Witness;
  /** Size of the tree that the witness cosigned last, as far as is known here. */
  readonly knownSize: number;
}

/**
 * Step audit.cosign: a witness sees the newest checkpoint, with the proof that it grew out of the one the witness knows. Safe to run
 * twice: the first answer stays.
 * @throws DomainError audit.witness-pending (details.cause), audit.witness-refused (details.status, details.size)
 */
export async function cosignLog(
  unitOfWork: UnitOfWork,
  ask: AskWitness,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { organizationId, refId } = claim;
  const shown = await unitOfWork.inTenant(organizationId, async (tx) => {
    const witness = await witnessById(tx, refId);
    const checkpoint = await latestCheckpoint(tx, organizationId);
    const knownSize = witness ? await cosignedSize(tx, organizationId, witness.key.publicKey) : 0;
    if (witness && checkpoint && knownSize < checkpoint.size) {
      return { organizationId, checkpoint, witness, knownSize };
    }
    await finishWork(tx, claim);
    return null;
  });
  if (!shown) return;
  const cosignature = await cosigned(unitOfWork, ask, shown);
  signal.throwIfAborted();
  await unitOfWork.inTenant(organizationId, async (tx) => {
    await finishWork(tx, claim);
    await keepCosignature(tx, organizationId, cosignature);
  });
}

/** A witness that knows another size says so, and is asked once more from there. */
async function cosigned(unitOfWork: UnitOfWork, ask: AskWitness, shown: Shown): Promise<StoredCosignature> {
  const first = await askFrom(unitOfWork, ask, shown, shown.knownSize);
  const told = sizeIn(first);
  if (told === null || told === shown.knownSize) return cosignatureIn(first, shown);
  if (told > shown.checkpoint.size) throw refused(first, told);
  const second = await askFrom(unitOfWork, ask, shown, told);
  const toldAgain = sizeIn(second);
  if (toldAgain !== null && toldAgain !== told) throw pending('the witness moved on meanwhile');
  return cosignatureIn(second, shown);
}

async function askFrom(
  unitOfWork: UnitOfWork,
  ask: AskWitness,
  { organizationId, checkpoint, witness }: Shown,
  oldSize: number,
): Promise<WitnessReply> {
  const proof = await unitOfWork.inTenant(organizationId, (tx) =>
    growthOf(tx, organizationId, { from: oldSize, to: checkpoint.size }),
  );
  return ask(`${witness.url}/add-checkpoint`, addCheckpointBody({ oldSize, proof, note: checkpoint.note }));
}

/** What a witness tells with 409; null for every other answer. */
function sizeIn({ status, body }: WitnessReply): number | null {
  return status === 409 && /^(0|[1-9]\d{0,14})\n$/.test(body) ? Number(body) : null;
}

/** @throws DomainError */
function cosignatureIn(reply: WitnessReply, { checkpoint, witness }: Shown): StoredCosignature {
  if (reply.status !== 200) throw AGAINST_US.has(reply.status) ? refused(reply) : pending(`status ${reply.status}`);
  const text = splitNote(checkpoint.note)?.text ?? '';
  for (const line of reply.body.split('\n')) {
    const cosignature = readCosignature(line);
    if (!cosignature || !isCosignedBy(cosignature, text, witness.key)) continue;
    const { name, publicKey } = witness.key;
    return { size: checkpoint.size, witness: name, publicKey, line: `${line}\n`, cosignedAt: momentOf(cosignature) };
  }
  throw pending('no cosignature of this witness in its answer');
}

/** The witness says that the log is not the one it knows; every other answer may be another one tomorrow. */
const AGAINST_US: ReadonlySet<number> = new Set([400, 409, 422]);

const refused = ({ status }: WitnessReply, size?: number): DomainError =>
  new DomainError('audit.witness-refused', { status, ...(size === undefined ? {} : { size }) });

const pending = (cause: string): DomainError => new DomainError('audit.witness-pending', { cause });

/** Asks each witness about every log whose newest checkpoint it has not cosigned. @returns how many were asked for */
export async function askCosignatures(unitOfWork: UnitOfWork, signal: AbortSignal): Promise<number> {
  const due = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ organizationId: string; witnessId: string }[]>(
      'select organization_id as "organizationId", witness_id as "witnessId" from due_cosignatures()',
    ),
  );
  let asked = 0;
  for (const { organizationId, witnessId } of due) {
    if (signal.aborted) break;
    if (await askOnce(unitOfWork, tenant(organizationId), 'audit.cosign', witnessId)) asked += 1;
  }
  return asked;
}
