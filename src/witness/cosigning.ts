import type { EntityManager } from 'typeorm';
import { judgeAddCheckpoint, originIn, readAddCheckpoint, type AddCheckpoint } from '../audit/add-checkpoint.js';
import { cosign } from '../audit/cosignature.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { keepRefused, moveOn, witnessedLog } from './witnessed-logs.queries.js';
import type { OwnWitnessKey } from './witness-key.js';

/** What a witness answers: the status of C2SP tlog-witness and the body that belongs to it. */
export interface WitnessAnswer {
  readonly status: number;
  readonly body: string;
}

interface Waiting {
  readonly id: string;
  readonly body: string;
  /** When it was taken, seconds since 1970 by the database's clock. */
  readonly seconds: string;
}

/**
 * Answers what the web processes have taken in, each request once. All is judged here, by the process that holds the key: what the
 * web process thought of a request does not count.
 * @param openKey only called when something is to be cosigned
 * @returns how many were answered
 */
export async function answerWaiting(
  unitOfWork: UnitOfWork,
  openKey: () => OwnWitnessKey,
  signal: AbortSignal,
): Promise<number> {
  let answered = 0;
  while (!signal.aborted) {
    const isMore = await unitOfWork.withoutTenant((manager) => answerNext(manager, openKey));
    if (!isMore) break;
    answered += 1;
  }
  return answered;
}

async function answerNext(manager: EntityManager, openKey: () => OwnWitnessKey): Promise<boolean> {
  const [taken] = await manager.query<[Waiting[], number]>(
    `update witness_request set taken_at = now() where id = (
       select id from witness_request where taken_at is null order by asked_at for update skip locked limit 1
     ) returning id, body, extract(epoch from now())::bigint as seconds`,
  );
  const [request] = taken;
  if (!request) return false;
  const { status, body } = await answerTo(manager, request, openKey);
  await manager.query('update witness_request set status = $2, answer = $3 where id = $1', [request.id, status, body]);
  return true;
}

async function answerTo(
  manager: EntityManager,
  { body, seconds }: Waiting,
  openKey: () => OwnWitnessKey,
): Promise<WitnessAnswer> {
  const asked = readAddCheckpoint(body);
  const origin = asked && originIn(asked);
  if (!asked || !origin) return { status: 400, body: '' };
  for (;;) {
    const log = await witnessedLog(manager, origin);
    const judged = judgeAddCheckpoint(asked, log);
    if (judged.status !== 200) {
      if (contradicts(asked, judged.status, log.size)) await keepRefused(manager, origin, asked.note);
      return { status: judged.status, body: judged.status === 409 ? `${log.size}\n` : '' };
    }
    // before it is signed: whoever asks again gets the same tree or none
    if (!(await moveOn(manager, { ...judged, note: asked.note }, log, Number(seconds)))) continue;
    const { note, privateKey } = openKey();
    return { status: 200, body: cosign(judged.text, { name: note.name, privateKey }, Number(seconds)) };
  }
}

/** The log's own key signed two trees of one size. A proof that does not hold shows nothing: anybody may have sent it. */
const contradicts = ({ oldSize }: AddCheckpoint, status: number, size: number): boolean =>
  status === 409 && oldSize === size;
