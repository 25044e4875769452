import { parseArgs } from 'node:util';
import { witnessSaid } from '../../templates/console/witness.js';
import { readWitnessKey, witnessKey } from '../audit/cosignature.js';
import { readVerifierKey, type NoteKey } from '../audit/signed-note.js';
import { readEnvironment, type Environment } from '../config/env.js';
import { dataPaths } from '../config/paths.js';
import { DomainError } from '../core/errors.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { addWitness, removeWitness, witnesses } from '../proofs/witnesses.queries.js';
import { admitLog, removeLog, witnessedLogs } from '../witness/witnessed-logs.queries.js';
import { openWitnessKey } from '../witness/witness-key.js';
import { withInstalledDatabase } from './with-database.js';

const NOT_UNDERSTOOD = 2;

/** What the operator's words ask for, on the database of an installation. */
type Deed = (unitOfWork: UnitOfWork, installation: Installation) => Promise<number>;
type Installation = Pick<Environment, 'dataFolder' | 'publicBaseUrl'>;

/**
 * `prongsai witness`: whose logs this installation cosigns, and who cosigns the logs of this one.
 * @returns the exit code: 0 done, 2 not understood
 * @throws DomainError audit.witness-key-malformed, audit.witness-unknown
 */
export async function witnessCommand(args: string[]): Promise<number> {
  const deed = witnessDeed(args);
  if (deed) return withInstalledDatabase((unitOfWork) => deed(unitOfWork, readEnvironment()));
  process.stderr.write(`${witnessSaid.usage}\n`);
  return NOT_UNDERSTOOD;
}

/** Null for what is not understood. */
export function witnessDeed(args: string[]): Deed | null {
  const [deed, one, two, ...more] = wordsIn(args);
  if (more.length > 0) return null;
  if (one === undefined) return deed === 'list' ? list : null;
  if (two !== undefined) return deed === 'ask' && isAddress(one) ? (unitOfWork) => ask(unitOfWork, one, two) : null;
  if (deed === 'admit') return (unitOfWork) => admit(unitOfWork, one);
  if (deed === 'remove') return (unitOfWork) => remove(unitOfWork, one, removeLog);
  return deed === 'ask-no-more' ? (unitOfWork) => remove(unitOfWork, one, removeWitness) : null;
}

/** Nothing for what is not understood. */
function wordsIn(args: string[]): string[] {
  try {
    return parseArgs({ args, options: {}, allowPositionals: true }).positionals;
  } catch {
    return []; // an unknown option: the usage text says what there is
  }
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

async function list(unitOfWork: UnitOfWork, { dataFolder, publicBaseUrl }: Installation): Promise<number> {
  const own = openWitnessKey(dataPaths(dataFolder).secrets, publicBaseUrl);
  const [logs, asked] = await unitOfWork.withoutTenant((manager) =>
    Promise.all([witnessedLogs(manager), witnesses(manager)]),
  );
  const lines = [
    witnessSaid.own(`${publicBaseUrl}/witness`, witnessKey(own.note)),
    ...logs.flatMap(({ keys, ...log }) => [
      witnessSaid.log({ ...log, isAdmitted: keys.length > 0 }),
      ...(log.note !== null && log.refusedNote !== null ? [witnessSaid.forked(log.note, log.refusedNote)] : []),
    ]),
    ...asked.map(({ key, url }) => witnessSaid.asked(url, witnessKey(key))),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

async function admit(unitOfWork: UnitOfWork, text: string): Promise<number> {
  const key = keyIn(readVerifierKey(text));
  await unitOfWork.withoutTenant((manager) => admitLog(manager, key));
  process.stdout.write(`${key.name}\n`);
  return 0;
}

async function ask(unitOfWork: UnitOfWork, url: string, text: string): Promise<number> {
  const key = keyIn(readWitnessKey(text));
  await unitOfWork.withoutTenant((manager) => addWitness(manager, key, url.replace(/\/+$/, '')));
  process.stdout.write(`${key.name}\n`);
  return 0;
}

async function remove(unitOfWork: UnitOfWork, name: string, from: typeof removeLog): Promise<number> {
  if (!(await unitOfWork.withoutTenant((manager) => from(manager, name)))) {
    throw new DomainError('audit.witness-unknown', { name });
  }
  process.stdout.write(`${name}\n`);
  return 0;
}

/** @throws DomainError audit.witness-key-malformed */
function keyIn(key: NoteKey | null): NoteKey {
  if (!key) throw new DomainError('audit.witness-key-malformed');
  return key;
}
