import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { judgeAddCheckpoint, originIn, readAddCheckpoint } from '../audit/add-checkpoint.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { WitnessAnswer } from './cosigning.js';
import { witnessedLog } from './witnessed-logs.queries.js';

/** How many may wait for the worker at once, over all web processes. */
const MOST_WAITING = 20;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 8_000;
const TOO_MANY: WitnessAnswer = { status: 429, body: 'too many requests are waiting\n' };
const NOBODY: WitnessAnswer = { status: 503, body: 'the witness does not answer now\n' };

/**
 * Takes a request in, lets the worker judge it, and waits for what it answers. What is no request, or signed by no log that was
 * admitted, never gets to the worker.
 * @param body of `add-checkpoint` (C2SP tlog-witness)
 */
export async function askOwnWitness(unitOfWork: UnitOfWork, body: string): Promise<WitnessAnswer> {
  const turned = await turnedAway(unitOfWork, body);
  if (turned) return turned;
  const id = await putIn(unitOfWork, body);
  if (id === null) return TOO_MANY;
  const end = performance.now() + PATIENCE_MS;
  let answer: WitnessAnswer | null = null;
  while (!answer && performance.now() < end) {
    await pause(LOOK_EVERY_MS);
    answer = await answerTo(unitOfWork, id);
  }
  await unitOfWork.withoutTenant((manager) => manager.query('delete from witness_request where id = $1', [id]));
  return answer ?? NOBODY;
}

async function turnedAway(unitOfWork: UnitOfWork, body: string): Promise<WitnessAnswer | null> {
  const asked = readAddCheckpoint(body);
  const origin = asked && originIn(asked);
  if (!asked || !origin) return { status: 400, body: '' };
  const log = await unitOfWork.withoutTenant((manager) => witnessedLog(manager, origin));
  const { status } = judgeAddCheckpoint(asked, log);
  return status === 403 || status === 404 ? { status, body: '' } : null;
}

/** Requests that nobody waits for any more make room. @returns null when too many wait */
async function putIn(unitOfWork: UnitOfWork, body: string): Promise<string | null> {
  const id = uuidv7();
  const rows = await unitOfWork.withoutTenant(async (manager) => {
    await manager.query(`delete from witness_request where asked_at < now() - interval '1 minute'`);
    return manager.query<unknown[]>(
      `insert into witness_request (id, body) select $1, $2
       where (select count(*) from witness_request) < ${MOST_WAITING} returning 1`,
      [id, body],
    );
  });
  return rows.length === 1 ? id : null;
}

async function answerTo(unitOfWork: UnitOfWork, id: string): Promise<WitnessAnswer | null> {
  const [row] = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ status: number | null; answer: string | null }[]>(
      'select status, answer from witness_request where id = $1',
      [id],
    ),
  );
  const { status = null, answer = null } = row ?? {};
  return status !== null && answer !== null ? { status, body: answer } : null;
}
